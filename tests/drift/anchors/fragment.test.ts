import { expect, test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const files = { 'docs/site/mkdocs.yml': '', 'docs/site/guide/intro.md': '# Intro' };

test('the slugs of a site may lack what a heading has, and have nothing that it lacks', () => {
  const on = (fragment: string) =>
    verdictsOn(`# Estilos do ação\n\n[a](#${fragment})`, {
      files,
      page: 'docs/site/a.md',
      kinds: ['fragment'],
    });
  expect(on('estilos-do-acao')).toEqual(['fragment #estilos-do-acao holds']);
  expect(on('estilos-—-do-acao')).toEqual(['fragment #estilos-—-do-acao holds']);
  expect(on('estílos-do-ação')).toEqual(['fragment #estílos-do-ação drifted']);
  expect(on('estilos_do_ação')).toEqual(['fragment #estilos_do_ação drifted']);
});

test.for([
  ['README.md', '[a](#a-b)\n\n# A / B', 'drifted'],
  ['README.md', '---\ntags: [auth]\n---\n\n[a](#a-b)\n\n# A / B', 'unproven'],
  ['docs/partials/a.md', '[a](#there)\n\n# Here', 'unproven'],
  ['docs/parts/a.md', '[a](#there)\n\n# Here', 'drifted'],
] as const)('a fragment on %s: %s', ([page, markdown, verdict], { expect }) => {
  const [claim] = verdictsOn(markdown, { files, page, kinds: ['fragment'] });
  expect(claim?.split(' ').at(-1)).toBe(verdict);
});

test.for([
  ['{% call(rows) options("Set the title") %}\nText.\n{% endcall %}', 'unproven'],
  ['{{ optionsOf("title") }}', 'unproven'],
  ['{{< readfile "shared/title.txt" >}}', 'unproven'],
  ['{{#include ../_parts/title.md}}', 'unproven'],
  ['```njk\n{% call(rows) options("Set the title") %}\n```', 'drifted'],
  ['{{ title }}', 'drifted'],
] as const)('a heading that %s may write is %s', ([call, verdict], { expect }) => {
  const [claim] = verdictsOn(`[a](#set-the-title)\n\n${call}\n`, { files, kinds: ['fragment'] });
  expect(claim).toBe(`fragment #set-the-title ${verdict}`);
});

test('a note that a link shows on hovering leads nowhere', ({ expect }) => {
  const markdown = '# A\n\n[a][note]\n\n[note]: ## "What it means."\n';
  expect(verdictsOn(markdown, { files, kinds: ['fragment'] })).toEqual([]);
});

test('what a tabbed page numbers by itself is no heading', () => {
  expect(verdictsOn('[a](#__tabbed_1_2)\n\n# Here', { files, kinds: ['fragment'] })).toEqual([]);
});

test('the README of a source folder is no page of a site elsewhere', () => {
  const on = (readme: string) =>
    verdictsOn('[a](/type#schema)', {
      files: { ...files, [readme]: '# Type' },
      page: 'docs/site/a.md',
      kinds: ['fragment'],
    });
  expect(on('src/type/README.md')).toEqual([]);
  expect(on('docs/site/type/README.md')).toEqual(['fragment #schema drifted']);
});

test('a list in the front matter may have a heading from the layout', () => {
  const on = (fragment: string) =>
    verdictsOn(`---\nfurther_reading:\n- x\n---\n\n[a](#${fragment})`, {
      files,
      page: 'docs/site/a.md',
      kinds: ['fragment'],
    });
  expect(on('further-reading')).toEqual(['fragment #further-reading holds']);
  expect(on('more-reading')).toEqual(['fragment #more-reading drifted']);
});

test.for([
  ['docs/site/a.md', '## 1. Using it', '_1-using-it', 'holds'],
  ['docs/site/a.md', '## 1. Using it', 'using-it', 'holds'],
  ['docs/site/a.md', '## 503 &mdash; Full', '_503-mdash-full', 'holds'],
  ['docs/site/a.md', '## Locks & keys', 'locks-and-keys', 'holds'],
  ['docs/site/a.md', '## Locks', 'locks-and-keys', 'drifted'],
  ['README.md', '## Locks & keys', 'locks-and-keys', 'drifted'],
  ['docs/site/a.md', '### returning [-MY -CR]', 'returning', 'holds'],
  ['docs/site/a.md', '## Primary [~SQ]\n\n## Primary', 'primary-1', 'holds'],
  ['README.md', '## 1. Using it', '_1-using-it', 'drifted'],
  ['README.md', '### returning [-MY -CR]', 'returning', 'drifted'],
  ['README.md', '## Contributors [![a](b.png)](c) ![d](e.png)', 'contributors--', 'holds'],
  ['README.md', '## Use 🖥️', 'use-', 'holds'],
  ['README.md', '## Use 🖥️', 'use-%EF%B8%8F', 'holds'],
  ['README.md', '## By git 👩‍💻🧑‍💻', 'by-git-%E2%80%8D%E2%80%8D', 'holds'],
  ['README.md', '## Contributors ![d](e.png)', 'contributors-d', 'drifted'],
] as const)('on %s, "%s" is #%s: %s', ([page, headings, fragment, verdict], { expect }) => {
  const markdown = `[a](#${fragment})\n\n${headings}\n`;
  expect(verdictsOn(markdown, { files, page, kinds: ['fragment'] })).toEqual([
    `fragment #${fragment} ${verdict}`,
  ]);
});

test.for([
  ['[![Badge](a.svg)](#badge)', []],
  ['<a href="#badge">\n  <img src="a.svg">\n</a>', []],
  ['[Badge](#badge)', ['fragment #badge drifted']],
  ['[![Film](a.gif)](#badge)', ['fragment #badge drifted']],
  ['<a href="#badge">Badge</a> <img src="a.svg">', ['fragment #badge drifted']],
] as const)('where %s leads is %o', ([markdown, expected]) => {
  expect(verdictsOn(markdown, { files, kinds: ['fragment'] })).toEqual(expected);
});

test.for([
  ['_layouts/part.html', '<h2 id="using-the-{{ key }}-{{ page.type }}">', 'unproven'],
  ['src/steps.tsx', '<li id={`using-${name}-component`}>', 'unproven'],
  ['_layouts/part.html', '<h2 id="{{ key }}">', 'drifted'],
  ['_layouts/part.html', '<h2 id="of-{{ key }}">', 'drifted'],
] as const)('where %s has %s, an id of a page is %s', ([layout, text, verdict]) => {
  const verdicts = verdictsOn('[a](#using-the-banner-component)', {
    files: { ...files, [layout]: text },
    page: 'docs/site/a.md',
    kinds: ['fragment'],
  });
  expect(verdicts).toEqual([`fragment #using-the-banner-component ${verdict}`]);
});

test.for([
  ['docs/a.md', '/triggering#delay', 'holds'],
  ['docs/hooks/triggering.mdx', '/triggering#delay', 'holds'],
  ['docs/a.md', '/triggering#hook', 'unproven'],
  ['docs/a.md', '/triggering#gone', 'drifted'],
] as const)('from %s, %s of two pages of that name is %s', ([page, link, verdict]) => {
  const verdicts = verdictsOn(`[a](${link})`, {
    files: {
      'docs/docs.json': '{}',
      'docs/hooks/triggering.mdx': '## Hook',
      'docs/triggering.mdx': '## Delay',
      'docs/a.md': '',
    },
    page,
    kinds: ['fragment'],
  });
  expect(verdicts).toEqual([`fragment ${link.slice(link.indexOf('#'))} ${verdict}`]);
});

test.for([
  ['<Details of="a" headingLevel={3} />', 'unproven'],
  ['```jsx\n<Details headingLevel={3} />\n```', 'drifted'],
  ['<Details headingColour="red" />', 'drifted'],
  ['---\ngenerated: true\n---\n\n# Types', 'unproven'],
  ['# Types', 'drifted'],
] as const)('a fragment of a page with %s is %s', ([text, verdict]) => {
  const files = { 'docs/docs.json': '{}', 'docs/types.mdx': text };
  const verdicts = verdictsOn('[a](./types.mdx#gone)', {
    ...{ files, page: 'docs/a.mdx', kinds: ['fragment'] },
  });
  expect(verdicts).toEqual([`fragment #gone ${verdict}`]);
});

test('what an editor fills in is no fragment', () => {
  const markdown = 'Read [it](#file:../rules.md).';
  expect(verdictsOn(markdown, { page: '.github/prompts/a.md', kinds: ['fragment'] })).toEqual([]);
});

test.for([
  ['#django_port', 'docs/mkdocs.yml', 'holds'],
  ['#django-port', 'docs/mkdocs.yml', 'holds'],
  ['#djangoport', 'docs/mkdocs.yml', 'drifted'],
  ['#djangoport', 'docs/_config.yml', 'holds'],
] as const)('on a site, %s for DJANGO_PORT, by %s, %s', ([link, config, verdict]) => {
  const verdicts = verdictsOn(`# DJANGO_PORT\n\n[a](${link})`, {
    ...{ files: { [config]: '' }, page: 'docs/a.md', kinds: ['fragment'] },
  });
  expect(verdicts).toEqual([`fragment ${link} ${verdict}`]);
});

test.for(['#TODO', '#tbd', '#fixme'])('%s is yet to be written', (link) => {
  expect(verdictsOn(`[a](${link})`, { page: 'docs/a.md', kinds: ['fragment'] })).toEqual([
    `fragment ${link} unproven`,
  ]);
});

test.for([
  ['src/table/_options.md', 'unproven'],
  ['src/table/options.md', 'drifted'],
] as const)('a heading may stand around the part %s: %s', ([page, verdict]) => {
  expect(verdictsOn('[a](#ths)', { page, kinds: ['fragment'] })).toEqual([
    `fragment #ths ${verdict}`,
  ]);
});
