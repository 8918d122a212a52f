import { expect, test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

test('the end of a route whose mount no string gives is not proven', () => {
  const mounted = {
    'src/main.go': [
      ...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'k'].map(
        (name) => `r.Get("/v1/${name}", x)`,
      ),
      'r.Get("/", home)',
      'r.Post("/steps", list)',
      'r.Route(base, func(r chi.Router) {',
      '  r.Post("/{runID}/async", wait)',
      '})',
    ].join('\n'),
  };
  const on = (markdown: string) => verdictsOn(markdown, { files: mounted, kinds: ['route'] });
  expect(on('`POST /v1/runs/{runID}/async`')).toEqual([
    'route POST /v1/runs/{runID}/async unproven',
  ]);
  expect(on('`POST /v1/runs/{runID}/steps`')).toEqual([
    'route POST /v1/runs/{runID}/steps unfounded',
  ]);
});

test('what arranges the pages of a site is no receipt for a route', () => {
  const on = (file: string) =>
    verdictsOn('Call `POST /gate/keeper`.', {
      files: { 'src/main.ts': '' },
      lost: { keeper: { commit: 'a'.repeat(40), date: '2026-05-01', file, line: 1 } },
      kinds: ['route'],
    });
  expect(on('src/main.ts')).toEqual(['route POST /gate/keeper drifted']);
  expect(on('docs/.vitepress/config.mts')).toEqual(['route POST /gate/keeper unproven']);
});
