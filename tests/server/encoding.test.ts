import { expect, test } from 'vitest';
import { chooseEncoding, isCompressible } from '#server/encoding.ts';

test.for([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['GZIP;q=0.0', 'identity'],
  ['brotli', 'identity'],
] as const)('"%s" gets %s', ([accept, expected]) => {
  expect(chooseEncoding(accept)).toBe(expected);
});

test.for([
  ['text/html; charset=utf-8', true],
  ['application/health+json', true],
  ['application/json', true],
  ['image/svg+xml', true],
  ['image/png', false],
  ['font/woff2', false],
  ['', false],
] as const)('%s is compressed: %s', ([type, expected]) => {
  expect(isCompressible(type)).toBe(expected);
});
