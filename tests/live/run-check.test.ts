import { createClient } from '@supabase/supabase-js';
import { expect, test, vi } from 'vitest';
import { type Check, defineCheck, type Outcome, type Sources } from '#live/check.ts';
import { runCheck } from '#live/run-check.ts';
import { createFakeClock, settle } from './fake-clock.ts';

const pass: Outcome = { status: 'pass', value: 1, unit: 'row', summary: 'Answers' };

function checkThat(read: Check['read']): Check {
  return defineCheck({
    title: 'Database',
    timeoutMs: 1_500,
    freshForMs: 1_000,
    scope: 'replica',
    read,
  });
}

function surroundings() {
  const clock = createFakeClock();
  const signals: AbortSignal[] = [];
  const sources = (signal: AbortSignal): Sources => {
    signals.push(signal);
    const supabase = createClient('http://source.test', 'key');
    return { supabase, get: () => Promise.reject(new Error('unused')), now: clock.now };
  };
  return { clock, sources, signals, report: vi.fn() };
}

test('an answer becomes a reading with its time and duration', async () => {
  const around = surroundings();
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const reading = runCheck(
    checkThat(() => promise),
    around,
  );
  await around.clock.advance(40);
  resolve(pass);
  expect(await reading).toEqual({ ...pass, at: '2026-11-23T04:00:00.000Z', durationMs: 40 });
});

test('a source that hangs is unknown after the time limit, and its calls are aborted', async () => {
  const around = surroundings();
  const reading = runCheck(
    checkThat(() => new Promise(() => undefined)),
    around,
  );
  await settle();
  expect(around.signals[0]?.aborted).toBe(false);
  await around.clock.advance(1_500);
  expect(await reading).toMatchObject({
    status: 'unknown',
    reason: 'No answer within 1,500 ms.',
    durationMs: 1_500,
  });
  expect(around.signals[0]?.aborted).toBe(true);
});

test.for([
  ['nothing', 'null'],
  ['a status of its own', '{"status":"green","value":1,"unit":null,"summary":"x"}'],
  ['a text for a number', '{"status":"pass","value":"1","unit":null,"summary":"x"}'],
  ['no summary', '{"status":"pass","value":1,"unit":null}'],
  ['a failure without a reason', '{"status":"fail","value":1,"unit":null,"summary":"x"}'],
  ['a bare string', '"pass"'],
])('a check that answers %s is unknown, never green', async ([, answer = '']) => {
  const around = surroundings();
  const reading = await runCheck(
    checkThat(async () => JSON.parse(answer)),
    around,
  );
  expect(reading).toMatchObject({
    status: 'unknown',
    reason: 'The answer had a form that could not be read.',
  });
  expect(around.report).toHaveBeenCalledOnce();
});

test.for([
  ['rejects', () => Promise.reject(new Error('password=hunter2'))],
  [
    'throws at once',
    () => {
      throw new Error('password=hunter2');
    },
  ],
] as const)('a check that %s is unknown, and only the log learns the cause', async ([, read]) => {
  const around = surroundings();
  const reading = await runCheck(checkThat(read), around);
  expect(reading).toMatchObject({
    status: 'unknown',
    reason: 'The check stopped before it had an answer.',
  });
  expect(JSON.stringify(reading)).not.toContain('hunter2');
  expect(around.report).toHaveBeenCalledWith('check "Database"', new Error('password=hunter2'));
});
