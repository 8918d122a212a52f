import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '#config/usage-error.ts';
import { type Backend, startBackend } from './backend.ts';
import { readSecrets } from './secrets.ts';
import type { Started } from './started.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '.holdfast' },
    schema: { type: 'string', default: 'supabase' },
    'patience-ms': { type: 'string', default: '15000' },
    'restart-after-ms': { type: 'string', default: '5000' },
    /** A Postgres setting, `name=value`; may be repeated. */
    set: { type: 'string', multiple: true, default: [] },
  },
});

async function serve(): Promise<void> {
  const dataFolder = resolve(values.data);
  const starting = startBackend({
    dataFolder,
    schemaFolder: resolve(values.schema),
    patienceMs: Number(values['patience-ms']),
    restartAfterMs: Number(values['restart-after-ms']),
    settings: Object.fromEntries(values.set.map((setting) => setting.split('=', 2))),
  });
  const stop = stopWith(starting);
  surviveLateWrites(starting);
  const { url } = await starting;
  const { publishableKey, secretKey, demoPassword } = await readSecrets(dataFolder);
  const started: Started = { url, publishableKey, secretKey, demoPassword };
  // The launcher may have been killed before anybody listened for that.
  if (process.send && !process.connected) await stop();
  process.send?.(started);
}

/** Also in the middle of a start: nothing may be left behind. */
function stopWith(starting: Promise<Backend>): () => Promise<never> {
  const stop = async () => {
    await starting.then((backend) => backend.stop()).catch(() => undefined);
    return process.exit(0);
  };
  for (const event of ['SIGINT', 'SIGTERM', 'disconnect']) process.once(event, stop);
  return stop;
}

/**
 * postgres.js writes once more from a timer when its connection has gone, where nobody can catch
 * it, and that connection never works again: the API gets new ones. Any other exception ends this.
 */
function surviveLateWrites(starting: Promise<Backend>): void {
  process.on('uncaughtException', (error) => {
    console.error(`[backend] ${error}`);
    if (!error.stack?.includes('/postgres/src/connection.js')) process.exit(2);
    void starting.then((backend) => backend.renew()).catch(() => undefined);
  });
}

await serve().catch((error) => {
  console.error(error instanceof UsageError ? error.message : error);
  process.exit(2);
});
