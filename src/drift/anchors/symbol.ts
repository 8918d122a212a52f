import type { Mention } from '#drift/claims/mention.ts';
import { pathWordsPart } from '#drift/repository/path-words.ts';
import { isMigrationGuide, isSkill, isStyleGuide } from '#drift/repository/project-page.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { isForUsers } from '#drift/repository/sites.ts';
import { wordsPart } from '#drift/repository/words.ts';
import { defineAnchor, type Resolution } from './anchor.ts';
import { composedOf } from './composed-name.ts';
import { isAboutFields } from './env-names.ts';
import { isOfLeftPackage } from './left-package.ts';
import { labelledAddress } from './link-label.ts';
import { FAMILY, isOfFamily } from './name-family.ts';
import { reasonForSilence } from './page-names.ts';
import { slipBeside } from './slip.ts';
import { isIdentifier, isOfNode, type SymbolName, symbolIn } from './symbol-names.ts';
import { findInFile, placeInSentence, type SymbolPlace, symbolPlaceIn } from './symbol-places.ts';
import { misspeltIn, namesOn } from './symbol-spelling.ts';

/** An identifier of the sources: placed in a file by the page, or bare in a code span. */
export const symbolAnchor = defineAnchor<SymbolName | SymbolPlace>({
  kind: 'symbol',
  forms: ['inline-code', 'prose', 'fence'],
  recognise: (mention, repository) => {
    if (mention.form === 'inline-code') return inSpan(mention, repository);
    return mention.form === 'prose' ? inHeading(mention) : inFence(mention, repository);
  },
  resolve: (target, repository, mention) =>
    'words' in target
      ? resolveName(target, { repository, mention })
      : resolvePlace(target, repository),
});

function inSpan(mention: Mention, repository: Repository): readonly (SymbolName | SymbolPlace)[] {
  // `page.md#section` is a heading.
  if (/\.mdx?#/.test(mention.text)) return [];
  const place = symbolPlaceIn(mention, repository);
  if (place) return [place];
  const name = symbolIn(mention.text) ?? slipIn(mention, repository);
  // `[`selectByIndex`](https://…)`: the name of another project's documentation.
  if (!name || labelledAddress(mention, repository) || isSetting(mention)) return [];
  const symbol = name.words.at(-1) ?? '';
  return [placeInSentence({ target: name, symbol }, { mention, repository }) ?? name];
}

// `Edtior`, which stands alone among many `Editor`.
function slipIn({ text, page }: Mention, repository: Repository): SymbolName | undefined {
  const slip = slipBeside(text, page, repository);
  return slip && { text, start: 0, words: [slip.word], meant: slip.near };
}

// "the `typescript.inlayHints` settings": keys of an editor or another program.
function isSetting({ text, context }: Mention): boolean {
  return (
    /^[a-z]\w*(?:\.\w+)+$/.test(text) &&
    (/^`?\s*(?:\w+ )?settings?\b/i.test(context.after) ||
      /\bsettings?(?: \w+){0,3}:?\s*`?$/i.test(context.before))
  );
}

/** A heading that is one constant documents it: `#### FST_ERR_X`. */
function inHeading({ text, context }: Mention): readonly SymbolName[] {
  const word = text.trim();
  const isHeading = context.headings.at(-1)?.text === word;
  return isHeading && /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+){2,}$/.test(word)
    ? [{ text: word, start: text.indexOf(word), words: [word] }]
    : [];
}

