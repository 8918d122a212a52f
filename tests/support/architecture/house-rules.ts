import { basename, posix } from 'node:path';
import { findImports } from './imports.ts';
import { findFolder } from './stray-imports.ts';
import {
  findNode,
  isCast,
  isDefaultExport,
  isReExport,
  namesConsole,
  readsClockOrNetwork,
  readsEnvironment,
} from './syntax.ts';

/** A rule about one file: a sentence on what breaks it, or nothing. */
export type HouseRule = (path: string, text: string) => string | undefined;

const lineLimit = 200;
const registries = [
  'checks/index.ts',
  'src/drift/anchors/index.ts',
  'src/drift/reporters/index.ts',
];
const vagueName = /(^|-)(utils?|helpers?|managers?|services?|misc|common)(-|\.)/i;
const networkModule = /^(node:(http|https|http2|net|dns|tls)|astro|astro:.*|@supabase\/.*|undici)$/;
const diskModule = /^node:(fs|fs\/promises|child_process)$/;

/** The index of a checkout, and the plugin that is given the path of one page by an editor. */
const diskUsers = ['src/drift/repository/', 'src/drift/remark-lint-holdfast.ts'];

/** Where the environment may be touched, and why. */
const environmentReaders: Readonly<Record<string, string>> = {
  'src/config/env.ts': 'the one place that reads it',
  'scripts/setup-chromium.ts': 'finds a browser before the project can be configured',
  'scripts/gate/run-stage.ts': 'finds the same browser for the stages',
};

/** Where a default export is what a loader asks for. */
const defaultExporters = [
  /^[^/]+\.(ts|mjs)$/,
  /^checks\/(?!index\.ts)[^/]+\.ts$/,
  /^src\/drift\/remark-lint-holdfast\.ts$/,
];

export const houseRules = {
  'is named in kebab-case, or in PascalCase for a component': (path) => {
    const name = basename(path);
    if (vagueName.test(name)) return 'the name says nothing about the content';
    return isWellNamed(path, name) ? undefined : `"${name}" is not`;
  },
  'has at most 200 lines, or says why on top': (path, text) => {
    const lines = text.trimEnd().split('\n').length;
    const isExcused = /^(---\n)?(\/\*\*?|\/\/) Over 200 lines: ./.test(text);
    return lines <= lineLimit || isExcused || isGenerated(path) ? undefined : `${lines} lines`;
  },
  'is no barrel: it exports only what it declares': (path, text) => {
    const isIndex = basename(path) === 'index.ts' && !path.startsWith('src/pages/');
    if (isIndex && !registries.includes(path)) return 'the name hides what it holds';
    return findNode(path, text, isReExport);
  },
  'exports by name, unless a loader asks for a default': (path, text) => {
    if (path.endsWith('.astro') || defaultExporters.some((pattern) => pattern.test(path))) return;
    return findNode(path, text, isDefaultExport);
  },
  'reads the environment only through src/config/env.ts': (path, text) => {
    if (path.startsWith('tests/') || path in environmentReaders) return;
    return findNode(path, text, readsEnvironment);
  },
  'casts only to const': (path, text) => {
    if (path.startsWith('tests/')) return;
    return findNode(path, text, isCast);
  },
  'imports with the extension, and by alias from another folder': (path, text) => {
    const imports = findSpecifiers(path, text);
    const bare = imports.find((name) => /^(\.|#)/.test(name) && !/\.[a-z]+$/.test(name));
    if (bare) return `"${bare}" has no extension`;
    const climbing = imports.find((name) => name.startsWith('../') && leavesFolder(path, name));
    return climbing && `"${climbing}" reaches another folder without its alias`;
  },
  'prints nothing in drift and live': (path, text) => {
    if (!/^src\/(drift|live)\//.test(path)) return;
    return findNode(path, text, namesConsole);
  },
  'knows no network, no clock and no Astro in drift': (path, text) => {
    if (!path.startsWith('src/drift/')) return;
    const network = findSpecifiers(path, text).find((name) => networkModule.test(name));
    return network ?? findNode(path, text, readsClockOrNetwork);
  },
  'touches disk and git in src/drift only where it reads them': (path, text) => {
    if (!path.startsWith('src/drift/') || diskUsers.some((user) => path.startsWith(user))) return;
    return findSpecifiers(path, text).find((name) => diskModule.test(name));
  },
} satisfies Record<string, HouseRule>;

function isWellNamed(path: string, name: string): boolean {
  if (path.startsWith('src/pages/'))
    return /^(\[(\.\.\.)?[a-zA-Z]+\]|[a-z0-9-]+)(\.[a-z]+)+$/.test(name);
  return /\.astro$/.test(name)
    ? /^[A-Z][A-Za-z0-9]*\.astro$/.test(name)
    : /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)+$/.test(name);
}

function leavesFolder(path: string, specifier: string): boolean {
  return findFolder(posix.join(posix.dirname(path), specifier)) !== findFolder(path);
}

function isGenerated(path: string): boolean {
  return path.startsWith('types/');
}

function findSpecifiers(path: string, text: string): string[] {
  return findImports(path, text, {}).map(({ specifier }) => specifier);
}
