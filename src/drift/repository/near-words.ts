import { editDistance } from '#drift/nearest.ts';
import { definePart, type Repository } from './repository.ts';
import { wordsPart } from './words.ts';

const MIN_LENGTH = 8;

/** The long words of the sources by length, for the search of near spellings. */
const wordsByLengthPart = definePart('words-by-length', (repository) => {
  const byLength = new Map<number, string[]>();
  for (const word of repository.part(wordsPart).longWords(MIN_LENGTH)) {
    const words = byLength.get(word.length);
    if (words) words.push(word);
    else byLength.set(word.length, [word]);
  }
  return byLength;
});

const MIN_CASE_LENGTH = 14;

/** The one long word of the sources with the same letters, one of them in another case. */
export function inOtherCase(
  word: string,
  repository: Repository,
  least = MIN_CASE_LENGTH,
): string | undefined {
  if (word.length < least) return undefined;
  const small = word.toLowerCase();
  const same = (repository.part(wordsByLengthPart).get(word.length) ?? []).filter(
    // `Store` and `store` are the type and a value of it; one in small letters is a key for both.
    (near) => near[0] === word[0] && near !== small && near.toLowerCase() === small,
  );
  const [near, another] = same;
  return near !== undefined && another === undefined && editDistance(near, word) === 1
    ? near
    : undefined;
}

/** The word with the same humps in another order, or with other plurals: no name by itself. */
export function shuffledSpelling(word: string, repository: Repository): string | undefined {
  if (word.length < 12 || humpsOf(word).length < 2) return undefined;
  const byLength = repository.part(wordsByLengthPart);
  const sum = sumOf(word);
  const found: string[] = [];
  for (let length = word.length - 3; length <= word.length + 3; length += 1) {
    for (const near of byLength.get(length) ?? []) {
      if (sumOf(near) === sum && isShuffled(word, near)) found.push(near);
    }
  }
  return found.length === 1 ? found[0] : undefined;
}

/** The same for all words of the same letters, plurals aside: far cheaper than their humps. */
function sumOf(word: string): number {
  let sum = 0;
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at) | 32;
    if (code !== 115 && code !== 127) sum += code * code;
  }
  return sum;
}

// One plural more is another name; the same words in another order, or with two plurals, are not.
function isShuffled(word: string, near: string): boolean {
  const [some, others] = [singularsOf(word), singularsOf(near)];
  if (some.toSorted().join() !== others.toSorted().join()) return false;
  if (near.includes('_') !== word.includes('_')) return false;
  if (/[a-z]/.test(near) !== /[a-z]/.test(word)) return false;
  if (some.some((hump, at) => hump !== others[at])) return some.length > 2;
  const [humps, nearHumps] = [humpsOf(word), humpsOf(near)];
  const differing = humps.filter((hump, at) => hump.toLowerCase() !== nearHumps[at]?.toLowerCase());
  return differing.length > 1;
}

function singularsOf(word: string): readonly string[] {
  return humpsOf(word).map((hump) => hump.replace(/[_$]/g, '').toLowerCase().replace(/s$/, ''));
}

/** The word of the sources that differs from `word` by a letter or two, in one of its humps. */
export function nearSpelling(word: string, repository: Repository): string | undefined {
  const byLength = repository.part(wordsByLengthPart);
  const limit = limitOf(word);
  let best: { readonly near: string; readonly distance: number } | undefined;
  for (let length = word.length - limit; length <= word.length + limit; length += 1) {
    for (const near of byLength.get(length) ?? []) {
      if (near[0] !== word[0] || !isOneHumpApart(word, near)) continue;
      const distance = editDistance(word, near);
      if (
        distance <= limit &&
        (distance < 3 || isInflected(word, near)) &&
        (!best || distance < best.distance)
      )
        best = { near, distance };
    }
  }
  return best?.near;
}

