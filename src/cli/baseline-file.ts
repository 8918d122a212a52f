import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { UsageError } from '#config/usage-error.ts';
import type { Baseline } from '#drift/baseline.ts';

const BaselineFile = z.strictObject({
  version: z.literal(1),
  /** The findings that may stand until somebody settles them. */
  findings: z.array(
    z.strictObject({ page: z.string(), section: z.string(), kind: z.string(), text: z.string() }),
  ),
  /** How many claims of each kind there were: a kind that falls silent fails the run. */
  kinds: z.record(z.string(), z.int().min(0)),
});

/** Reads a baseline; undefined where there is none. */
export function readBaseline(file: string): Baseline | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  const parsed = BaselineFile.safeParse(jsonOf(text, file));
  if (parsed.success) return parsed.data;
  throw new UsageError(`${file} is no baseline:\n${z.prettifyError(parsed.error)}`);
}

/** Writes a baseline, one finding on a line, so that a merge stays readable. */
export function writeBaseline(file: string, { findings, kinds }: Baseline): void {
  const rows = findings.map((finding) => `    ${JSON.stringify(finding)}`).join(',\n');
  const list = rows === '' ? '[]' : `[\n${rows}\n  ]`;
  const text = `{\n  "version": 1,\n  "findings": ${list},\n  "kinds": ${JSON.stringify(kinds)}\n}\n`;
  writeFileSync(file, text);
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${file} is not JSON: ${why}`, { cause: error });
  }
}
