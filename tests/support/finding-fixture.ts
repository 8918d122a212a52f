import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { audit } from '#drift/audit.ts';
import { compare } from '#drift/baseline.ts';
import type { Report } from '#drift/check.ts';
import { brokenSince } from '#drift/since.ts';
import { repositoryWith } from './repository.ts';

const Removed = z.record(
  z.string(),
  z.strictObject({ commit: z.string(), date: z.string(), movedTo: z.string().exactOptional() }),
);
const Lost = z.record(
  z.string(),
  z.strictObject({ commit: z.string(), date: z.string(), file: z.string(), line: z.int() }),
);
const Files = z.record(z.string(), z.string());

/** The repository around the page of a finding. */
const FixtureRepository = z.strictObject({
  /** Where the page stands, when not in `docs/`. */
  page: z.string().optional(),
  /** `owner/name` on GitHub. */
  repositoryName: z.string().optional(),
  files: Files,
  /** What history took away. */
  removed: Removed.default({}),
  /** Words that the sources held when the page was written. */
  lost: Lost.default({}),
  /** The same repository before a change. */
  filesBefore: Files.optional(),
  /** How many claims of a kind a baseline knows. */
  kindsBefore: z.record(z.string(), z.int()).optional(),
});

/** An example of a finding: a page, the repository around it. */
export type FindingFixture = {
  readonly folder: string;
  readonly page: string;
  readonly repository: z.infer<typeof FixtureRepository>;
};

const root = join(import.meta.dirname, '..', 'fixtures', 'findings');

/** The example of a finding code; undefined where there is none. */
export function readFixture(code: string): FindingFixture | undefined {
  if (!readdirSync(root).includes(code)) return undefined;
  const folder = join(root, code);
  const name = readdirSync(folder).find((file) => file.startsWith('page.')) ?? 'page.md';
  const given = FixtureRepository.parse(
    parse(readFileSync(join(folder, 'repository.yaml'), 'utf8')),
  );
  const page = given.page ?? `docs/${name}`;
  const text = readFileSync(join(folder, name), 'utf8');
  return { folder, page, repository: { ...given, files: { ...given.files, [page]: text } } };
}

const terms = {
  today: '2026-11-20',
  exclude: [],
  status: [],
  siblings: [],
  suppressions: [],
  configFile: 'holdfast.config.json',
  attestations: { noticeDays: 14, graceDays: 0, longestDays: 366 },
  reviews: { graceDays: 30 },
};

/** What the check says of an example. */
export function reportOn({ page, repository }: FindingFixture): Report {
  const { files, removed, lost, filesBefore, kindsBefore, repositoryName } = repository;
  const only = [page];
  const contents = {
    ...{ files, removed, lost, writtenOn: '2026-04-01' },
    ...(repositoryName !== undefined && { name: repositoryName }),
  };
  const report = audit(repositoryWith(contents), {
    ...terms,
    ...(filesBefore && { only }),
  });
  if (kindsBefore) {
    const baseline = { version: 1 as const, findings: [], kinds: kindsBefore };
    return compare(report, { baseline, file: 'holdfast-baseline.json' }).report;
  }
  if (!filesBefore) return report;
  const changed = new Set(Object.keys(filesBefore).filter((path) => files[path] === undefined));
  const before = audit(repositoryWith({ files: filesBefore }), terms);
  const read = (path: string) => files[path];
  return brokenSince(report, before, { since: 'main', changed, earlierNames: new Map(), read });
}
