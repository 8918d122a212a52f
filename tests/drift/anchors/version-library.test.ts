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
