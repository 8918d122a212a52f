import { expect, test } from 'vitest';
import { metricsOf, unknownMetrics } from '#live/metrics.ts';
import { noon } from './readings.ts';

const taken = { at: noon, durationMs: 20 };
const row = { name: 'errors_1h', value: 0, unit: 'errors', reason: null };

function find(name: string, rows: Parameters<typeof metricsOf>[0]) {
  return metricsOf(rows, taken).find((metric) => metric.name === name)?.reading;
}

test('a measured zero is a zero', () => {
  expect(find('errors_1h', [row])).toEqual({
    status: 'pass',
    value: 0,
    unit: 'errors',
    summary: '0 errors',
    ...taken,
  });
});

test('a metric that the database could not compute is unknown with its reason', () => {
  const reason = 'The database could not compute it.';
  expect(find('errors_1h', [{ ...row, value: null, reason }])).toMatchObject({
    status: 'unknown',
    reason,
  });
});

test('a metric that the database did not send is unknown', () => {
  expect(find('tenants', [row])).toMatchObject({ status: 'unknown' });
});

test('when nothing could be read every metric is unknown', () => {
  const metrics = unknownMetrics('The database did not answer.', taken);
  expect(metrics).toHaveLength(11);
  expect(new Set(metrics.map(({ reading }) => reading.status))).toEqual(new Set(['unknown']));
});
