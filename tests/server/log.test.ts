import { expect, test } from 'vitest';
import { createLog } from '#server/log.ts';
import { requestId } from '#server/request-id.ts';

const now = () => new Date('2026-11-23T04:05:06Z');

test('a line is one JSON object with time, level and event', () => {
  const lines: string[] = [];
  const log = createLog({ level: 'info', write: (line) => lines.push(line), now });
  log('info', 'request', { status: 200 });
  expect(lines).toEqual([
    '{"time":"2026-11-23T04:05:06.000Z","level":"info","event":"request","status":200}\n',
  ]);
});

test.for([
  ['debug', ['debug', 'info', 'warn', 'error']],
  ['warn', ['warn', 'error']],
  ['silent', []],
] as const)('level %s lets %o through', ([level, expected]) => {
  const seen: string[] = [];
  const log = createLog({ level, write: (line) => seen.push(JSON.parse(line).level), now });
  for (const each of ['debug', 'info', 'warn', 'error'] as const) log(each, 'x');
  expect(seen).toEqual(expected);
});

test('a request keeps the id of its proxy, but not one that could break a log line', () => {
  expect(requestId('abcdef-123456')).toBe('abcdef-123456');
  for (const header of [undefined, 'short', 'x'.repeat(65), 'a"}\n{"b', ['a', 'b']]) {
    expect(requestId(header)).toMatch(/^[\da-f-]{36}$/);
  }
});
