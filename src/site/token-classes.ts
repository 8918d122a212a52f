import type { ShikiConfig } from 'astro';

type Transformer = NonNullable<ShikiConfig['transformers']>[number];
type Element = Parameters<NonNullable<Transformer['pre']>>[0];
type Child = Element['children'][number];
type Span = { text: string; name: string };

const TOKEN = /--astro-code-token-([a-z-]+)/;
const CLASS_NAMES: Readonly<Record<string, string>> = {
  comment: 'c',
  constant: 'n',
  keyword: 'k',
  string: 's',
  'string-expression': 's',
  function: 'f',
  parameter: 'p',
  link: 's',
  inserted: 'i',
  deleted: 'd',
};

/** Short classes instead of `style` attributes: a strict CSP blocks those, and they weigh more. */
export const tokenClasses: Transformer = {
  name: 'token-classes',
  root(root) {
    const pre = root.children[0];
    if (pre?.type !== 'element') return;
    const language = pre.properties.dataLanguage;
    const spans = mergeSpans(pre.children.flatMap((child) => readSpans(child)));
    pre.properties = { className: ['code'], dataLanguage: language };
    pre.children = [element('code', spans.map(toNode))];
  },
};

function readSpans(node: Child): Span[] {
  if (node.type === 'text') return [{ text: node.value, name: '' }];
  if (node.type !== 'element') return [];
  const [only] = node.children;
  if (node.children.length === 1 && only?.type === 'text') {
    return [{ text: only.value, name: className(node.properties.style) }];
  }
  return node.children.flatMap((child) => readSpans(child));
}

function className(style: unknown): string {
  const token = TOKEN.exec(String(style ?? ''))?.[1] ?? '';
  return CLASS_NAMES[token] ?? '';
}

function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && (last.name === span.name || span.text.trim() === '')) last.text += span.text;
    else merged.push({ ...span });
  }
  return merged;
}

function toNode({ text, name }: Span) {
  const value = { type: 'text' as const, value: text };
  return name === '' ? value : element('span', [value], { className: [name] });
}

function element(tagName: string, children: Child[], properties = {}) {
  return { type: 'element' as const, tagName, properties, children };
}