/** The one long word that differs by a letter, or by two that changed places, in one hump. */
export function oneSlipApart(word: string, repository: Repository): string | undefined {
  const byLength = repository.part(wordsByLengthPart);
  const near = [-1, 0, 1]
    .flatMap((more) => byLength.get(word.length + more) ?? [])
    .filter((each) => each[0] === word[0] && isOneSlip(word, each));
  return near.length === 1 ? near[0] : undefined;
}

/**
 * Whether two words differ by a letter, or by two that changed places. An ending, a digit or a letter
 * in the other case makes another name: `route` and `router`.
 */
export function isOneSlip(word: string, near: string): boolean {
  let start = 0;
  while (start < word.length && word[start] === near[start]) start += 1;
  let [end, nearEnd] = [word.length, near.length];
  while (end > start && nearEnd > start && word[end - 1] === near[nearEnd - 1]) {
    end -= 1;
    nearEnd -= 1;
  }
  const [some, others] = [word.slice(start, end), near.slice(start, nearEnd)];
  const isSwapped = some.length === 2 && others === `${some[1]}${some[0]}`;
  const isOne = some.length < 2 && others.length < 2;
  const isLetters = /^[a-z]*$/i.test(some + others) && some.toLowerCase() !== others.toLowerCase();
  return (isOne || isSwapped) && isLetters && !hasOtherEnding(word, near) && !isShort(word, near);
}

// `Data` and `Date`, `API` and `APP`: among short words, one letter makes another word.
function isShort(word: string, near: string): boolean {
  const [humps, nearHumps] = [humpsOf(word), humpsOf(near)];
  const at = humps.findIndex((hump, index) => hump !== nearHumps[index]);
  const lengthOf = (hump = '') => hump.replace(/^[_$]/, '').length;
  return (
    humps.length === nearHumps.length && lengthOf(humps[at]) < 5 && lengthOf(nearHumps[at]) < 5
  );
}

function hasOtherEnding(word: string, near: string): boolean {
  const [humps, nearHumps] = [humpsOf(word), humpsOf(near)];
  return humps.every((hump, at) => {
    const other = nearHumps[at] ?? '';
    // `Scen` lacks the last letter of a word, which is no ending.
    const isCut = other === `${hump}e`;
    return (hump.startsWith(other) || other.startsWith(hump)) && !isCut;
  });
}

function limitOf(word: string): number {
  if (word.length < 14) return 1;
  return humpsOf(word).length > 3 ? 3 : 2;
}

/** `clockMonitoringInterval` for `clockMonitorInterval`: an ending more, or one less. */
function isInflected(word: string, near: string): boolean {
  const [humps, nearHumps] = [humpsOf(word), humpsOf(near)];
  return humps.every((hump, at) => {
    const other = nearHumps[at] ?? '';
    return hump === other || hump === `${other}ing` || other === `${hump}ing`;
  });
}

/** A misspelling leaves all humps but one as they are, and the case and digits of that one too. */
function isOneHumpApart(word: string, near: string): boolean {
  const [humps, nearHumps] = [humpsOf(word), humpsOf(near)];
  // One thing and many of it, or the same words in another style, are two names, not a misspelling.
  if (`${word}s` === near || word === `${near}s` || plainOf(word) === plainOf(near)) return false;
  if (humps.length !== nearHumps.length) return false;
  const differing = humps.flatMap((hump, at) => (hump === nearHumps[at] ? [] : [at]));
  const [at = 0, another] = differing;
  const [hump = '', nearHump = ''] = [humps[at], nearHumps[at]];
  return (
    another === undefined &&
    hump.toLowerCase() !== nearHump.toLowerCase() &&
    hump.replace(/\D/g, '') === nearHump.replace(/\D/g, '') &&
    Math.min(hump.length, nearHump.length) >= 5
  );
}

function plainOf(word: string): string {
  return word.replace(/[_$]/g, '').toLowerCase();
}

function humpsOf(word: string): readonly string[] {
  return word.split(/(?=[_$])|(?<=[a-z0-9])(?=[A-Z])/);
}
