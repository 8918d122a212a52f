import { resolve } from 'node:path';
import { readStaticFiles } from '#server/static-files.ts';

/** The address of every page that the build left, the error pages too. */
export async function builtPages(): Promise<string[]> {
  const files = await readStaticFiles(resolve(import.meta.dirname, '../../dist/client'));
  const pages = [...files].filter(([, { type }]) => type.startsWith('text/html'));
  return pages.map(([address]) => address).sort();
}
