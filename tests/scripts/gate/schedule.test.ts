import { expect, test } from 'vitest';
import type { Outcome } from '#scripts/gate/outcome.ts';
import { runStages, type Schedulable } from '#scripts/gate/schedule.ts';
import { stages as gateStages } from '#scripts/gate/stages.ts';

type Trace = { readonly events: string[]; readonly outcomes: readonly Outcome[] };

async function runWith(stages: readonly Schedulable[], failing: string[] = []): Promise<Trace> {
  const events: string[] = [];
  const outcomes = await runStages({
    stages,
    announce: ({ stage }) => events.push(`-${stage}`),
    run: async ({ name: stage }) => {
      events.push(`+${stage}`);
      await Promise.resolve();
      const failed = failing.includes(stage) ? 1 : 0;
      return { stage, passed: 1 - failed, failed, skipped: [], durationMs: 0, output: '' };
    },
  });
  return { events, outcomes };
}

test('two stages run at a time, in order', async () => {
  const { events } = await runWith([{ name: 'a' }, { name: 'b' }, { name: 'c' }]);
  expect(events.slice(0, 2)).toEqual(['+a', '+b']);
  expect(events.indexOf('+c')).toBeGreaterThan(events.indexOf('-a'));
});

test('a red stage stops no other', async () => {
  const { outcomes } = await runWith([{ name: 'a' }, { name: 'b' }, { name: 'c' }], ['a']);
  expect(outcomes.map(({ failed }) => failed)).toEqual([1, 0, 0]);
});

test('a stage runs after what it waits for, also when that is red', async () => {
  const { events } = await runWith([{ name: 'a', after: ['b'] }, { name: 'b' }], ['b']);
  expect(events).toEqual(['+b', '-b', '+a', '-a']);
});

test('a stage that needs a red one does not run, and is red', async () => {
  const stages = [{ name: 'a' }, { name: 'b', needs: ['a'] }, { name: 'c', needs: ['b'] }];
  const { events, outcomes } = await runWith(stages, ['a']);
  expect(events).toEqual(['+a', '-a', '-b', '-c']);
  expect(outcomes.map(({ failed }) => failed)).toEqual([1, 1, 1]);
});

test('a stage that runs alone shares its time with none', async () => {
  const stages: Schedulable[] = [{ name: 'a' }, { name: 'b', alone: true }, { name: 'c' }];
  const { events } = await runWith(stages);
  expect(events.indexOf('-b') - events.indexOf('+b')).toBe(1);
});

test('stages that wait for each other are an error that names them', async () => {
  const stages = [
    { name: 'a', after: ['b'] },
    { name: 'b', after: ['a'] },
  ];
  await expect(runWith(stages)).rejects.toThrow('Stages wait for each other: a, b');
});

test('the gate itself can run to its end', async () => {
  const { outcomes } = await runWith(gateStages);
  expect(outcomes).toHaveLength(gateStages.length);
});