/** Calls in a code fence of what the same page names in a code span. */
function inFence(mention: Mention, repository: Repository): readonly SymbolName[] {
  if (!/^(?:[cm]?[jt]sx?|typescript|javascript)$/.test(mention.context.fence?.language ?? ''))
    return [];
  const page = repository.read(mention.page) ?? '';
  const targets: SymbolName[] = [];
  for (const match of mention.text.matchAll(/\.([A-Za-z_$][\w$]{4,80})\(/g)) {
    const word = match[1] ?? '';
    if (!isIdentifier(word) || !page.includes(`\`${word}`)) continue;
    targets.push({ text: word, start: match.index + 1, words: [word] });
  }
  return targets;
}

function resolvePlace(target: SymbolPlace, repository: Repository): Resolution {
  return 'symbol' in target
    ? resolveSymbolPlace(target, repository)
    : resolveLine(target, repository);
}

function resolveLine(
  { text, file, lastLine, strength }: SymbolPlace & { readonly lastLine: number },
  repository: Repository,
): Resolution {
  const lines = (repository.read(file) ?? '').replace(/\n$/, '').split('\n');
  if (lastLine >= 1 && lastLine <= lines.length) {
    const evidence = {
      file,
      line: lastLine,
      text: (lines[lastLine - 1] ?? '').trim().slice(0, 160),
    };
    return { status: 'found', evidence };
  }
  if (strength === 'guessed') {
    return { status: 'unknown', reason: `${file} has only ${lines.length} lines` };
  }
  const actual = `${lines.length} lines`;
  return {
    status: 'contradicted',
    code: 'line-missing',
    target: text,
    actual,
    evidence: { file, line: lines.length },
  };
}

function resolveSymbolPlace(
  { file, symbol, strength }: SymbolPlace & { readonly symbol: string },
  repository: Repository,
): Resolution {
  const evidence = findInFile(symbol, { file, repository });
  if (evidence) return { status: 'found', evidence };
  const elsewhere = repository.part(wordsPart).find(symbol);
  if (elsewhere && /^export \* from/m.test(repository.read(file) ?? '')) {
    return { status: 'found', evidence: elsewhere, note: `as ${file} passes it on` };
  }
  return {
    status: 'missing',
    code: 'symbol-missing',
    target: `${file}#${symbol}`,
    ...(elsewhere ? { nearest: `${elsewhere.file}#${symbol}` } : { word: symbol }),
    places: [],
    evidence: { file },
    strength,
  };
}

function resolveName(
  target: SymbolName,
  { repository, mention }: { readonly repository: Repository; readonly mention: Mention },
): Resolution {
  const words = repository.part(wordsPart);
  const places = target.words.map((word) => words.find(word));
  const missingAt = places.indexOf(undefined);
  const word = target.words[missingAt];
  const evidence = places.at(-1);
  if (word === undefined && evidence) return { status: 'found', evidence };
  const file = target.text === word ? repository.part(pathWordsPart).get(word) : undefined;
  if (file !== undefined)
    return { status: 'found', evidence: { file }, note: 'as a name of a path' };
  const reason = reasonOn(word ?? '', { chain: target.text, mention, repository });
  if (reason !== undefined) return { status: 'unknown', reason };
  const misspelt = misspeltIn(word ?? '', { repository, mention, meant: target.meant });
  if (misspelt) return misspelt;
  const isConstant = /^[A-Z][A-Z\d]*_[A-Z\d_]+$/.test(word ?? '');
  const isSure = isConstant && isOfFamily(word ?? '', { family: 2 * FAMILY, mention, repository });
  return {
    status: 'missing',
    code: 'symbol-missing',
    target: word ?? target.text,
    places: [],
    strength: isSure ? 'stated' : 'guessed',
    ...(isAboutSources(mention.page, repository) && { word: word ?? target.text }),
  };
}

type Absence = {
  readonly chain: string;
  readonly mention: Mention;
  readonly repository: Repository;
};

/** Why a name that no source holds may still be right. */
function reasonOn(word: string, { chain, mention, repository }: Absence): string | undefined {
  const words = repository.part(wordsPart);
  if (!words.isComplete) return 'The sources are too large to be read whole';
  if (isOfLeftPackage(mention.page, repository))
    return 'The page is of a package that has left the repository';
  if (isOfNode(chain)) return 'A module of Node has it';
  const isCapital = /^[A-Z\d_]+$/.test(word) && isAboutFields(mention);
  if (isCapital && words.find(word.toLowerCase()))
    return 'it may be a field that is named in capitals';
  if (isSerialised(word, repository)) return 'a serializer may spell a field so';
  return reasonForSilence(word, { mention, repository }) ?? composedOf(word, repository);
}

// `statusCode` of a field `status_code`, in languages whose libraries rename fields.
function isSerialised(word: string, repository: Repository): boolean {
  if (!/^[a-z]+(?:[A-Z][a-z\d]+)+$/.test(word)) return false;
  const field = word.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const { file = '' } = repository.part(wordsPart).find(field) ?? {};
  return /\.(?:ex|go|proto|py|rb|rs)$/.test(file);
}

// A site also tells of other programs, and a skill of a technology: where the sources hold few of
// its names, they may have held another by chance.
function isAboutSources(page: string, repository: Repository): boolean {
  if (isMigrationGuide(page) || isStyleGuide(page)) return false;
  if (!isSkill(page) && !isForUsers(page, repository)) return true;
  const { found, all } = namesOn(page, repository);
  return found >= 2 && found >= all / 2;
}
