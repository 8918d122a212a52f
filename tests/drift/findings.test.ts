import { join } from 'node:path';
import { beforeAll, test } from 'vitest';
import { messages } from '#drift/messages.ts';
import { text } from '#drift/reporters/text.ts';
import { loadSqlParser } from '#drift/repository/sql-parser.ts';
import { readFixture, reportOn } from '#support/finding-fixture.ts';

beforeAll(() => loadSqlParser());

test.for(Object.keys(messages))('%s has an example that yields it', async (code, { expect }) => {
  const fixture = readFixture(code);
  if (!fixture) throw new Error(`tests/fixtures/findings/${code} is missing.`);
  const report = reportOn(fixture);
  expect(report.claims.map((claim) => claim.code)).toContain(code);
  const printed = text(report, {
    list: 'findings',
    target: 'plain',
    prefix: '',
    readPage: () => undefined,
  });
  await expect(printed).toMatchFileSnapshot(join(fixture.folder, 'report.txt'));
});
