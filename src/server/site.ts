import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Render } from './render-route.ts';
import { readStaticFiles, type StaticFiles } from './static-files.ts';

const Entry = z.object({
  handler: z.custom<Render>((value) => typeof value === 'function', 'handler is not a function'),
});

/** What `astro build` left in a folder: the files, and the routes that run on request. */
export async function readSite(dist: string): Promise<{ files: StaticFiles; render: Render }> {
  const files = await readStaticFiles(join(dist, 'client'));
  const entry: unknown = await import(pathToFileURL(join(dist, 'server', 'entry.mjs')).href);
  return { files, render: Entry.parse(entry).handler };
}
