import type { Mention } from '#drift/claims/mention.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { foldersAbove, joinPath } from './folder.ts';
import { misspeltPath } from './nearest-path.ts';
import { hasExtension, isPlaceholder } from './path-text.ts';
import { candidatePaths } from './places.ts';
import { isDrawnTree } from './tree-lines.ts';

/** A path in running text, with its offset. */
export type PathInText = { readonly text: string; readonly start: number };

// Scripts that part words by spaces; elsewhere a path would run into the words around it.
const letter = '\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{M}\\d_';
const token = new RegExp(
  `(?<![${letter}@./:$~{}<>*-])(?:\\./)?[${letter}.@-]+(?:/[${letter}.@-]+)+(?![${letter}/*{<$-])`,
  'gu',
);

/** Languages of code blocks whose paths are those of the repository, not of a program's imports. */
const plainLanguages =
  /^(?:|text|txt|plain(?:text)?|console|sh|shell|bash|zsh|ya?ml|ini|toml|dotenv|env|dockerfile|mermaid)$/;

/**
 * Paths in prose, plain code blocks and commands in code spans: at least one folder that exists
 * here, and a file name with a known extension; or any that the history held. Other code spans,
 * addresses and drawn trees are left to others.
 */
export function pathsInText(mention: Mention, repository: Repository): readonly PathInText[] {
  const { form, text, context } = mention;
  if (!text.includes('/')) return [];
  if (
    form === 'fence' &&
    (!plainLanguages.test(context.fence?.language ?? '') || isDrawnTree(text))
  )
    return [];
  if (form === 'inline-code' && !isCommand(text)) return [];
  if (!hasSlashInText(text)) return [];
  const masked = text.replace(/`[^`]*`|(?<![a-z])[a-z]+:\/\/\S+/gi, (part) =>
    ' '.repeat(part.length),
  );
  if (!masked.includes('/')) return [];
  return [...masked.matchAll(token)]
    .map((match) => ({ text: match[0].replace(/[.,;:]+$/, ''), start: match.index }))
    .filter(({ start }) => form === 'prose' || !written.test(masked.slice(0, start)))
    .filter(
      ({ text: path }) =>
        isOwnFile(path, mention.page, repository) ||
        wasHere(path, mention, repository) ||
        isMisspelt(path, repository),
    );
}

// `conftest verify -p policies/members`: a program and what it is given, no line of code.
function isCommand(text: string): boolean {
  return /^[\w./-]+ [^"'`()={}]+$/.test(text) && !code.test(text);
}

const code = /^(?:const|export|from|import|include|let|require|return|type|use|using|var)\b/;

// `teamplates/index.ejs`, a letter off from a file that is here.
function isMisspelt(path: string, repository: Repository): boolean {
  if (!hasExtension(path) || isPlaceholder(path)) return false;
  const meant = misspeltPath(path, repository);
  return meant?.split('/').length === path.replace(/^\.\//, '').split('/').length;
}

// A path of any form where the history held it; in prose, `client/server` may be two words.
function wasHere(path: string, { form, page }: Mention, { history }: Repository): boolean {
  const isPath = form !== 'prose' || hasExtension(path) || path.split('/').length > 2;
  return (
    isPath &&
    !isPlaceholder(path) &&
    candidatePaths(path, page).some((place) => history.removalOf(place) !== undefined)
  );
}

/** Before a path of a command: what the command writes need not be there. */
const written = /(?:>|\s(?:-o|--out(?:put|file|dir)?)[ =])[ \t]*$/;

// Most slashes stand in code spans: seen before anything is masked. A span may lack its end.
function hasSlashInText(text: string): boolean {
  const parts = text.split('`');
  return parts.length % 2 === 0 || parts.some((part, at) => at % 2 === 0 && part.includes('/'));
}

function isOwnFile(path: string, page: string, { files }: Repository): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!hasExtension(name) || isPlaceholder(path)) return false;
  const [first = ''] = path.replace(/^\.\//, '').split('/');
  return foldersAbove(page).some((folder) => files.hasFolder(joinPath(folder, first) ?? '/'));
}
