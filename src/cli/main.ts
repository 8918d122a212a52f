#!/usr/bin/env node
import { run } from './run.ts';

// Only the code is set: output that is still on its way to a pipe is not cut off.
process.exitCode = await run(process.argv.slice(2), {
  folder: process.cwd(),
  now: () => new Date(),
  out: process.stdout,
  notes: process.stderr,
});
