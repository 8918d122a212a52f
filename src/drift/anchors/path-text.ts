/** Extensions of files that repositories hold; a dotted word ending in another is no file name. */
const extensions = new Set(
  `astro bash bat c cc cfg cjs clj cmd conf cpp cs css csv cts cue dart diff ejs env erb ex exs fish ftl
  gif go gradle graphql gql h hbs hcl hpp htm html ico ini ipynb java jpeg jpg js json json5 jsonc jsonl
  jsx kt kts less lock log lua m4 map md mdc mdx mjs mk mts nix njk ott patch pdf php pl plist png po
  prisma proto ps1 psm1 puml py pyi r rb rs rst sass scala scss sh sln snap sol sql svelte svg swift
  tf tfvars tmpl toml tpl ts tsv tsx txt vue wasm webp woff2 xml yaml yml zig zsh`.split(/\s+/),
);

/** Well-known files without an extension. */
const plainNames =
  /^(?:Makefile|GNUmakefile|Dockerfile|Containerfile|Procfile|Gemfile|Rakefile|Justfile|justfile|Jenkinsfile|Vagrantfile|Brewfile|Tiltfile|CODEOWNERS|LICENSE|LICENCE|NOTICE|README|CHANGELOG|AUTHORS|VERSION)$/;

const placeholder =
  /[<>{}[\]*?$%|"'`,;=\\^]|\.\.\.|…|\bX{3,}\b|(?:^|\/)(?:path\/to|your|my|some|foo|bar|baz|qux|example|placeholder|name)(?:[/.]|$)|(?:component|page|file|module|package|feature|class)_?name(?:[/.]|$)|(?:^|\/)\w+_name(?:[/.]|$)|(?:^|\/)[a-z]+-name\/?$|(?:^|\/)(?:(?:your|my|some)[-_]|(?:your|my|some|new)[A-Z]\w*\.\w+$)|YYYY|##|\bNN+\b|\bx\.x\b/i;

/** `vparquetX`: a letter for a number. */
const numbered = /[a-z]X(?=[/.]|$)/;

const openPart =
  /[<>{}*$%|"'`,;=\\^]|\.\.\.|…|\bX{3,}\b|YYYY|##|(?:^|\/)path\/to(?:\/|$)|(?:^|\/)(?:your|my|some)(?:[-_/.]|$)|(?:^|\/)(?:foo|bar|baz|qux|(?:component|page|file|module|package|feature|class)_?name)(?:[/.]|$)|(?:^|\/)example\.(?:com|net|org)(?:\/|$)/i;

/** Whether a part of an address is left open; a word that any sample uses may be a file's name. */
export function isOpenAddress(text: string): boolean {
  return openPart.test(text);
}

/** Whether a path stands for others: a placeholder, a pattern, an example. */
export function isPlaceholder(text: string): boolean {
  return placeholder.test(text) || numbered.test(text);
}

/** What a piece of text looks like as a path. */
export type PathShape = {
  /** The path without a trailing slash, a line suffix or a fragment. */
  readonly path: string;
  readonly line?: number;
  readonly isFolder: boolean;
  readonly hasExtension: boolean;
  readonly segments: readonly string[];
};

const notAPath =
  /^(?:(?:mailto|data|npm|node|file|git|https?|tel):|[-~$%#&!+@]|\/\/|\d+(?:\.\d+)*$|(?:and|or)\/)/i;

/** Reads a text as a path; undefined where it cannot be one. Globs and braces are let through. */
export function pathShape(text: string): PathShape | undefined {
  if (text.length > 300 || text.length < 2) return undefined;
  if (/\s|:\/\//.test(text) || notAPath.test(text)) return undefined;
  // `file.ex#name` is a symbol.
  if (/\.\w+#(?!L\d)[A-Za-z_$][\w$.]*$/.test(text)) return undefined;
  const suffixed = text.includes(':') ? /^(.+?):(\d+)(?:[:-]\d+)*$/.exec(text) : null;
  const bare = (suffixed?.[1] ?? text).replace(/#L\d+(?:-L?\d+)?$/, '');
  const isFolder = bare.endsWith('/');
  const path = bare.replace(/\/+$/, '');
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.');
  if (segments.length === 0 || hasOtherSigns(path)) return undefined;
  return {
    path,
    ...(suffixed && { line: Number(suffixed[2]) }),
    isFolder,
    hasExtension: hasExtension(segments.at(-1) ?? ''),
    segments,
  };
}

// Route groups and scopes of packages are parts of paths: `app/(shop)`, `@scope/name`.
function hasOtherSigns(path: string): boolean {
  const signs = /[:@()!&]/;
  return signs.test(path) && signs.test(path.replace(/\([\w-]+\)|@[\w-]+/g, ''));
}

/** Whether a name is that of a file: a known extension, a dot file, or a well-known name. */
export function hasExtension(name: string): boolean {
  if (plainNames.test(name)) return true;
  const dot = name.lastIndexOf('.');
  if (dot < 0) return false;
  if (dot === 0) return /^\.[a-z][\w-]{2,}$/.test(name);
  return extensions.has(name.slice(dot + 1).toLowerCase()) || /^\.[\w-]+\.[\w.-]+$/.test(name);
}
