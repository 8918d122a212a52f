import { markdownToHtml, mdxToJs } from 'satteri';
import { expect, test } from 'vitest';
import type { Claim, ProvenClaim } from '#site/page-proof.ts';
import { createProofMarks, noteFences } from '#site/proof-marks.ts';
import { taskLabels } from '#site/task-labels.ts';
import { claim, claimsIn } from '#support/claims.ts';

/** Like the highlighter: it puts a node without a place where the fence was. */
const highlighter = {
  name: 'highlighter',
  element: {
    filter: ['pre'],
    visit: () => ({
      type: 'element' as const,
      tagName: 'pre',
      properties: { className: ['code'] },
      children: [{ type: 'text' as const, value: 'npm start' }],
    }),
  },
};

type Options = { readonly text: string; readonly claims: readonly Claim[]; source?: string };

function optionsFor({ text, claims }: Options) {
  const proof = { revision: 'abcdef0', committedAt: '2026-11-23', claims: [...claims] };
  const frontmatter: Record<string, unknown> = {};
  return {
    frontmatter,
    options: {
      fileURL: new URL('file:///clone/runbooks/a.md'),
      mdastPlugins: [noteFences],
      hastPlugins: [highlighter, createProofMarks(async () => ({ text, proof })), taskLabels],
      data: {
        astro: {
          frontmatter,
          headings: [],
          localImagePaths: new Set<string>(),
          remoteImagePaths: new Set<string>(),
        },
      },
    },
  };
}

async function render(page: Options): Promise<{ html: string; claims: readonly ProvenClaim[] }> {
  const { frontmatter, options } = optionsFor(page);
  const { html } = await markdownToHtml(page.source ?? page.text, options);
  const { claims }: { claims: ProvenClaim[] } = Object(frontmatter.proof);
  return { html, claims };
}

test.for([
  ['Run `«npm start»` now.', '<code><u id="c1">npm start</u></code>'],
  ['Run `a && «npm start»`.', '<code>a &amp;&amp; <u id="c1">npm start</u></code>'],
  ['## The «job»', '<h2>The <u id="c1">job</u></h2>'],
  ['| A |\n| - |\n| `«src/a.ts»` |', '<td><code><u id="c1">src/a.ts</u></code></td>'],
  ['| A |\n| - |\n| `a\\|b` `«a»` |', '<code>a|b</code> <code><u id="c1">a</u></code>'],
  ['Not valid, the «id».', 'Not valid, the <u id="c1">id</u>.'],
  ['A &amp; B &lt; «200»', 'A &amp; B &lt; <u id="c1">200</u>'],
  ['É 😀 `«a.ts»`', '<code><u id="c1">a.ts</u></code>'],
  ['«block `as any` casts»', '<u id="c1">block </u><code><u>as any</u></code><u> casts</u>'],
  ['«`npm ci`», then «`npm t`»', '<u id="c1">npm ci</u></code>, then <code><u id="c2">npm t</u>'],
  ['[label](«b.md»)', '<a href="b.md" id="c1">label</a>'],
  ['[`«b.md»`](«./b.md»)', '<a href="./b.md" id="c2"><code><u id="c1">b.md</u></code></a>'],
  ['![shot](«b.png»)', '<img src="b.png" alt="shot" id="c1">'],
  [
    '- [ ] Do `«a.ts»`',
    '<label><input type="checkbox"> Do <code><u id="c1">a.ts</u></code></label>',
  ],
  ['```sh\n«npm start»\n```', '<pre class="code" id="c1">'],
  ['1. a\n\n   ```sh\n   «npm start»\n   ```\n\n   `«b»`', '<pre class="code" id="c1">'],
] as const)('the words of %j are marked', async ([marked, expected]) => {
  const { html, claims } = await render(claimsIn(marked));
  expect(html).toContain(expected);
  for (const { mark } of claims) expect(html).toContain(`id="${mark}"`);
});

