import { definePart, type Repository } from '#drift/repository/repository.ts';
import { isSourcePath, sourceRank } from '#drift/repository/sources.ts';

const engines = ['ejs', 'erb', 'hbs', 'j2', 'jinja', 'jinja2', 'liquid', 'mustache', 'tmpl', 'tpl'];

/** Whether a template is there that makes the file: `main.tf.jinja` for `main.tf`. */
export function isMadeOf(path: string, { files }: Repository): boolean {
  return path !== '' && engines.some((engine) => files.hasFile(`${path}.${engine}`));
}

/** Names of pages that the sources quote. */
const quotedPages = definePart('quoted pages', ({ files, read }): ReadonlySet<string> => {
  const sources = files.paths.filter((file) => isSourcePath(file) && sourceRank(file) === 0);
  return new Set(
    sources.flatMap((file) =>
      [...(read(file) ?? '').matchAll(/["'`/]([\w.-]+\.mdx?)["'`]/g)].map(([, name = '']) => name),
    ),
  );
});

/**
 * Whether a program of the repository copies or shows a page, by its name: its links are followed
 * from there. What lies at the root or among the documentation is read as it lies.
 */
export function isHandedOn(page: string, repository: Repository): boolean {
  const name = page.slice(page.lastIndexOf('/') + 1);
  const isKnown = /^(?:CHANGELOG|CONTRIBUTING|README|index)\./i.test(name);
  const isDocumentation = /(?:^|\/)(?:docs?|documentation|content|pages)\//i.test(page);
  if (isKnown || isDocumentation || !page.includes('/')) return false;
  return repository.part(quotedPages).has(name);
}
