import { expect, test } from 'vitest';
import { findChromium } from '#scripts/gate/chromium.ts';

test.for<[string, { CHROMIUM_PATH?: string }, string[], string | undefined]>([
  ['CHROMIUM_PATH decides', { CHROMIUM_PATH: '/opt/c' }, ['/opt/c', '/usr/bin/chromium'], '/opt/c'],
  [
    'a wrong CHROMIUM_PATH finds nothing',
    { CHROMIUM_PATH: '/opt/c' },
    ['/usr/bin/chromium'],
    undefined,
  ],
  [
    'an empty CHROMIUM_PATH is none',
    { CHROMIUM_PATH: '' },
    ['/usr/bin/chromium'],
    '/usr/bin/chromium',
  ],
  ['Chrome does where Chromium is not', {}, ['/usr/bin/google-chrome'], '/usr/bin/google-chrome'],
  ['a machine without either has none', {}, [], undefined],
])('%s', ([, source, programs, expected]) => {
  expect(findChromium(source, (path) => programs.includes(path))).toBe(expected);
});
