import { z } from 'zod';
import { libraryPackages } from './libraries.ts';
import { lineOfKey, parseJson } from './packages.ts';
import type { Requirement } from './versions.ts';

/** What one file says of versions; where it lies is added to it. */
export type Found = Pick<Requirement, 'product' | 'range' | 'line' | 'text' | 'rank'>;

const strings = z.record(z.string(), z.unknown()).catch({});
const Manifest = z.looseObject({
  engines: strings,
  volta: strings,
  dependencies: strings,
  devDependencies: strings,
  peerDependencies: strings,
  packageManager: z.string().catch(''),
});

/** The versions that a `package.json` requires, pins, and depends on. */
export function fromManifest(text: string): readonly Found[] {
  const manifest = Manifest.safeParse(parseJson(text));
  if (!manifest.success) return [];
  const { engines, volta, packageManager } = manifest.data;
  const groups = ['dependencies', 'devDependencies', 'peerDependencies'] as const;
  const [manager = '', version = ''] = packageManager.split('@');
  return [
    ...fromRecord(text, { record: engines, section: 'engines', rank: 'required' }),
    ...fromRecord(text, { record: volta, section: 'volta', rank: 'pinned' }),
    ...groups.flatMap((section) =>
      fromRecord(text, {
        record: librariesIn(manifest.data[section]),
        section,
        rank: 'dependent',
      }),
    ),
    ...(version === ''
      ? []
      : [
          at(text, {
            key: 'packageManager',
            product: manager,
            range: version.split('+')[0] ?? '',
            rank: 'pinned',
          }),
        ]),
  ];
}

function librariesIn(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => libraryPackages.has(name)));
}

function fromRecord(
  text: string,
  {
    record,
    section,
    rank,
  }: { record: Record<string, unknown>; section: string; rank: Found['rank'] },
): readonly Found[] {
  const from = Math.max(0, text.indexOf(`"${section}"`));
  return Object.entries(record).flatMap(([product, range]) =>
    typeof range === 'string' ? [at(text, { key: product, product, range, rank, from })] : [],
  );
}

function at(
  text: string,
  {
    key,
    from = 0,
    ...found
  }: { key: string; from?: number; product: string; range: string; rank: Found['rank'] },
): Found {
  return { ...found, line: lineOfKey(text, key, from), text: `${key}: ${found.range}` };
}
