import type { Missing } from '#drift/anchors/anchor.ts';
import type { Mention } from '#drift/claims/mention.ts';
import type { WordLoss } from '#drift/repository/history.ts';
import { isProjectPage } from '#drift/repository/project-page.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { isForUsers } from '#drift/repository/sites.ts';
import { isPipelinePath } from '#drift/repository/sources.ts';
import { isSampleOf } from './same-names.ts';

type Question = {
  readonly mention: Mention;
  readonly resolution: Missing;
  readonly repository: Repository;
};

/** Whether a word that a source has lost proves that what the page names is gone. */
export function isProof(loss: WordLoss, question: Question): boolean {
  const { mention, resolution, repository } = question;
  const { file } = loss;
  const kind = resolution.code.replace(/-.*/, '');
  if (passesOn(file, repository) || generated.test(file)) return false;
  switch (kind) {
    case 'env':
      // A header declares names of the system that it is for.
      return (
        !isReaders(loss, mention) && !isSampleOf(file, mention.page) && !/\.h(?:pp)?$/.test(file)
      );
    case 'script':
      return !isReaders(loss, mention) && !isWrittenForReaders(loss, question);
    case 'symbol':
      return !isSampleOf(file, mention.page) && !isOfGoneLanguage(file, repository);
    case 'route':
      return !ofDocumentation.test(file);
    case 'job':
      return isPipelinePath(file);
    case 'task':
      // A pipeline runs what other files declare.
      return !isPipelinePath(file);
    default:
      return true;
  }
}

// `from library import *`: the file still has the name, which the library declares. A file of
// deprecations names what its readers have.
function passesOn(file: string, { read }: Repository): boolean {
  return (
    /deprecat/.test(file) ||
    /^(?:from \S+ import \*|export \* from|pub use .*::\*;)/m.test(read(file) ?? '')
  );
}

// What a program writes loses names whenever its input changes.
const generated = /(?:^|[/_.-])generated[/_.-]|\.snap$/;

// With the last file of a language its code has moved elsewhere, where it may well go on.
function isOfGoneLanguage(file: string, { files }: Repository): boolean {
  const ending = /\.(?:cs|dart|go|java|kt|mm?|php|py|rb|rs|scala|swift)$/.exec(file)?.[0];
  return ending !== undefined && !files.paths.some((path) => path.endsWith(ending));
}

/** What arranges pages of a site, by addresses that are not those of the API they speak of. */
const ofDocumentation =
  /(?:^|\/)(?:\.(?:vitepress|vuepress)\/|(?:docusaurus|sidebars?|redirects?)\b)/;

// A page for users shows them a pipeline of their own, which this repository once had as well.
function isReaders({ file }: WordLoss, { page }: Mention): boolean {
  return isPipelinePath(file) && !isProjectPage(page);
}

// A program of this repository gave the script to its users.
function isWrittenForReaders({ file }: WordLoss, { mention, repository }: Question): boolean {
  return !file.endsWith('package.json') && isForUsers(mention.page, repository);
}
