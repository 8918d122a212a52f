import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { Encoding } from './encoding.ts';

export type StaticFile = {
  type: string;
  /** Changes with the content only: the same on every replica and after every rebuild. */
  hash: string;
  /** Its name holds a hash of its content. */
  isImmutable: boolean;
  bodies: { identity: Buffer; br?: Buffer; gzip?: Buffer };
};
export type StaticFiles = ReadonlyMap<string, StaticFile>;

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};
const COMPRESSED: Readonly<Record<string, Encoding>> = { '.br': 'br', '.gz': 'gzip' };

/** Reads what the build left below a folder, by address. Requests never touch the disk. */
export async function readStaticFiles(folder: string): Promise<StaticFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name));
  const names = new Set(paths);
  const originals = paths.filter((path) => !isCompressedCopy(path, names));
  const files = originals.map(async (path) => {
    const address = addressOf(relative(folder, path).split(sep).join('/'));
    return [address, await readStaticFile(path, names)] as const;
  });
  return new Map(await Promise.all(files));
}

function isCompressedCopy(path: string, names: ReadonlySet<string>): boolean {
  return extname(path) in COMPRESSED && names.has(path.slice(0, -extname(path).length));
}

async function readStaticFile(path: string, names: ReadonlySet<string>): Promise<StaticFile> {
  const bodies: StaticFile['bodies'] = { identity: await readFile(path) };
  for (const [extension, encoding] of Object.entries(COMPRESSED)) {
    if (names.has(path + extension)) bodies[encoding] = await readFile(path + extension);
  }
  return {
    type: TYPES[extname(path)] ?? 'application/octet-stream',
    hash: createHash('sha256').update(bodies.identity).digest('base64url').slice(0, 20),
    isImmutable: path.split(sep).includes('_astro'),
    bodies,
  };
}

/** Pages lose their extension, as the links to them do. */
function addressOf(file: string): string {
  return `/${file.replace(/\.html$/, '').replace(/^index$/, '')}`;
}
