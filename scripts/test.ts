/** `npm test`: every stage of the gate, and one line with the count at the end. */
import { signalGroups } from './gate/process-group.ts';
import { runStage } from './gate/run-stage.ts';
import { runStages } from './gate/schedule.ts';
import { stages } from './gate/stages.ts';
import { describeOutcome, isGreen, summarise } from './gate/summary.ts';

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    signalGroups(signal);
    process.exit(1);
  });
}

const outcomes = await runStages({
  stages,
  run: runStage,
  announce: (outcome) => console.log(describeOutcome(outcome)),
});
console.log(summarise(outcomes));
process.exitCode = isGreen(outcomes) ? 0 : 1;
