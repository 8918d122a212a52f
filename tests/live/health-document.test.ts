import { expect, test } from 'vitest';
import { healthDocument, healthStatus } from '#live/health-document.ts';
import { healthLine } from '#live/health-line.ts';
import type { Delivered, NamedDelivery } from '#live/reading.ts';
import { deliver, follow } from '#live/standing.ts';
import { after, failed, noon, passed, unknown } from './readings.ts';

const nowMs = Date.parse(noon);
const fresh = { freshForMs: 1_000, nowMs };
const up = deliver(follow(undefined, passed()), fresh);
const down = deliver(follow(undefined, failed()), fresh);
const hanging = deliver(follow(undefined, unknown()), fresh);
const stale = deliver(follow(undefined, passed()), { freshForMs: 0, nowMs });
const slow: Delivered = {
  freshness: 'fresh',
  ageMs: 0,
  since: noon,
  reading: { ...passed(), status: 'warn', reason: 'Slow.' },
};

function named(delivered: Delivered, name: string): NamedDelivery {
  return { name, title: name, delivered };
}

test.for([
  ['both up', up, up, 'pass'],
  ['one slow', up, slow, 'warn'],
  ['one down', up, down, 'fail'],
  ['one hanging', hanging, up, 'fail'],
  ['a green reading that is stale', stale, up, 'fail'],
  ['slow and down', slow, down, 'fail'],
] as const)('%s: %s', ([, database, storage, status]) => {
  expect(healthStatus([named(database, 'database'), named(storage, 'storage')])).toBe(status);
});

test('a site that asked nothing is not healthy', () => {
  expect(healthStatus([])).toBe('fail');
});

test('every component says its time, its duration and what is wrong', () => {
  expect(healthDocument([named(up, 'database'), named(hanging, 'storage')])).toEqual({
    status: 'fail',
    checks: {
      'database:responseTime': [
        { status: 'pass', time: noon, observedValue: 12, observedUnit: 'ms' },
      ],
      'storage:responseTime': [
        {
          status: 'fail',
          time: noon,
          observedValue: 1_500,
          observedUnit: 'ms',
          output: 'No answer.',
        },
      ],
    },
  });
});

test('the public line is as old as its oldest reading and dates from the first failure', () => {
  const later = deliver(follow(undefined, failed(after(400))), fresh);
  const line = healthLine([named(up, 'database'), named(later, 'storage')], nowMs + 500);
  expect(line).toEqual({ status: 'fail', at: noon, ageMs: 500, since: after(400) });
});

test('what no longer answers is in trouble since its last answer, not since it was well', () => {
  const standing = follow(follow(undefined, passed()), passed(after(60_000)));
  const quiet = deliver(standing, { freshForMs: 1_000, nowMs: nowMs + 90_000 });
  expect(quiet).toMatchObject({ freshness: 'stale', since: noon });
  const line = healthLine([named(quiet, 'database')], nowMs + 90_000);
  expect(line).toMatchObject({ status: 'fail', at: after(60_000), since: after(60_000) });
});
