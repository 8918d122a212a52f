import { type HastPluginDefinition, markdownToHtml } from 'satteri';
import { expect, test } from 'vitest';
import { alignedCells } from '#site/aligned-cells.ts';
import { pageLinks } from '#site/page-links.ts';
import { stackedTables } from '#site/stacked-tables.ts';
import { taskLabels } from '#site/task-labels.ts';

async function render(markdown: string, plugin: HastPluginDefinition): Promise<string> {
  const fileURL = new URL('file:///a%20clone/runbooks/alerting/health.md');
  const { html } = await markdownToHtml(markdown, { fileURL, hastPlugins: [plugin] });
  return html;
}

test('alignment is a class, because the policy blocks style attributes', async () => {
  const html = await render('| a | b |\n| - | -: |\n| 1 | 2 |', alignedCells);
  expect(html).toContain('<td class="align-right">2</td>');
  expect(html).not.toContain('style');
});

test('the cells of a wide table know their column, those of a narrow one need not', async () => {
  expect(await render('| a | b | c |\n| - | - | - |\n| 1 | 2 | 3 |', stackedTables)).toContain(
    '<td data-label="c">3</td>',
  );
  expect(await render('| a | b |\n| - | - |\n| 1 | 2 |', stackedTables)).not.toContain(
    'data-label',
  );
});

test.for([
  ['- [ ] Do **it**', '<label><input type="checkbox"> Do <strong>it</strong></label>'],
  ['- [x] Done', '<label><input type="checkbox" checked> Done</label>'],
  ['- [ ] Outer\n  - [ ] Inner', '<label><input type="checkbox"> Inner</label>'],
  ['1. [ ] Loose\n\n   More', '<p><label><input type="checkbox"> Loose</label></p>'],
] as const)('%s can be ticked and is named', async ([markdown, expected]) => {
  expect(await render(markdown, taskLabels)).toContain(expected);
});

test.for([
  ['[a](alerts.md)', '/runbooks/alerting/alerts'],
  ['[a](../restore.mdx#steps)', '/runbooks/restore#steps'],
  ['[a](../../content/live-checks.md)', '/live-checks'],
  ['[a](#here)', '#here'],
  ['[a](/sign-in)', '/sign-in'],
  ['[a](https://example.com/README.md)', 'https://example.com/README.md'],
] as const)('%s leads to %s', async ([markdown, href]) => {
  expect(await render(markdown, pageLinks)).toContain(`<a href="${href}">`);
});
