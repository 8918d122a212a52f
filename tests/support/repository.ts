import type { Mention } from '#drift/claims/mention.ts';
import { readContent } from '#drift/claims/mentions.ts';
import { parsePage } from '#drift/claims/page.ts';
import { indexFiles } from '#drift/repository/files.ts';
import type { History, Removal, WordLoss } from '#drift/repository/history.ts';
import { readIgnored } from '#drift/repository/ignored.ts';
import { createRepository, type Repository } from '#drift/repository/repository.ts';

type Contents = {
  /** Tracked files with their texts. */
  readonly files: Readonly<Record<string, string>>;
  /** What history took away. */
  readonly removed?: Readonly<Record<string, Removal>>;
  /** Words that the sources held when any page was written. */
  readonly lost?: Readonly<Record<string, WordLoss>>;
  /** The day on which every line was written. */
  readonly writtenOn?: string;
  readonly isShallow?: boolean;
  readonly name?: string;
  readonly submodules?: readonly string[];
  readonly links?: Readonly<Record<string, string>>;
};

/** The smallest repository that a test needs, in memory. */
export function repositoryWith(contents: Contents): Repository {
  const { files, removed = {}, lost = {}, isShallow = false } = contents;
  const paths = Object.keys(files);
  const read = (path: string) => files[path];
  const history: History = {
    isComplete: !isShallow,
    removalOf: (path) => removed[path],
    removedNamed: (name) => Object.keys(removed).filter((path) => path.endsWith(`/${name}`)),
    removedFoldersNamed: () => [],
    removedPaths: () => Object.keys(removed),
    expectQuestions: () => undefined,
    writtenOn: () => contents.writtenOn,
    wordsLost: (questions) =>
      questions.map(({ word, keyIn }) => {
        const loss = Object.hasOwn(lost, word) ? lost[word] : undefined;
        return loss && (keyIn?.includes(loss.file) ?? true) ? loss : undefined;
      }),
  };
  return createRepository({
    revision: 'f'.repeat(40),
    date: '2026-11-01',
    ...(contents.name !== undefined && { name: contents.name }),
    files: indexFiles(paths, {
      isIgnored: readIgnored(paths, read),
      links: new Map(Object.entries(contents.links ?? {})),
      submodules: contents.submodules ?? [],
    }),
    read,
    history,
  });
}

/** The mentions of a Markdown text, as those of a page at `README.md` or elsewhere. */
export function mentionsIn(markdown: string, page = 'README.md'): readonly Mention[] {
  return readContent(parsePage(page, markdown)).mentions;
}
