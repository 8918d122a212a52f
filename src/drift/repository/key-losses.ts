import { readBlobs } from './blobs.ts';
import type { Git } from './git.ts';
import type { WordLoss, WordQuestion } from './history.ts';
import type { Origin } from './line-origins.ts';

/** How many files of the past are read in a run; questions beyond stay without an answer. */
const fileLimit = 500;

/** Answers questions on keys of JSON files: one process reads all those files as they were. */
export function findKeyLosses(
  git: Git,
  {
    questions,
    origins,
  }: { questions: readonly WordQuestion[]; origins: readonly (Origin | undefined)[] },
): readonly (WordLoss | undefined)[] {
  const namesOf = questions.map(({ keyIn = [] }, at) =>
    keyIn.map((file) => ({ file, name: `${origins[at]?.commit}:${file}` })),
  );
  const names = new Set(namesOf.flat().map(({ name }) => name));
  const readable = [...names].filter((name) => !/^undefined:|\n/.test(name));
  const blobs = new Map(readBlobs(git, readable.slice(0, fileLimit)));
  return questions.map(({ word }, at) => {
    const origin = origins[at];
    for (const { file, name } of namesOf[at] ?? []) {
      const line = lineOfKey(blobs.get(name)?.toString('utf8') ?? '', word);
      if (origin && line > 0) return { ...origin, file, line };
    }
    return undefined;
  });
}

/** 1-based line that gives a key its value; 0 where none does. */
function lineOfKey(text: string, key: string): number {
  return text.split('\n').findIndex((line) => line.includes(`${JSON.stringify(key)}: "`)) + 1;
}
