/** Runs one vitest project and sends its count to the gate: `node run-tests.ts unit`. */
import { startVitest } from 'vitest/node';
import { readReport } from './read-report.ts';

const project = process.argv[2];
if (project === undefined) throw new Error('Name the vitest project to run, such as "unit".');

const vitest = await startVitest([], {
  project,
  watch: false,
  update: 'none',
  reporters: [
    'default',
    { onTestRunEnd: (modules, errors) => void process.send?.(readReport(modules, errors)) },
  ],
});
await vitest.exit();
