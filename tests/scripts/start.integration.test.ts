import { once } from 'node:events';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findFreePort } from '#supabase/embedded/free-port.ts';
import { readPostmaster } from '#supabase/embedded/postmaster.ts';
import { findProcess, waitUntil } from '#supabase/embedded/processes.ts';
import { makeDataFolder, removeDataFolder } from '#support/database.ts';
import { type Launcher, startLauncher } from '#support/launcher.ts';

let dataFolder: string;
let port: number;
let launchers: Launcher[] = [];
beforeEach(async () => {
  dataFolder = await makeDataFolder();
  port = await findFreePort();
});
afterEach(async () => {
  for (const launcher of launchers.reverse()) {
    if (launcher.process.exitCode === null) await launcher.end('SIGTERM');
  }
  launchers = [];
  await removeDataFolder(dataFolder);
});

test('it says where it is, who may sign in and where its data is; Ctrl-C leaves nothing', async () => {
  const launcher = start();
  expect(await launcher.settled()).toBe('ready');
  expect(launcher.output()).toContain(`http://127.0.0.1:${port}`);
  expect(launcher.output()).toContain('admin@ops.test      system admin');
  expect(launcher.output()).toContain(`are in ${dataFolder}`);
  expect((await fetch(`http://127.0.0.1:${port}/livez`)).status).toBe(200);

  const children = await childrenOf();
  expect(children).toHaveLength(2);
  expect(await launcher.end('SIGINT')).toBe(0);
  expect(children.map(findProcess)).toEqual([undefined, undefined]);
  expect(postgres()).toBeUndefined();
});

test('after a kill -9 its parts end by themselves, and the next start has the same data', async () => {
  const first = start();
  await first.settled();
  const children = await childrenOf();
  await first.end('SIGKILL');
  const areGone = () => children.every((child) => findProcess(child) === undefined);
  expect(await waitUntil(areGone, { withinMs: 20_000 })).toBe(true);

  const second = start();
  expect(await second.settled()).toBe('ready');
  expect(passwordIn(second)).toBe(passwordIn(first));
});

test('a Postgres that outlived everything is taken over', async () => {
  const first = start();
  await first.settled();
  const left = postgres()?.pid;
  const pids = (await childrenOf()).map(findProcess);
  await Promise.all([
    first.end('SIGKILL'),
    ...pids.map((pid) => pid && process.kill(pid, 'SIGKILL')),
  ]);

  expect(await start().settled()).toBe('ready');
  expect(postgres()?.pid).toBe(left);
});

test('a second one on the same data is refused, and leaves the first alone', async () => {
  const first = start();
  await first.settled();
  const second = start();
  expect(await second.settled()).toBe(2);
  expect(second.output()).toContain(`Holdfast already runs at http://127.0.0.1:${port}`);
  expect(second.output()).toContain('PORT and HOLDFAST_DATA_DIR');
  expect((await fetch(`http://127.0.0.1:${port}/livez`)).status).toBe(200);
});

test('a taken port is named, with what to do', async () => {
  const taken = createServer().listen(port, '127.0.0.1');
  await once(taken, 'listening');
  const launcher = start();
  expect(await launcher.settled()).toBe(2);
  expect(launcher.output()).toBe(
    `Port ${port} on 127.0.0.1 is taken. Stop what listens there, or choose another port: ` +
      `PORT=${port + 1} npm start\n`,
  );
  taken.close();
});

test.for([
  ['is no database', (cluster: string) => rm(join(cluster, 'PG_VERSION')), 'has no PG_VERSION'],
  [
    'is of another version',
    (cluster: string) => writeFile(join(cluster, 'PG_VERSION'), '16\n'),
    'was made by Postgres 16',
  ],
  [
    'is damaged',
    (cluster: string) => rm(join(cluster, 'global'), { recursive: true }),
    'does not start on',
  ],
] as const)('a data folder that %s is told apart, with what to do', async ([, damage, message]) => {
  await damage(join(dataFolder, 'postgres'));
  const launcher = start();
  expect(await launcher.settled()).toBe(2);
  expect(launcher.output()).toContain(message);
  expect(launcher.output()).toContain('npm run db:restore');
  expect(launcher.output()).not.toContain('    at ');
});

test('keys that cannot be read are told apart', async () => {
  await writeFile(join(dataFolder, 'secrets.json'), '{}');
  const launcher = start();
  expect(await launcher.settled()).toBe(2);
  expect(launcher.output()).toContain('secrets.json does not hold the keys');
});

test.for([
  ['PORT', 'http', 'PORT is malformed: it must be a port number.'],
  ['SUPABASE_URL', 'https://x.supabase.co', 'SUPABASE_SERVICE_ROLE_KEY is missing'],
] as const)('%s=%s is refused by name', async ([name, value, message]) => {
  const launcher = start({ [name]: value });
  expect(await launcher.settled()).toBe(2);
  expect(launcher.output()).toContain(message);
});

test('a folder that cannot be written is named', async () => {
  await mkdir(join(dataFolder, 'sub'));
  await writeFile(join(dataFolder, 'sub', 'file'), '');
  const launcher = start({ HOLDFAST_DATA_DIR: join(dataFolder, 'sub', 'file') });
  expect(await launcher.settled()).toBe(2);
  expect(launcher.output()).toContain('Set HOLDFAST_DATA_DIR to a folder that you may write to.');
});

function start(env: Readonly<Record<string, string>> = {}): Launcher {
  const launcher = startLauncher({ HOLDFAST_DATA_DIR: dataFolder, PORT: String(port), ...env });
  launchers.push(launcher);
  return launcher;
}

function postgres() {
  return readPostmaster(join(dataFolder, 'postgres'));
}

async function childrenOf(): Promise<string[]> {
  return JSON.parse(await readFile(join(dataFolder, 'start.json'), 'utf8')).children;
}

function passwordIn(launcher: Launcher): string | undefined {
  return /password (\S+)/.exec(launcher.output())?.[1];
}
