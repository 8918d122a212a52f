import { expect, test } from 'vitest';
import { runScript } from '#support/run-script.ts';
import { setBackend, setSite } from '#support/stage.ts';

const backend = setBackend();
const site = setSite(backend);

test('every surface of a whole system is well', async () => {
  const { code, output } = await verify(backend().demoPassword);
  expect(output).toMatch(/(\d+) of \1 surfaces are well/);
  expect(code).toBe(0);
});

test('a wrong password fails what needs a session, and nothing else', async () => {
  const { code, output } = await verify('not-the-password');
  expect(code).toBe(1);
  expect(output).toContain('pass  Health is the status and nothing else');
  expect(output).toContain('FAIL  The system admin signs in: POST /sign-in answers 401');
});

test('without Postgres it fails on health, not on the pages', { timeout: 60_000 }, async () => {
  backend().killPostgres();
  await expect.poll(readiness, { timeout: 20_000 }).toBe(503);
  const { code, output } = await verify(backend().demoPassword);
  expect(code).toBe(1);
  expect(output).toContain('pass  The first page reads');
  expect(output).toContain('FAIL  The replica is ready: GET /readyz answers 503 instead of 200');
  await backend().resumePostgres();
});

async function readiness(): Promise<number> {
  return (await fetch(`${site().url}/readyz`)).status;
}

function verify(password: string) {
  return runScript('verify-system', [], {
    SITE_URL: site().url,
    VERIFY_EMAIL: 'admin@ops.test',
    VERIFY_PASSWORD: password,
  });
}
