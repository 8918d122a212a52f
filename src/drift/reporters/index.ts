import { github } from './github.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import type { Reporter } from './reporter.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

/** Every report format by its name on the command line. */
export const reporters = {
  text,
  json,
  github,
  sarif,
  junit,
  markdown,
} as const satisfies Readonly<Record<string, Reporter>>;

/** Name of a report format. */
export type Format = keyof typeof reporters;
