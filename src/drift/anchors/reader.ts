import type { Mention } from '#drift/claims/mention.ts';
import type { Repository } from '#drift/repository/repository.ts';

const OWN_PROJECT =
  /\b(?:npm|pnpm|yarn|bun) create\b|\bnpm init [@\w]|\bnpx (?:--yes |-y )?(?:create-|degit|giget|tiged)|\bdegit\b|\bstackblitz\b|\bcodesandbox\b|\byour (?:own |new |existing )?(?:\w+ )?(?:app|application|project|site|website|repo|repository|workspace|package\.json|plugin|theme|fork)\b|\b(?:new|generated) (?:\w+ )?(?:project|app|application)\b|\busing the (?:\w+ )?(?:app|project) generator\b|\b(?:host|consuming|consumer) (?:app|project)/i;

/** What a program has made for the reader: a title alone may name this repository so. */
const MADE_PROJECT =
  /\bboilerplate\b|\bscaffold(?:s|ed|ing)?\b|\badds? [^.\n]{0,80}\bto the `?package\.json\b/i;

/** Whether the words around say that the reader's own project is meant, not this repository. */
export function isAboutReadersProject({ text, context }: Mention): boolean {
  const { headings, intro, block, parentItem, fence } = context;
  const near = [intro, block, parentItem];
  const around = [...headings.map((heading) => heading.text), ...near];
  if (MADE_PROJECT.test(near.join('\n'))) return true;
  return OWN_PROJECT.test([...around, fence ? `${fence.intro}\n${text}` : ''].join('\n'));
}

const STARTED_PROJECT =
  /\b(?:npm|pnpm|yarn|bun) create\b|\bnpm init [@\w]|\bnpx (?:--yes |-y )?create-|\bdegit\b|\bcd \/tmp\//i;

/** Pages that a program copies into a project of the reader's own. */
const COPIED = /(?:^|\/)templates\/.+\/|(?<!(?:^|\/)docs)(?<!^)\/template\//;

/** Whether a page is a template's, of which a program has several to copy. */
export function isOfTemplate(page: string): boolean {
  return COPIED.test(page);
}

/** Whether a mention is run in a project of the reader's own, which the section above starts. */
export function followsNewProject(mention: Mention, repository: Repository): boolean {
  return isOfTemplate(mention.page) || STARTED_PROJECT.test(sectionBefore(mention, repository));
}

/** The page's text from its last heading down to a mention's line. */
export function sectionBefore({ page, line }: Mention, repository: Repository): string {
  const lines = (repository.read(page) ?? '').split('\n').slice(0, line);
  const heading = lines.findLastIndex((text) => /^#{1,6}\s/.test(text));
  return lines.slice(Math.max(0, heading)).join('\n');
}

/** Folders that the page changes into above a mention's line. */
export function foldersEntered({ page, line }: Mention, repository: Repository): readonly string[] {
  const above = (repository.read(page) ?? '').split('\n').slice(0, line).join('\n');
  return [...above.matchAll(/\bcd\s+(?:\.\/)?([\w@][\w@./-]*)/g)].map((match) =>
    (match[1] ?? '').replace(/\/$/, ''),
  );
}
