import { expect, test } from 'vitest';
import { z } from 'zod';
import { runGroup } from '#scripts/gate/process-group.ts';

const node = (code: string) => ({
  file: process.execPath,
  args: ['-e', code],
  env: process.env,
  limitMs: 20_000,
});

test('the ending holds the exit code and both streams', async () => {
  const ending = await runGroup(node('console.log("out"); console.error("err"); process.exit(3)'));
  expect(ending).toMatchObject({ exitCode: 3, timedOut: false });
  expect(ending.output).toContain('out\n');
  expect(ending.output).toContain('err\n');
});

test('the ending holds what the process reports', async () => {
  const ending = await runGroup(node('process.send({ passed: 1 }); process.disconnect()'));
  expect(ending.report).toEqual({ passed: 1 });
});

test('a process over its limit is stopped', async () => {
  const ending = await runGroup({ ...node('setInterval(() => {}, 1000)'), limitMs: 50 });
  expect(ending).toMatchObject({ exitCode: null, timedOut: true });
});

test('a program that is not there is an ending with its reason', async () => {
  const ending = await runGroup({ ...node(''), file: '/nowhere/program' });
  expect(ending.exitCode).toBeNull();
  expect(ending.output).toContain('/nowhere/program');
});

test('what a process leaves behind in its group is ended', async () => {
  const orphan = `
    const server = require('node:http').createServer((_, response) => response.end());
    server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));`;
  const ending = await runGroup(
    node(`
      const child = require('node:child_process').fork('-e', [${JSON.stringify(orphan)}], { execArgv: [] });
      child.on('message', (message) => process.send(message, () => process.exit(0)));`),
  );
  const { port } = z.object({ port: z.int() }).parse(ending.report);
  await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow('fetch failed');
});
