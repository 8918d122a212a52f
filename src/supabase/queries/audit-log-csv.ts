import type { AuditLogEntry } from './audit-logs.ts';

const columns = [
  'id',
  'occurred_at',
  'actor_email',
  'actor_id',
  'action',
  'resource_type',
  'resource_id',
  'ip',
  'details',
  'prev_hash',
  'hash',
] as const;

// A spreadsheet runs a cell that starts like this, also after white space and in the full-width
// forms. The apostrophe makes it text.
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

/** The first line of an export. */
export const csvHeader = csvLine([...columns]);

/** One entry as a line of CSV (RFC 4180). */
export function csvEntry(entry: AuditLogEntry): string {
  return csvLine(columns.map((column) => textOf(entry[column])));
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(withoutFormula(cell))).join(',')}\r\n`;
}

function textOf(value: AuditLogEntry[keyof AuditLogEntry]): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function withoutFormula(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
