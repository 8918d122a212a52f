import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Checkout } from './checkout.ts';

/** A claim with its proof: what a mutation makes untrue. */
export type Proven = {
  readonly page: string;
  readonly line: number;
  readonly text: string;
  readonly kind: string;
  readonly evidence: readonly {
    readonly file: string;
    readonly line?: number | undefined;
    readonly text?: string | undefined;
  }[];
};

/** What can be renamed or deleted. */
export type Thing =
  | 'script'
  | 'step'
  | 'trigger'
  | 'workflow'
  | 'route'
  | 'env'
  | 'table'
  | 'column'
  | 'symbol'
  | 'file'
  | 'heading'
  | 'version';

const things: Readonly<Record<string, Thing>> = {
  path: 'file',
  link: 'file',
  command: 'file',
  tree: 'file',
  snippet: 'file',
  script: 'script',
  route: 'route',
  env: 'env',
  table: 'table',
  column: 'column',
  symbol: 'symbol',
  fragment: 'heading',
  version: 'version',
};

/** The sort of thing that a claim is about; undefined where breaking it is no single change. */
export function thingOf({ root }: Pick<Checkout, 'root'>, claim: Proven): Thing | undefined {
  const [proof] = claim.evidence;
  if (claim.kind !== 'workflow') return things[claim.kind];
  if (proof?.line === undefined) return 'workflow';
  return keyAbove(linesOf(root, proof.file), proof.line) === 'on' ? 'trigger' : 'step';
}

/** The top-level key of a YAML file that a line stands below. */
function keyAbove(lines: readonly string[], line: number): string {
  const above = lines.slice(0, line).findLast((text) => /^["']?\w/.test(text)) ?? '';
  return above.replace(/["']/g, '').split(':')[0] ?? '';
}

/** The lines of a file below a root. */
export function linesOf(root: string, file: string): readonly string[] {
  return readFileSync(join(root, file), 'utf8').split('\n');
}
