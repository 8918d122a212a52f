import type { Evidence } from '#drift/evidence.ts';
import { definePart, type Repository } from './repository.ts';
import { isCodePath, isSourcePath, sourceRank } from './sources.ts';
import { createWordTable, type WordTable, wordAt } from './word-table.ts';

const MAX_TOTAL_LENGTH = 96_000_000;

/** Which identifiers the tracked sources hold; pages do not count. */
export type WordIndex = {
  /** The best place of a whole word (letters, digits, `_`, `$`), a declaration where there is one. */
  readonly find: (word: string) => Evidence | undefined;
  /** False when the sources are too large to be read whole: absence then proves nothing. */
  readonly isComplete: boolean;
  /** Every distinct word of at least `minLength` letters outside tests and vendored code. */
  readonly longWords: (minLength: number) => readonly string[];
};

/** The words of the sources, read in one pass when first asked for. */
export const wordsPart = definePart('words', readWords);

/** A line of a text as evidence. */
export function evidenceAt(file: string, text: string, offset: number): Evidence {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
  }
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const whole = text.slice(start, end < 0 ? text.length : end).trim();
  return { file, line, text: whole.slice(0, 160) };
}

function readWords(repository: Repository): WordIndex {
  const files = rankedSources(repository.files.paths);
  const own = createWordTable();
  const others = createWordTable();
  const isComplete = addSources({ own, others, files, repository });
  const find = (table: WordTable, word: string) => findWord({ word, table, files, repository });
  return {
    find: (word) => find(own, word) ?? find(others, word),
    isComplete,
    longWords: (minLength) => longWords({ minLength, table: own, files, repository }),
  };
}

function rankedSources(paths: readonly string[]): readonly string[] {
  const ranked: string[][] = [[], [], [], []];
  for (const path of paths) if (isSourcePath(path)) ranked[sourceRank(path)]?.push(path);
  return ranked.flat();
}

type Tables = {
  readonly own: WordTable;
  /** Tests, examples and vendored code: proof only of what the rest does not hold. */
  readonly others: WordTable;
  readonly files: readonly string[];
  readonly repository: Repository;
};

function addSources({ own, others, files, repository }: Tables): boolean {
  let total = 0;
  for (const [number, file] of files.entries()) {
    const text = repository.read(file);
    total += text?.length ?? 0;
    if (total > MAX_TOTAL_LENGTH || (text === undefined && isOwnCode(file))) return false;
    const table = sourceRank(file) > 1 ? others : own;
    table.add(text ?? '', number);
  }
  return true;
}

// Code that cannot be read may hold any name.
function isOwnCode(file: string): boolean {
  return isCodePath(file) && sourceRank(file) <= 1;
}

type Search = {
  readonly table: WordTable;
  readonly files: readonly string[];
  readonly repository: Repository;
};

function findWord({
  word,
  table,
  files,
  repository,
}: Search & { word: string }): Evidence | undefined {
  const place = table.placeOf(word);
  if (place === undefined) return undefined;
  const file = files[place.file] ?? '';
  const text = repository.read(file) ?? '';
  if (wordAt(text, place.offset) === word) return evidenceAt(file, text, place.offset);
  return searchAll(word, files, repository);
}

// Two words share a hash: only then is each text searched.
function searchAll(
  word: string,
  files: readonly string[],
  repository: Repository,
): Evidence | undefined {
  for (const file of files) {
    const text = repository.read(file) ?? '';
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      const isStart = at === 0 || wordAt(text, at - 1) === '';
      if (isStart && wordAt(text, at) === word) return evidenceAt(file, text, at);
    }
  }
  return undefined;
}

function longWords(search: Search & { minLength: number }): readonly string[] {
  const { table, files, repository, minLength } = search;
  const words: string[] = [];
  for (const [number, offsets] of byFile(table)) {
    const file = files[number] ?? '';
    const text = repository.read(file) ?? '';
    for (const offset of offsets) {
      const word = wordAt(text, offset);
      if (word.length >= minLength) words.push(word);
    }
  }
  return words;
}

function byFile(table: WordTable): Map<number, number[]> {
  const files = new Map<number, number[]>();
  for (const { file, offset } of table.places()) {
    const offsets = files.get(file);
    if (offsets) offsets.push(offset);
    else files.set(file, [offset]);
  }
  return files;
}
