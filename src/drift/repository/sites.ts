import { definePart } from './repository.ts';

/** Files whose presence makes a folder a documentation site with routes of its own. */
const siteFiles =
  /(?:^|\/)(?:astro\.config\.\w+|docusaurus\.config\.\w+|mkdocs\.ya?ml|mint\.json|docs\.json|_sidebar\.md|book\.toml|gatsby-config\.\w+|gridsome\.config\.js|hugo\.toml|_config\.yml|source\.config\.ts|\.vitepress\/config\.\w+|nextra\.config\.\w+|\.nojekyll|\.docsify|sidebars?\.(?:js|ts|json))$/;

/** Folders of documentation sites: pages below are served under routes, not only read on GitHub. */
export const siteFolders = definePart('sites', ({ files }): readonly string[] => [
  ...new Set(
    files.paths
      .filter((path) => siteFiles.test(path))
      .map((path) => path.replace(/(?:^|\/)(?:\.vitepress\/)?[^/]+$/, '')),
  ),
]);

const applicationFiles =
  /(?:^|\/)(?:next|nuxt|svelte|remix|react-router|astro|gatsby)[-.]config\.[cm]?[jt]s$/;

/** Folders of web applications, which may serve the pages of their content under routes. */
export const applicationFolders = definePart('applications', ({ files }): readonly string[] => [
  ...new Set(
    files.paths
      .filter((path) => applicationFiles.test(path))
      .map((path) => path.slice(0, Math.max(0, path.lastIndexOf('/')))),
  ),
]);
