import Slugger from 'github-slugger';
import { htmlAttributes } from '#drift/claims/html.ts';
import { contentsPart, type Outline } from './contents.ts';
import { memoised } from './lazy.ts';
import { isGenerated } from './project-page.ts';
import { definePart } from './repository.ts';

/** The places of a page that a fragment can name. */
export type Fragments = {
  /** Slugs of headings, as GitHub makes them, with their lines. */
  readonly slugs: ReadonlyMap<string, number>;
  /** Slugs without what headings have in brackets at their ends, as some sites make them. */
  readonly short: ReadonlyMap<string, number>;
  /** Values of `id` and `name` in HTML, `{#id}` and `{: #id }` behind headings, and the title's slug. */
  readonly ids: ReadonlySet<string>;
  /** Parts of the page come from elsewhere: an import, an include. */
  readonly isPartial: boolean;
};

/** Fragments of any Markdown page of the repository; undefined where it cannot be read. */
export const fragmentsOf = definePart('headings', (repository) => {
  const { outlineOf } = repository.part(contentsPart);
  return memoised((path): Fragments | undefined => {
    const page = outlineOf(path);
    return page && fragmentsIn(page);
  });
});

const htmlHeading = /<h([1-6])(?:\s[^>]*)?>([^\n]{1,200}?)<\/h\1>/gi;

/** Components of documentation sites whose title is an address. */
const titled = /^(?:accordion|expandable|section|step|tab|update)$/;
/** A tab of Material for MkDocs: `=== "Docker"`. Sites can give it the address that headings have. */
const contentTab = /^ *===[!+]? "([^"\n]{1,80})" *$/gm;
/** Parts from elsewhere: other pages, or the documentation that a tool writes from the sources. */
const included =
  /^(?:import .*\.mdx?['"]|\s*(?:--8<--|\{!|\{%\s*include|\{\{#include |<!--\s*@include)|::: \w+(?:\.\w+)+\s*$)/m;

/** Calls of a template (Nunjucks, Liquid, Hugo): what they write may be headings. */
const template =
  /^ {0,3}(?:\{%[-+]? *(?:call|for|import|from|macro|render\w*)\b|\{\{-? *[\w.]+\(|\{\{[<%] *(?:import|include|partial|readfile|snippet)\b)/m;

/** The fragments of a parsed page. */
function fragmentsIn(page: Pick<Outline, 'frontmatter' | 'headings' | 'text'>): Fragments {
  const { headings } = page;
  const slugger = new Slugger();
  const slugs = new Map<string, number>();
  const ids = new Set<string>();
  for (const { text, line } of headings) {
    const custom = /\s*\{:? *#([\w:.-]+)[^{}]*\}\s*$/.exec(text);
    if (custom?.[1] !== undefined) ids.add(custom[1]);
    const bracketed = /\s\[([\w:.-]+)\]\s*$/.exec(text)?.[1];
    if (bracketed !== undefined) ids.add(bracketed);
    slugs.set(
      slugger.slug((custom ? text.slice(0, custom.index) : text).replace(/\uFE0F/g, '')),
      line,
    );
  }
  for (const [, , inner = ''] of page.text.matchAll(htmlHeading)) {
    slugs.set(slugger.slug(inner.replace(/<[^>]*>/g, '').trim()), 1);
  }
  for (const id of idsFrom(page.frontmatter)) ids.add(id);
  for (const { tag, name, value } of htmlAttributes(page.text)) {
    if (name === 'id' || name === 'name') ids.add(value);
    if (name === 'title' && titled.test(tag)) ids.add(new Slugger().slug(value));
  }
  for (const [, tab = ''] of page.text.matchAll(contentTab)) ids.add(new Slugger().slug(tab));
  return {
    slugs,
    short: shortSlugs(headings),
    ids,
    isPartial: included.test(page.text) || isMadeByProgram(page),
  };
}

const brackets = /\s*\[[^\]]*\]\s*$/;

// Only where a heading ends so do the others count: their numbers follow.
function shortSlugs(headings: Outline['headings']): ReadonlyMap<string, number> {
  if (!headings.some(({ text }) => brackets.test(text))) return new Map();
  const slugger = new Slugger();
  return new Map(
    headings.map(({ text, line }) => [slugger.slug(text.replace(brackets, '')), line]),
  );
}

// A layout writes headings of its own: the title, and those over lists, as `further_reading:`.
function idsFrom(frontmatter: string): readonly string[] {
  const lists = [...frontmatter.matchAll(/^([a-z]\w*):\s*$/gm)].map(([, key = '']) => key);
  const title = /^title:\s*["']?(.+?)["']?\s*$/m.exec(frontmatter)?.[1];
  const named = lists.map((key) => key.replaceAll('_', '-'));
  return title === undefined ? named : [...named, new Slugger().slug(title)];
}

/** A component that is told at which level its headings are: `<Details headingLevel={3} />`. */
const headed = /<[A-Z][\w.]*\s[^<>]{0,400}?\bheading(?:Level|Depth)=/;

function isMadeByProgram({ text, frontmatter }: Pick<Outline, 'frontmatter' | 'text'>): boolean {
  const makers = [
    ...(text.includes('{') ? [template] : []),
    ...(text.includes('heading') ? [headed] : []),
  ].filter((maker) => maker.test(text));
  if (makers.length === 0) return isGenerated(frontmatter);
  const outsideFences = text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '');
  return makers.some((maker) => maker.test(outsideFences)) || isGenerated(frontmatter);
}

/** Files from which sites make pages. */
const layout = /\.(?:astro|ejs|erb|hbs|html|jsx|liquid|njk|nunjucks|svelte|tsx|vue)$/;

/** An id with a gap that a layout fills in: `id="using-{{ name }}"`, `id={`step-${number}`}`. */
const filledId = /\bid=(?:"([^"\n]*(?:\{\{|<%|\$\{)[^"\n]*)"|\{`([^`\n]*\$\{[^`\n]*)`\})/g;

const gap = /\{\{.*?\}\}|<%.*?%>|\$\{.*?\}/g;

/** Whether a layout of the repository may make an id, by the words around its gaps. */
export const filledIdsPart = definePart('filled ids', ({ files, read }) => {
  const texts = files.paths.filter((path) => layout.test(path)).map((path) => read(path) ?? '');
  const patterns = new Set(
    texts.flatMap((text) => [...text.matchAll(filledId)].map(([, html, jsx]) => html ?? jsx ?? '')),
  );
  const shapes = [...patterns]
    .map((id) => id.split(gap))
    .filter((words) => words.join('').length >= LEAST_WORDS);
  return (id: string) => shapes.some((words) => fitsWords(id, words));
});

/** Letters that an id must have beside its gaps, so that not every id fits. */
const LEAST_WORDS = 4;

function fitsWords(id: string, words: readonly string[]): boolean {
  let at = 0;
  for (const word of words) {
    const found = id.indexOf(word, at);
    if (found < 0) return false;
    at = found + word.length;
  }
  return id.startsWith(words[0] ?? '') && id.endsWith(words.at(-1) ?? '');
}

/** Labels that pages of a Sphinx site set before headings, as `(name)=`: they are known everywhere. */
export const labelsPart = definePart('labels', ({ files, read }): ReadonlySet<string> => {
  if (files.named('conf.py').length === 0) return new Set();
  const pages = files.paths.filter((path) => path.endsWith('.md'));
  const texts = pages.map((path) => read(path) ?? '');
  return new Set(texts.flatMap((text) => [...text.matchAll(label)].map(([, name = '']) => name)));
});

const label = /^\(([\w:.-]+)\)=\s*$/gm;