test.for([
  [{ verdict: 'drifted' }, '<u id="c1" class="fails">npm t</u>'],
  [{ verdict: 'unfounded' }, '<u id="c1" class="fails">npm t</u>'],
  [{ verdict: 'unproven' }, '<u id="c1" class="untold">npm t</u>'],
  [{ verdict: 'held-back' }, '<span id="c1">npm t</span>'],
  [{ kind: 'external' }, '<span id="c1">npm t</span>'],
  [{ kind: 'external', verdict: 'unproven' }, '<span id="c1">npm t</span>'],
] as const)('a claim that is %j never looks proven', async ([given, expected]) => {
  expect((await render(claimsIn('`«npm t»`', given))).html).toContain(expected);
});

test('a fence and a link show the worst of their claims', async () => {
  const { text, claims } = claimsIn('```sh\n«npm a»\n«npm b»\n```\n\n[x](«a.md»)');
  const worse = claims.map((one, at) => (at === 0 ? one : { ...one, verdict: 'drifted' as const }));
  const { html, claims: proven } = await render({ text, claims: worse });
  expect(html).toContain('<pre class="code fails" id="c1">');
  expect(html).toContain('<a href="a.md" id="c3" class="fails">');
  expect(proven.map(({ mark }) => mark)).toEqual(['c1', 'c1', 'c3']);
});

test.for([
  [{ verdict: 'drifted' }, '<u id="c1" class="fails">database</u>'],
  [{ kind: 'external' }, '<span id="c1">database</span>'],
] as const)('words that hold and are %j too look like the weaker', async ([given, expected]) => {
  const { text, claims } = claimsIn('Asks the «database» first.');
  const both = [...claims, ...claims.map((one) => ({ ...one, ...given }))];
  const { html, claims: proven } = await render({ text, claims: both });
  expect(html).toContain(expected);
  expect(proven.map(({ mark }) => mark)).toEqual(['c1', 'c1']);
});

test('a renderer may cut the frontmatter off, or blank it out', async () => {
  const { text, claims } = claimsIn('---\ntitle: A\n---\n\nRun `«npm t»`.\n\n```\n«npm t»\n```\n');
  const body = text.slice(text.indexOf('Run'));
  const blank = text.replace(/^---\ntitle: A\n---/, '   \n        \n   ');
  for (const source of [body, body.trim(), blank]) {
    const { html, claims: proven } = await render({ text, claims, source });
    expect(html).toContain('<u id="c1">npm t</u>');
    expect(proven.map(({ mark }) => mark)).toEqual(['c1', 'c2']);
  }
});

test('a page that says something else there by now bears no mark, and its claim is kept', async () => {
  const { html, claims } = await render({
    text: 'Run `npm test`.\n\n```\nnpm test\n```\n',
    claims: [claim({ column: 6, text: 'npm run' }), claim({ line: 4, text: 'npm run' })],
  });
  expect(html).not.toContain('id=');
  expect(claims.map(({ mark }) => mark)).toEqual([undefined, undefined]);
});

test('words inside of components are marked in MDX', async () => {
  const marked =
    '<Claim kind="script">«the `check`»</Claim>\n\n<External>\n  See `«a.ts»`.\n</External>';
  const { options, frontmatter } = optionsFor(claimsIn(marked));
  const { code } = await mdxToJs(claimsIn(marked).text, options);
  expect(code.match(/id: "c\d"/g)).toEqual(['id: "c1"', 'id: "c2"']);
  expect(Object(frontmatter.proof).claims).toMatchObject([{ mark: 'c1' }, { mark: 'c2' }]);
});

test('a page without a proof stays as it is', async () => {
  const plugin = createProofMarks(async () => undefined);
  const { html } = await markdownToHtml('Run `npm t`.', {
    fileURL: new URL('file:///clone/runbooks/a.md'),
    hastPlugins: [plugin],
  });
  expect(html).toBe('<p>Run <code>npm t</code>.</p>\n');
});
