import type { Mention } from '#drift/claims/mention.ts';
import type { Evidence } from '#drift/evidence.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { isCodePath } from '#drift/repository/sources.ts';
import { evidenceAt } from '#drift/repository/words.ts';
import type { Target } from './anchor.ts';

/** A symbol or a line that the page places in a file of the repository. */
export type SymbolPlace = Target & {
  readonly file: string;
  readonly strength: 'stated' | 'guessed';
} & ({ readonly symbol: string } | { readonly lastLine: number });

const FILE = /[\w@.\-/[\]()]{1,200}\.[A-Za-z]\w{0,9}/;
const WITH_SYMBOL = new RegExp(`^(${FILE.source})#([A-Za-z_$][\\w$.]*)$`);
const WITH_LINE = new RegExp(`^(${FILE.source}):(\\d{1,6})(?:-(\\d{1,6}))?(?::\\d+)?$`);
const IN_FILE = new RegExp(
  `^\\s*\\(?(?:(?:function|method|helper|hook|class|component|constant|type|is|are|defined|declared|exported|implemented|lives) ){0,3}(?:in|inside|within|from) (?:the )?\`(${FILE.source})\``,
);
const BY_FILE = new RegExp(`\`(${FILE.source})\` (?:exports|defines|declares|contains) $`);
const INSTRUCTION =
  /\b(?:add|create|define|implement|put|write|insert|declare|place|paste|set|replace|remove|rename|call|use|import|export|wrap|configure|enable|extend|update|change|modify|edit)\b/i;

/** Reads `file#symbol`, `file:line`, and a symbol that the sentence places in a file. */
export function symbolPlaceIn(mention: Mention, repository: Repository): SymbolPlace | undefined {
  const text = mention.text.trim();
  const start = mention.text.indexOf(text);
  const named = WITH_SYMBOL.exec(text);
  if (named) {
    const file = fileOf(named[1] ?? '', { mention, repository });
    const symbol = named[2]?.split('.').at(-1) ?? '';
    // `package.json#exports` is a key, and may be one of any package.
    return file === undefined || /^L\d+$/.test(symbol) || file.endsWith('.json')
      ? undefined
      : { text, start, file, symbol, strength: 'stated' };
  }
  const lined = WITH_LINE.exec(text);
  if (!lined) return undefined;
  const file = fileOf(lined[1] ?? '', { mention, repository });
  const lastLine = Number(lined[3] ?? lined[2]);
  if (/^(?:file|example|foo|path)\b/.test(text)) return undefined;
  return file === undefined
    ? undefined
    : { text, start, file, lastLine, strength: text.includes('/') ? 'stated' : 'guessed' };
}

/** The file in which the sentence says a symbol stands: "`name()` in `file`". */
export function placeInSentence(
  { target, symbol }: { readonly target: Target; readonly symbol: string },
  { mention, repository }: { readonly mention: Mention; readonly repository: Repository },
): SymbolPlace | undefined {
  const { before, after } = mention.context;
  const path = IN_FILE.exec(after)?.[1] ?? BY_FILE.exec(before)?.[1];
  const file = path === undefined ? undefined : fileOf(path, { mention, repository });
  // A setting "in `config.yaml`" is the reader's own file.
  if (file === undefined || !isCodePath(file)) return undefined;
  const strength = INSTRUCTION.test(before) ? 'guessed' : 'stated';
  return { text: target.text, start: target.start, file, symbol, strength };
}

/** The first whole-word place of a name in a file. */
export function findInFile(
  name: string,
  { file, repository }: { readonly file: string; readonly repository: Repository },
): Evidence | undefined {
  const text = repository.read(file) ?? '';
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const [before = ' ', after = ' '] = [text[at - 1], text[at + name.length]];
    if (!/[\w$]/.test(before) && !/[\w$]/.test(after)) return evidenceAt(file, text, at);
  }
  return undefined;
}

function fileOf(
  path: string,
  { mention, repository }: { readonly mention: Mention; readonly repository: Repository },
): string | undefined {
  const { files, read } = repository;
  const folder = mention.page.slice(0, mention.page.lastIndexOf('/') + 1);
  const candidates = [folder + path.replace(/^\.\//, ''), path.replace(/^\.?\//, '')];
  const direct = candidates.find((candidate) => files.hasFile(candidate));
  const [suffixed, another] = files.withSuffix(path.replace(/^\.?\//, ''));
  const file = direct ?? (another === undefined ? suffixed : undefined);
  return file !== undefined && read(file) !== undefined ? file : undefined;
}
