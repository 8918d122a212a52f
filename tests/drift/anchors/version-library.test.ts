import { expect, test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const files = {
  'package.json': '{"devDependencies":{"typescript":"~6.0.2","vite":"^7.1.0"}}',
  'web/package.json':
    '{"dependencies":{"react":"^19.0.0","react-native":"0.80.1","zod":"catalog:"}}',
  'legacy/package.json': '{"peerDependencies":{"react":">=17 <18"}}',
};

test.for([
  ['The frontend uses React 19.', ['React 19 holds']],
  ['The frontend uses React 18.', ['React 18 drifted']],
  ['The frontend uses React 17.', ['React 17 holds']],
  ['The frontend uses React 18+.', ['React 18 holds']],
  [
    'Stack: React 18 + TypeScript 5.9 + Vite 7.',
    ['React 18 drifted', 'TypeScript 5.9 drifted', 'Vite 7 holds'],
  ],
  ['## Tech stack\n\n- **TypeScript** 5.9', ['TypeScript 5.9 drifted']],
  ['## Tech stack\n\n- TypeScript 5.9 (strict)', ['TypeScript 5.9 drifted']],
  ['The app is built with React Native 0.80.', ['React Native 0.80 holds']],
  ['The app is built with React Native 0.79.', ['React Native 0.79 drifted']],
  ['The frontend uses Zod 3.', ['Zod 3 unproven']],
  ['The frontend uses Vue 3.', ['Vue 3 unproven']],
  ['## Tech stack\n\n- Vite (5173)\n- Vite 5173\n- React 85% covered\n- React 3 routes', []],
  ['## Tech stack\n\n- React (v18.2)', ['React (v18.2 drifted']],
  ['We use it: React 18 uses `ref` as a prop.', []],
  ['For React 18+ use the package.', []],
  ['This is not built with React 18.', []],
  ['We use it and stay on React 18.', []],
  ['Built with React 99999999999999999999.', []],
  ['It supports React 18.', []],
  ['The frontend uses the React 18 docs.', []],
  ['The frontend was moved from React 18.', []],
  ['It is about React 18.', []],
] as const)('%s', ([markdown, expected]) => {
  const verdicts = verdictsOn(markdown, { files, kinds: ['version'] });
  expect(verdicts).toEqual(expected.map((text) => `version ${text}`));
});

test('only a page of the project says what it is made of', () => {
  const on = (page: string) =>
    verdictsOn('The frontend uses React 18.', { files, page, kinds: ['version'] });
  expect(on('AGENTS.md')).toEqual(['version React 18 drifted']);
  expect(on('docs/guide.md')).toEqual([]);
  expect(on('.agents/skills/react/AGENTS.md')).toEqual([]);
});

test.for([
  ['Built with Rails 6.', { 'Gemfile.lock': '    rails (7.1.3.4)\n' }, 'Rails 6 drifted'],
  ['Built with Rails 7.', { 'Gemfile.lock': '    rails (7.1.3.4)\n' }, 'Rails 7 holds'],
  ['Built with Django 4.', { 'requirements.txt': 'Django==5.0.1\n' }, 'Django 4 drifted'],
  [
    'Built with Django 4.',
    { 'requirements.txt': 'Django==5.0.1\n', 'pyproject.toml': 'dependencies = ["django>=4"]' },
    'Django 4 unproven',
  ],
  [
    'Built with React 18.',
    { 'e2e/app/package.json': files['web/package.json'] },
    'React 18 unproven',
  ],
  [
    'Built with React 18.',
    { 'starters/a/package.json': files['web/package.json'] },
    'React 18 unproven',
  ],
] as const)('%s, where %o: %s', ([markdown, manifests, expected]) => {
  expect(verdictsOn(markdown, { files: manifests, kinds: ['version'] })).toEqual([
    `version ${expected}`,
  ]);
});

test('a page on the project of its readers says nothing of ours', () => {
  const markdown = 'Create your app: `npm create site`. It uses React 18.';
  expect(verdictsOn(markdown, { files, kinds: ['version'] })).toEqual([
    'version React 18 unproven',
  ]);
});
