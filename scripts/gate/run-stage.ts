import { join } from 'node:path';
import { findChromium } from './chromium.ts';
import { countStatement, countTests, type Outcome } from './outcome.ts';
import { runGroup } from './process-group.ts';
import type { Stage } from './stages.ts';

/** Runs one stage and counts it. A stage that fails is an outcome, not an exception. */
export async function runStage(stage: Stage): Promise<Outcome> {
  const { name, env = {}, limitMs } = stage;
  const options = { env: { ...stageEnv(), ...env }, limitMs };
  return 'project' in stage
    ? countTests(name, await runGroup({ ...testCommand(stage.project), ...options }))
    : countStatement(name, await runGroup({ ...npmCommand(stage.script), ...options }));
}

function testCommand(project: string) {
  return { file: process.execPath, args: [join(import.meta.dirname, 'run-tests.ts'), project] };
}

function npmCommand([script, ...args]: readonly [string, ...string[]]) {
  return { file: 'npm', args: ['run', '--silent', script, '--', ...args] };
}

function stageEnv(): NodeJS.ProcessEnv {
  const chromium = findChromium(process.env);
  return {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    NO_COLOR: '1',
    ...(chromium === undefined ? {} : { CHROMIUM_PATH: chromium }),
  };
}
