import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const Runtime = z.object({ apiPort: z.int().default(0), postgresPort: z.int().default(0) });
/** Where the backend listened last: scripts connect there, and the next start keeps the ports. */
export type Runtime = z.infer<typeof Runtime>;

const fileName = 'backend.json';

export async function readRuntime(dataFolder: string): Promise<Runtime> {
  const text = await readFile(join(dataFolder, fileName), 'utf8').catch(() => '{}');
  // Only a preference: a file that cannot be read costs new ports, nothing else.
  return Runtime.catch({ apiPort: 0, postgresPort: 0 }).parse(parse(text));
}

export async function writeRuntime(dataFolder: string, runtime: Runtime): Promise<void> {
  await writeFile(join(dataFolder, fileName), JSON.stringify(runtime), { mode: 0o600 });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
