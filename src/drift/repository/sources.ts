/** Extensions of prose: what a page says is no proof of what another page says. */
const PROSE = /\.(?:md|mdx|mdc|markdown|mdown|rst|adoc|asciidoc|org|tex|pod|rdoc|ipynb)$/i;

/** Text files that tools read, although `.txt` is prose elsewhere. */
const READ_BY_TOOLS = /(?:^|\/)(?:requirements[^/]*|constraints[^/]*|CMakeLists|robots)\.txt$/i;

const PROSE_NAME =
  /(?:^|\/)(?:README|CHANGELOG|CHANGES|HISTORY|LICEN[CS]E|NOTICE|AUTHORS|CONTRIBUTORS|CODEOWNERS|TODO|\.cursorrules|\.windsurfrules|\.\w*ignore)$/i;

/** Files without words of the project's own: pictures, archives, locks, maps, minified bundles. */
const WORDLESS =
  /(?:\.(?:png|jpe?g|gif|webp|avif|ico|icns|bmp|svg|woff2?|ttf|otf|eot|pdf|zip|gz|tgz|bz2|xz|7z|jar|wasm|mp[34]|mov|webm|ogg|wav|bin|exe|dll|so|dylib|class|pyc|lock|map|sum|parquet|sqlite|db|pem|crt)|\.min\.(?:js|css)|(?:^|\/)(?:package-lock|npm-shrinkwrap|composer\.lock|pnpm-lock)[^/]*)$/i;

const VENDORED =
  /(?:^|\/)(?:\.yarn|node_modules|vendor|vendored|third_party|dist|\.pnp[^/]*)(?:\/|$)/i;
const CODE =
  /\.(?:[cm]?[jt]sx?|astro|vue|svelte|py|go|rb|rs|java|kt|kts|scala|swift|cs|fs|php|ex|exs|erl|c|cc|cpp|h|hpp|m|mm|sql|prisma|graphql|gql|proto|sh|lua|dart|zig|tf)$/i;
const TEST =
  /(?:^|\/)(?:__tests__|__mocks__|__fixtures__|(?:[\w-]+-)?tests?|spec|specs|e2e|fixtures?|examples?|demo|bench(?:marks?)?)\/|[._-](?:test|spec|stories|integration)\.[^/]+$/i;

/** Whether words of the file can prove a claim: tracked text that is not documentation. */
export function isSourcePath(path: string): boolean {
  if (WORDLESS.test(path) || PROSE.test(path) || PROSE_NAME.test(path)) return false;
  if (/\.txt$/i.test(path)) return READ_BY_TOOLS.test(path);
  return !/(?:^|\/)docs?\/.*\.html?$/i.test(path);
}

/** Whether the file holds program code. */
export function isCodePath(path: string): boolean {
  return CODE.test(path);
}

const MEGABYTE = 1024 * 1024;

const API_DOCUMENT =
  /(?:(?:openapi|swagger|api-spec|api-docs)[^/]*\.(?:ya?ml|json)|(?:^|\/)spec\.ya?ml)$/i;

/** Whether the file may describe an API as OpenAPI does. */
export function isApiDocument(path: string): boolean {
  return API_DOCUMENT.test(path);
}

/** Largest file that is read, in bytes: what programs write is long as code, and longer as data. */
export function sizeLimitOf(path: string): number {
  return (isCodePath(path) || isApiDocument(path) ? 16 : 2) * MEGABYTE;
}

/** Lower is better evidence: code, then other files, then tests and examples, then vendored code. */
export function sourceRank(path: string): number {
  if (VENDORED.test(path)) return 3;
  if (TEST.test(path)) return 2;
  return CODE.test(path) ? 0 : 1;
}

/** Whether the file tells a service what to run at a change. */
export function isPipelinePath(path: string): boolean {
  return /(?:^|\/)(?:\.github|\.gitlab|\.circleci|\.depot|actions|workflows)\/.*\.ya?ml$|\.gitlab-ci\.ya?ml$|(?:^|\/)(?:scripts?\/)?\.?ci\/.*\.sh$/.test(
    path,
  );
}
