import { expect, test } from 'vitest';
import { isSameOrigin } from '#auth/same-origin.ts';

const url = 'http://ops.test/sign-in';

test.for([
  [{ 'sec-fetch-site': 'same-origin' }, true],
  [{ 'sec-fetch-site': 'same-site', origin: 'http://ops.test' }, false],
  [{ 'sec-fetch-site': 'cross-site', origin: 'http://ops.test' }, false],
  [{ 'sec-fetch-site': 'none' }, false],
  [{ origin: 'http://ops.test' }, true],
  [{ origin: 'https://ops.test', host: 'ops.test' }, true],
  [{ origin: 'http://ops.test:8080' }, false],
  [{ origin: 'http://evil.test' }, false],
  [{ origin: 'null' }, false],
  [{}, false],
] as const)('a post with %o is of this site: %s', ([headers, expected]) => {
  expect(isSameOrigin({ headers: new Headers(headers), url })).toBe(expected);
});
