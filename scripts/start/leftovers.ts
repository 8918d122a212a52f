import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { UsageError } from '#config/usage-error.ts';
import { makeDataFolder } from '#supabase/embedded/data-folder.ts';
import { endProcess, findProcess, identify, parentOf } from '#supabase/embedded/processes.ts';

const Launch = z.object({
  launcher: z.string(),
  parent: z.string(),
  children: z.array(z.string()),
  url: z.string(),
});
type Launch = z.infer<typeof Launch>;

const stopSignals = [
  ['SIGTERM', 15_000],
  ['SIGKILL', 2_000],
] as const;

/** Ends what a killed launcher left running on this data folder. A launcher that lives is an error. */
export async function endLeftovers(dataFolder: string): Promise<void> {
  const launch = await readLaunch(dataFolder);
  if (!launch) return;
  const launcher = findProcess(launch.launcher);
  if (launcher !== undefined && !isOrphan(launcher, launch)) {
    throw new UsageError(
      `Holdfast already runs at ${launch.url} (process ${launcher}). Stop it first, ` +
        'or run a second one with its own PORT and HOLDFAST_DATA_DIR.',
    );
  }
  for (const identity of [launch.launcher, ...launch.children]) {
    const pid = findProcess(identity);
    if (pid !== undefined) await endProcess(pid, stopSignals);
  }
}

/** Writes down what runs here, for the next start to find after a kill -9. */
export async function recordLaunch(
  dataFolder: string,
  { children, url }: { children: readonly number[]; url: string },
): Promise<void> {
  const launch: Launch = {
    launcher: identify(process.pid),
    parent: identify(process.ppid),
    children: children.map(identify),
    url,
  };
  await makeDataFolder(dataFolder);
  await writeFile(fileIn(dataFolder), JSON.stringify(launch), { mode: 0o600 });
}

/** Takes back what this process wrote down. */
export async function forgetLaunch(dataFolder: string): Promise<void> {
  const launch = await readLaunch(dataFolder);
  if (launch?.launcher === identify(process.pid)) await rm(fileIn(dataFolder), { force: true });
}

// npm was killed: its child lives on under another parent, and nobody can stop it from a terminal.
function isOrphan(launcher: number, launch: Launch): boolean {
  const parent = parentOf(launcher);
  return parent !== undefined && identify(parent) !== launch.parent;
}

async function readLaunch(dataFolder: string): Promise<Launch | undefined> {
  try {
    return Launch.parse(JSON.parse(await readFile(fileIn(dataFolder), 'utf8')));
  } catch {
    // None, or one that says nothing.
    return undefined;
  }
}

function fileIn(dataFolder: string): string {
  return join(dataFolder, 'start.json');
}
