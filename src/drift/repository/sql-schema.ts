import { parentOf } from './files.ts';
import type { Repository } from './repository.ts';
import { sourceRank } from './sources.ts';
import { applyStatement } from './sql-draft.ts';
import { splitSql } from './sql-statements.ts';
import type { Place, Table } from './table.ts';
import { createDraft, type Draft } from './table-draft.ts';

const REVERSE =
  /(?:^|[._/-])(?:down|rollback|undo|revert)(?:[._-][^/]*)?\.sql$|(?:^|\/)(?:down|U\d[^/]*)\.?[^/]*\.sql$|(?:^|\/)(?:drop|teardown)[-_][^/]*\.sql$/i;
/** Where the half of a migration begins that undoes it. */
const REVERSE_MARK =
  /^--\s*(?:migrate:down|\+goose Down|\+migrate Down|rollback;?$|down$|!Downs)[^\n]*/im;
const ABOUT_TABLES =
  /^(?:create|alter|drop)\b[\s\S]{0,60}?\b(?:table|view|schema)\b|^do\b|^select\b[\s\S]{0,200}\binto\b/i;
const MAX_STATEMENT = 60_000;

/** What all SQL migrations of a repository leave behind. */
export type SqlSchema = {
  readonly tables: readonly Table[];
  readonly dropped: ReadonlyMap<string, Place>;
  /** How many folders of migrations make tables: each may be another database. */
  readonly databases: number;
};

/** Runs the migrations of each folder in order, as far as tables and columns are concerned. */
export function readSqlSchema(repository: Repository): SqlSchema {
  const drafts = joined(
    migrationFolders(repository.files.paths).map((files) => runAll(files, repository)),
    repository,
  );
  return {
    tables: drafts.flatMap(({ tables }) => [...tables.values()]),
    dropped: new Map(drafts.flatMap(({ dropped }) => [...dropped])),
    databases: drafts.filter(({ tables }) => tables.size > 0).length,
  };
}

/** The migrations of a folder, and what they leave behind. */
type Run = Draft & { readonly files: readonly string[] };

function runAll(files: readonly string[], { read }: Repository): Run {
  const draft = createDraft();
  for (const file of files) runFile(draft, { file, text: read(file) ?? '' });
  return { ...draft, files };
}

// `db/migration` that changes the tables of `db/init` runs over the same database, after it.
function joined(runs: readonly Run[], repository: Repository): readonly Run[] {
  for (const later of runs) {
    const earlier = runs.find(
      ({ tables }) =>
        tables !== later.tables && [...later.strange].some((name) => tables.has(name)),
    );
    if (!earlier) continue;
    const one = runAll([...earlier.files, ...later.files], repository);
    const rest = runs.filter((run) => run !== earlier && run !== later);
    return joined([...rest, { ...one, strange: new Set() }], repository);
  }
  return runs;
}

/** SQL files by the folder of migrations they belong to, or of numbered folders such as `delta/33`, in the order in which they run. */
function migrationFolders(paths: readonly string[]): readonly (readonly string[])[] {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    if (!path.endsWith('.sql') || REVERSE.test(path) || sourceRank(path) > 1) continue;
    const folder =
      /^(.*?migrations?)\//i.exec(path)?.[1] ?? parentOf(path).replace(/(?:\/\d+)+$/, '');
    const files = folders.get(folder);
    if (files) files.push(path);
    else folders.set(folder, [path]);
  }
  const { compare } = new Intl.Collator('en', { numeric: true });
  return [...folders.values()].map((files) => files.sort(compare));
}

function runFile(draft: Draft, { file, text }: { file: string; text: string }): void {
  const end = REVERSE_MARK.exec(text)?.index ?? text.length;
  const plain = plainSql(text.slice(0, end));
  for (const statement of splitSql(plain)) {
    if (!ABOUT_TABLES.test(statement.text) || statement.text.length > MAX_STATEMENT) continue;
    applyStatement(draft, { ...statement, file });
  }
}

/** Template tags and MySQL's quotes made into names, at the same length, so that offsets stay. */
function plainSql(text: string): string {
  return text
    .replace(/(["']?)\{\{[^{}\n]{0,120}\}\}\1/g, (tag) => 't'.padEnd(tag.length, '_'))
    .replaceAll('`', '"');
}
