import { expect, test } from 'vitest';
import { readRequestPath } from '#server/request-path.ts';

test.for([
  ['/', { status: 'plain', path: '/', search: '' }],
  ['/runbooks/a-b', { status: 'plain', path: '/runbooks/a-b', search: '' }],
  ['/caf%C3%A9?a=1?b', { status: 'plain', path: '/café', search: '?a=1?b' }],
  ['/runbooks/?a=1', { status: 'redirect', to: '/runbooks?a=1' }],
] as const)('%s reads as %o', ([target, expected]) => {
  expect(readRequestPath(target)).toEqual(expected);
});

test.for([
  '/../etc/passwd',
  '/a/..',
  '/a/./b',
  '//evil.example/a',
  '/a//b',
  '/a%2fb',
  '/a%2Fb',
  '/%2e%2e/b',
  '/a%5cb',
  '/a\\b',
  '/a%252fb',
  '/a%00',
  '/%E0%A4%A',
  'http://evil.example/',
  '*',
  '',
])('%s is refused', (target) => {
  expect(readRequestPath(target).status).toBe('refused');
});
