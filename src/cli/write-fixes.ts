import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '#drift/check.ts';
import { withFixes } from '#drift/fix.ts';
import type { JudgedClaim } from '#drift/verdict.ts';

/** Writes the certain corrections of a report; returns the pages that changed. */
export function writeFixes(top: string, { claims }: Report): readonly string[] {
  const byPage = Map.groupBy(
    claims.filter(({ fix }) => fix !== undefined),
    ({ page }) => page,
  );
  return [...byPage].flatMap(([page, ofPage]) =>
    fixPage(top, { page, claims: ofPage }) ? [page] : [],
  );
}

function fixPage(
  top: string,
  { page, claims }: { page: string; claims: readonly JudgedClaim[] },
): boolean {
  const file = ownFile(top, page);
  if (file === undefined) return false;
  const bytes = readFileSync(file);
  const text = bytes.toString('utf8');
  // Bytes that are no UTF-8 would come back changed.
  if (!Buffer.from(text).equals(bytes)) return false;
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const fixed = mark + withFixes(text.slice(mark.length), claims);
  if (fixed === text) return false;
  writeFileSync(file, fixed);
  return true;
}

/** The file of a page, unless a symbolic link stands on the way to it. */
function ownFile(top: string, page: string): string | undefined {
  const file = join(realpathSync(top), page);
  try {
    return realpathSync(file) === file ? file : undefined;
  } catch {
    return undefined;
  }
}
