import { indexFiles, parentOf } from './files.ts';
import { isProjectPage } from './project-page.ts';
import { definePart, type Repository } from './repository.ts';

/** Files whose presence makes a folder a documentation site with routes of its own. */
const siteFiles =
  /(?:^|\/)(?:astro\.config\.\w+|docusaurus\.config\.\w+|mkdocs\.ya?ml|zensical\.toml|mint\.json|docs\.json|_sidebar\.md|book\.toml|\.gitbook\.yaml|antora\.yml|conf\.py|_quarto\.yml|gatsby-config\.\w+|gridsome\.config\.js|hugo\.(?:toml|ya?ml|json)|(?:eleventy\.config|\.eleventy)\.\w+|rspress\.config\.\w+|_config\.yml|source\.config\.ts|\.(?:vitepress|vuepress)\/config\.\w+|nextra\.config\.\w+|\.nojekyll|\.docsify|sidebars?\.(?:js|ts|json))$/;

/** Generators whose configuration has a common name: the folder beside it that holds the pages. */
const pageFolders = [
  { config: /(?:^|\/)config\.(?:toml|ya?ml)$/, beside: 'content' },
  { config: /(?:^|\/)config\.rb$/, beside: 'source' },
] as const;

/** Folders of documentation sites: pages below are served under routes, not only read on GitHub. */
export const siteFolders = definePart('sites', ({ files }): readonly string[] => {
  const sites = files.paths
    .filter((path) => siteFiles.test(path))
    .map((path) => path.replace(/(?:^|\/)(?:\.(?:vitepress|vuepress)\/)?[^/]+$/, ''));
  const beside = pageFolders.flatMap(({ config, beside: folder }) =>
    files.paths
      .filter((path) => config.test(path))
      .map((path) => path.replace(/[^/]+$/, folder))
      .filter((path) => files.hasFolder(path)),
  );
  return [...new Set([...sites, ...beside])];
});

const applicationFiles =
  /(?:^|\/)(?:(?:next|nuxt|svelte|remix|react-router|astro|gatsby)[-.]config\.[cm]?[jt]s|angular\.json)$/;

/** Folders of web applications, which may serve the pages of their content under routes. */
export const applicationFolders = definePart('applications', ({ files }): readonly string[] => [
  ...new Set(
    files.paths.filter((path) => applicationFiles.test(path)).map((path) => parentOf(path)),
  ),
]);

/** Numbers that order the pages of a site and that its addresses leave out: `1.guide/02-plugins.md`. */
const order = /(?<=^|\/)\d{1,4}[-_.](?=[^\d/])/g;

/** Pages whose names carry their order, by the path without it. */
export const orderedPages = definePart('ordered pages', ({ files }) => {
  const byAddress = new Map(
    files.paths
      .filter((path) => /\.mdx?$/.test(path))
      .map((path) => [withoutOrder(path), path] as const)
      .filter(([address, path]) => address !== path),
  );
  const { withSuffix } = indexFiles([...byAddress.keys()]);
  return {
    /** The page that the site of another serves under an address. */
    withSuffix: (suffix: string, from: string): string | undefined => {
      const addresses = withSuffix(suffix).filter((address) => {
        const root = address.slice(0, -suffix.length);
        // No number stands before the address, and the page is of the same site.
        return byAddress.get(address)?.startsWith(root) === true && from.startsWith(root);
      });
      return byAddress.get(addresses[0] ?? '');
    },
    /** The page that is served as this very path. */
    servedAs: (path: string): string | undefined => byAddress.get(path),
  };
});

/** A path as a site addresses it. */
export function withoutOrder(path: string): string {
  return path.replace(order, '');
}

/** The folder of a book's pages: links that leave it lead to what is published beside the book. */
export function bookFolder(page: string, { files, read }: Repository): string | undefined {
  const books = files.named('book.toml').map((path) => {
    const named = /^src\s*=\s*["']([^"'\n]+)["']/m.exec(read(path) ?? '')?.[1] ?? 'src';
    const folder = named.replace(/^\.\/?|\/+$/g, '');
    return parentOf(path) + (parentOf(path) && '/') + (folder && `${folder}/`);
  });
  return books.find((folder) => page.startsWith(folder));
}

/** Folders in which web applications keep the pages that they serve. */
const content = /\/(?:content|posts|blog|markdown|mdx|static-content)\//;

function isContent(page: string, repository: Repository): boolean {
  return repository
    .part(applicationFolders)
    .some((folder) => folder !== '' && page.startsWith(`${folder}/`) && content.test(page));
}

/** Folders from which programs and site generators render pages; crates keep theirs in `src/docs`. */
const renderedFolder = /(?:^|\/)(?:templates|_pages|_docs|_posts|_includes|src\/docs?)\//;

/** What only a renderer reads at the head of a page. */
const siteKey =
  /^(?:title|layout|permalink|slug|nav_order|weight|tags|categor(?:y|ies)|parent|sidebar\w*|menu|hide):/m;

/** Whether a page is read where the repository is hosted: a README, or what lies in a hidden folder. */
export function isReadAtHost(page: string): boolean {
  return /(?:^|\/)(?:README\.md$|\.)/i.test(page);
}

/** Whether a page is read where the repository is hosted, or lies at its root, where hosts look. */
export function isHosted(page: string): boolean {
  return isReadAtHost(page) || !page.includes('/');
}

/** Whether a page is part of a documentation site, whose links may be routes. A README is read on GitHub, unless it has what only a renderer reads. */
export function isOnSite(page: string, repository: Repository): boolean {
  if (page.endsWith('.mdx')) return true;
  if (/(?:^|\/)README\.md$|^\.github\//i.test(page)) return hasSiteKey(page, repository);
  const isBelow = repository
    .part(siteFolders)
    .some((folder) =>
      folder === '' ? /\/|^index\.md$/.test(page) : page.startsWith(`${folder}/`),
    );
  return (
    isBelow ||
    renderedFolder.test(page) ||
    isContent(page, repository) ||
    hasSiteKey(page, repository)
  );
}

/** Whether a page is for those who use the product: a site has it, and it is not about working here. */
export function isForUsers(page: string, repository: Repository): boolean {
  return !isProjectPage(page) && isOnSite(page, repository);
}

function hasSiteKey(page: string, repository: Repository): boolean {
  const head = /^\s*---\r?\n(.{0,2000}?)\n---\s/s.exec(repository.read(page) ?? '')?.[1];
  return head !== undefined && siteKey.test(head);
}
