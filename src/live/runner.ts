import type { Check, Checks } from './check.ts';
import { withDeadline } from './deadline.ts';
import type { HistoryStore } from './history.ts';
import type { Lease } from './lease.ts';
import { look } from './look.ts';
import type { Delivered, NamedDelivery } from './reading.ts';
import { recall } from './recall.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import type { Surroundings } from './run-check.ts';
import { createSingleFlight } from './single-flight.ts';
import { ageMs, deliver, follow, type Standing } from './standing.ts';

export type RunnerOptions = Surroundings & {
  checks: Checks;
  history: HistoryStore;
  lease: Lease;
  replica: string;
};

export type Runner = {
  /**
   * A fresh reading at once; otherwise everybody waits for one shared run, but only as long as
   * their patience lasts, and then gets what is known, with its age. Rejects only for a name
   * that is no check.
   */
  askAll(names: readonly string[], patienceMs: number): Promise<NamedDelivery[]>;
  /** Resolves when the readings taken so far are kept. */
  settled(): Promise<void>;
};

type State = RunnerOptions & {
  standings: Map<string, Standing>;
  share: (key: string, run: () => Promise<void>) => Promise<void>;
  recorder: Recorder;
};
type Named = { name: string; check: Check };

/** Runs checks for all who ask: one run at a time each, remembered between asks. */
export function createRunner(options: RunnerOptions): Runner {
  const recorder = createRecorder(options);
  const share = createSingleFlight<void>();
  const state: State = { ...options, recorder, standings: new Map(), share };
  return {
    settled: recorder.settled,
    askAll: (names, patienceMs) =>
      Promise.all(names.map((name) => ask(state, find(options.checks, name), patienceMs))),
  };
}

function find(checks: Checks, name: string): Named {
  const check = checks[name];
  if (check) return { name, check };
  throw new Error(`No check "${name}". There are: ${Object.keys(checks).join(', ')}.`);
}

async function ask(state: State, named: Named, patienceMs: number): Promise<NamedDelivery> {
  const { clock, share } = state;
  if (!isFresh(state, named)) {
    const flight = share(named.name, () => refresh(state, named));
    await withDeadline({ clock, timeoutMs: patienceMs }, () => flight);
  }
  return { name: named.name, title: named.check.title, delivered: known(state, named) };
}

function isFresh({ standings, clock }: State, { name, check }: Named): boolean {
  const standing = standings.get(name);
  return standing !== undefined && ageMs(standing.latest, clock.now()) < check.freshForMs;
}

async function refresh(state: State, named: Named): Promise<void> {
  const before = state.standings.get(named.name);
  const [standing, entry] = await Promise.all([
    before ?? recall(state, named.name),
    look({ ...state, ...named }),
  ]);
  state.standings.set(named.name, follow(standing, entry.reading));
}

function known({ standings, clock }: State, { name, check }: Named): Delivered {
  const nowMs = clock.now();
  const standing = standings.get(name);
  return standing
    ? deliver(standing, { nowMs, freshForMs: check.freshForMs })
    : underWay(new Date(nowMs).toISOString());
}

function underWay(now: string): Delivered {
  const reason = 'The first reading is still under way.';
  return { freshness: 'failed', reason, at: now, durationMs: 0, since: now, lastGood: null };
}
