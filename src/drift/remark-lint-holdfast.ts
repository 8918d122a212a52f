import { realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { lintRule } from 'unified-lint-rule';
import type { Node } from 'unist';
import { findDrift } from './check.ts';
import type { MarkdownNode } from './claims/node.ts';
import { pageOf } from './claims/page.ts';
import { readRepository } from './repository/checkout.ts';
import { gitIn } from './repository/git.ts';
import type { Repository } from './repository/repository.ts';
import { isDrift } from './verdict.ts';

/** What the plugin needs of a virtual file. */
type File = {
  readonly cwd: string;
  readonly path: string;
  readonly toString: () => string;
  readonly message: (reason: string, place: Place) => unknown;
};

type Point = { readonly line: number; readonly column: number };
type Place = { readonly start: Point; readonly end: Point };

/**
 * The drift check as a remark-lint rule, over the tree that remark has parsed: for remark-cli, and
 * for editors through remark-language-server. Files outside a git repository are left alone.
 */
const remarkLintHoldfast = lintRule('remark-lint:holdfast', (tree: Node, file) => {
  if (isMarkdown(tree) && file.path !== undefined) lint(tree, { ...pick(file), path: file.path });
});

export default remarkLintHoldfast;

function lint(tree: MarkdownNode, file: File): void {
  const found = repositoryOf(file);
  if (!found) return;
  const page = pageOf(found.page, file.toString(), tree);
  const { claims } = findDrift(found.repository, { pages: [found.page], parsed: [page] });
  for (const { verdict, line, column, text, message, code } of claims) {
    if (!isDrift(verdict)) continue;
    const end = text.includes('\n') ? { line, column } : { line, column: column + text.length };
    file.message(`${message} (${code})`, { start: { line, column }, end });
  }
}

function pick(file: Omit<File, 'path'>): Omit<File, 'path'> {
  return {
    cwd: file.cwd,
    toString: () => file.toString(),
    message: (reason, place) => file.message(reason, place),
  };
}

function isMarkdown(tree: Node): tree is Node & MarkdownNode {
  return tree.type === 'root' && 'children' in tree;
}

let last: { readonly state: string; readonly repository: Repository } | undefined;

/** The repository around a file, read again only when something in it has changed. */
function repositoryOf({ cwd, path }: File): { repository: Repository; page: string } | undefined {
  const git = gitIn(cwd);
  const top = git(['rev-parse', '--show-toplevel', 'HEAD']);
  if (!top.isOk) return undefined;
  const [root = ''] = top.output.toString('utf8').split('\n');
  const changes = git(['diff', '--no-ext-diff', '--no-textconv', 'HEAD']);
  const state = `${top.output}${changes.output}`;
  if (last?.state !== state) last = { state, repository: readRepository(root) };
  const page = relative(root, realpathSync(join(cwd, path))).replaceAll(sep, '/');
  return page.startsWith('..') ? undefined : { repository: last.repository, page };
}
