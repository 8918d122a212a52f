import { countBlocked, type Outcome } from './outcome.ts';

/** What the schedule needs to know of a stage. */
export type Schedulable = {
  readonly name: string;
  /** Stages that have to be green first. */
  readonly needs?: readonly string[];
  /** Stages that have to be over first, whatever their outcome. */
  readonly after?: readonly string[];
  /** A stage that measures time, or uses both cores, runs alone. */
  readonly alone?: true;
};

type Schedule<Stage> = {
  readonly stages: readonly Stage[];
  readonly run: (stage: Stage) => Promise<Outcome>;
  readonly announce: (outcome: Outcome) => void;
};

/** Runs every stage, two at a time, in order, each after what it waits for. A red one stops none. */
export async function runStages<Stage extends Schedulable>(
  schedule: Schedule<Stage>,
): Promise<Outcome[]> {
  const { stages, run, announce } = schedule;
  const over = new Map<string, Outcome>();
  const running = new Map<Stage, Promise<void>>();
  const settle = (stage: Stage, outcome: Outcome) => {
    running.delete(stage);
    over.set(stage.name, outcome);
    announce(outcome);
  };
  const start = async (stage: Stage) => {
    const blocked = findBlocked(stage, over);
    settle(stage, await (blocked ?? run(stage)));
  };

  while (over.size < stages.length) {
    const waiting = stages
      .filter(({ name }) => !over.has(name))
      .filter((stage) => !running.has(stage));
    const next = findStartable(waiting, [...running.keys()], over);
    if (next) running.set(next, start(next));
    else if (running.size > 0) await Promise.race(running.values());
    else
      throw new Error(`Stages wait for each other: ${waiting.map(({ name }) => name).join(', ')}`);
  }
  return stages.flatMap(({ name }) => over.get(name) ?? []);
}

function findStartable<Stage extends Schedulable>(
  waiting: readonly Stage[],
  running: readonly Stage[],
  over: ReadonlyMap<string, Outcome>,
): Stage | undefined {
  if (running.length >= 2 || running.some(({ alone }) => alone)) return undefined;
  const ready = waiting.filter(({ needs = [], after = [] }) =>
    [...needs, ...after].every((name) => over.has(name)),
  );
  return ready.find(({ alone }) => !alone || running.length === 0);
}

function findBlocked(stage: Schedulable, over: ReadonlyMap<string, Outcome>): Outcome | undefined {
  const blocker = stage.needs?.find((name) => (over.get(name)?.failed ?? 0) > 0);
  return blocker === undefined ? undefined : countBlocked(stage.name, blocker);
}
