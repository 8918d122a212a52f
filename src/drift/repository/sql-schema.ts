import { parentOf } from './files.ts';
import type { Repository } from './repository.ts';
import { sourceRank } from './sources.ts';
import { applyStatement } from './sql-draft.ts';
import { splitSql } from './sql-statements.ts';
import type { Place, Table } from './table.ts';
import { createDraft, type Draft } from './table-draft.ts';

const REVERSE =
  /(?:^|[._/-])(?:down|rollback|undo|revert)(?:[._-][^/]*)?\.sql$|(?:^|\/)(?:down|U\d[^/]*)\.?[^/]*\.sql$|(?:^|\/)drop[-_](?:all(?:[-_]tables)?|tables?|db|database|schema)\.sql$/i;
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
  const runs = [...migrationFolders(repository.files.paths)].map(([folder, files]) => ({
    ...runAll(files, repository),
    folder,
  }));
  const siblings = Map.groupBy(runs, ({ folder }) => parentOf(folder));
  const drafts = [...siblings.values()].flatMap((group) => joined(group, repository));
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

// `db/migration` that changes the tables of `db/init` beside it runs over the same database, after it.
function joined(runs: readonly Run[], repository: Repository): readonly Run[] {
  const changes = (later: Run, { tables }: Run) =>
    tables !== later.tables && [...later.strange].some((name) => tables.has(name));
  const later = runs.filter((run) => runs.some((other) => changes(run, other)));
  const earlier = runs.filter(
    (run) => !later.includes(run) && later.some((each) => changes(each, run)),
  );
  if (earlier.length === 0) return runs;
  const rest = runs.filter((run) => !earlier.includes(run) && !later.includes(run));
  return [
    ...rest,
    runAll(
      [...earlier, ...later].flatMap(({ files }) => files),
      repository,
    ),
  ];
}

/** SQL files by the folder of migrations they belong to, or of numbered folders such as `delta/33`, in the order in which they run. */
function migrationFolders(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
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
  for (const files of folders.values()) files.sort(compare);
  return folders;
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
