import type { Mention } from '#drift/claims/mention.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { foldersAbove, joinPath } from './folder.ts';
import { hasExtension, isPlaceholder } from './path-text.ts';
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
 * Paths in prose and plain code blocks: at least one folder that exists here, and a file name with
 * a known extension. Code spans, addresses and drawn trees are left to others.
 */
export function pathsInText(mention: Mention, repository: Repository): readonly PathInText[] {
  const { form, text, context } = mention;
  if (!text.includes('/')) return [];
  if (
    form === 'fence' &&
    (!plainLanguages.test(context.fence?.language ?? '') || isDrawnTree(text))
  )
    return [];
  if (!hasSlashInText(text)) return [];
  const masked = text.replace(/`[^`]*`|(?<![a-z])[a-z]+:\/\/\S+/gi, (part) =>
    ' '.repeat(part.length),
  );
  if (!masked.includes('/')) return [];
  return [...masked.matchAll(token)]
    .map((match) => ({ text: match[0].replace(/[.,;:]+$/, ''), start: match.index }))
    .filter(({ start }) => form === 'prose' || !written.test(masked.slice(0, start)))
    .filter((found) => isOwnFile(found.text, mention.page, repository));
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
