import { expect, test } from 'vitest';
import { csvEntry, csvHeader } from '#supabase/queries/audit-log-csv.ts';
import type { AuditLogEntry } from '#supabase/queries/audit-logs.ts';

const entry: AuditLogEntry = {
  id: 7,
  tenant_id: '0a000000-0000-4000-8000-000000000001',
  occurred_at: '2026-11-23T12:00:00.123456+00:00',
  actor_id: null,
  actor_email: 'owner@acme.test',
  action: 'member.added',
  resource_type: 'user',
  resource_id: '9',
  details: { role: 'admin' },
  ip: '203.0.113.7',
  prev_hash: '00',
  hash: 'ff',
};

test('the header names the columns', () => {
  expect(csvHeader).toBe(
    'id,occurred_at,actor_email,actor_id,action,resource_type,resource_id,ip,details,prev_hash,hash\r\n',
  );
});

test('an entry is one line, with its details as quoted JSON', () => {
  expect(csvEntry(entry)).toBe(
    '7,2026-11-23T12:00:00.123456+00:00,owner@acme.test,,member.added,user,9,203.0.113.7,"{""role"":""admin""}",00,ff\r\n',
  );
});

/** The cell of `resource_id`, as it stands in the line. */
function cellOf(value: string): string {
  const line = csvEntry({ ...entry, resource_id: value });
  return line.slice(line.indexOf(',user,') + ',user,'.length, line.indexOf(',203.0.113.7'));
}

test.for([
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\nlines', '"two\nlines"'],
  ['two\r\nlines', '"two\r\nlines"'],
  [' padded ', '" padded "'],
  ['plain', 'plain'],
  ['a=b', 'a=b'],
  ['Ünïcødé 日本', 'Ünïcødé 日本'],
])('%j is written as %j', ([value = '', cell]) => {
  expect(cellOf(value)).toBe(cell);
});

test.for([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '\tx',
  ' =1',
  '\u00A0=1',
  '\uFEFF=1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  '=HYPERLINK("https://evil.test","x")',
])('%j cannot become a formula', (value) => {
  expect(cellOf(value)).toMatch(/^"?'/);
});
