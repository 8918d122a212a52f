import type { Mention } from '#drift/claims/mention.ts';
import { parentOf } from '#drift/repository/files.ts';
import type { Package, Packages } from '#drift/repository/packages.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { foldersEntered, sectionBefore } from './reader.ts';

/** Where a page runs a script. */
type Reading = {
  readonly packages: Packages;
  readonly mention: Mention;
  readonly repository: Repository;
};

/** Whether the words around, or a `cd` further up, say that a package is meant. */
export function isExplained({ folder, name }: Package, { mention, repository }: Reading): boolean {
  if (foldersEntered(mention, repository).some((entered) => isFolder(entered, folder))) return true;
  const { headings, block, intro, parentItem } = mention.context;
  const around = [...headings.map(({ text }) => text), block, intro, parentItem];
  const said = mention.form === 'fence' ? commentsOf(mention.text) : '';
  const text = `${around.join('\n')}\n${sectionBefore(mention, repository)}\n${said}`.toLowerCase();
  const last = folder.slice(folder.lastIndexOf('/') + 1);
  return [folder, name, last].some(
    (word) => word.length > 2 && holdsWord(text, word.toLowerCase()),
  );
}

/** Whether the page is of an application whose only package lies one folder further down. */
export function isBelowPage({ folder }: Package, { packages, mention }: Reading): boolean {
  const home = parentOf(mention.page);
  if (home === '' || packages.at(home)) return false;
  const below = packages.all.filter((each) => each.folder.startsWith(`${home}/`));
  return below.length === 1 && below[0]?.folder === folder;
}

function commentsOf(commands: string): string {
  return (commands.match(/^\s*#.*$/gm) ?? []).join('\n');
}

function isFolder(entered: string, folder: string): boolean {
  return folder === entered || folder.endsWith(`/${entered}`) || entered.endsWith(`/${folder}`);
}

function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const around = (text[at - 1] ?? ' ') + (text[at + word.length] ?? ' ');
    if (!/[\w:-]/.test(around)) return true;
  }
  return false;
}

/** Whether a package is that of a sample, whose scripts any project may have. */
export function isSample({ folder }: Package, { page }: Mention): boolean {
  const [, sample] =
    /^((?:.*\/)?(?:examples?|fixtures|samples?|templates?)\/)/.exec(`${folder}/`) ?? [];
  return sample !== undefined && !page.startsWith(sample);
}
