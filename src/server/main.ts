import { resolve } from 'node:path';
import { describeProblems, readEnv, readEnvFile } from '#config/env.ts';
import { createFrontServer } from './front-server.ts';
import { createLog } from './log.ts';
import { closeServer } from './shutdown.ts';
import { readSite } from './site.ts';

const SHUTDOWN_MS = 5_000;

readEnvFile();
const env = readEnv();
const log = createLog({
  level: env.LOG_LEVEL,
  write: (line) => process.stdout.write(line),
  now: () => new Date(),
});
if (env.problems.length > 0) {
  log('warn', 'environment', { problems: describeProblems(env.problems) });
}

const server = createFrontServer({ ...(await readSite(resolve('dist'))), log });
server.on('error', (error) => {
  log('error', 'server', { reason: error.message });
  process.exit(2);
});
server.listen(env.PORT, env.HOST, () => {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : env.PORT;
  log('info', 'listening', { url: `http://${env.HOST}:${port}` });
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    log('info', 'stopping', { signal });
    await closeServer(server, SHUTDOWN_MS);
    process.exit(0);
  });
}
