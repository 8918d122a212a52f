import type { Mention } from '#drift/claims/mention.ts';
import type { Repository } from '#drift/repository/repository.ts';
import type { PathShape } from './path-text.ts';

/** "a POST request to `api/v2/alerts`": an address without its first slash. */
export function isRequest({ context }: Mention, { hasExtension }: PathShape): boolean {
  return !hasExtension && /\b(?:GET|POST|PUT|PATCH|DELETE|request|endpoint)\b/.test(context.before);
}

/** "an `acme/web` image": of a registry. */
export function isImage({ context }: Mention, { hasExtension }: PathShape): boolean {
  return !hasExtension && /^\s*(?:(?:docker|container|base) )?images?\b/i.test(context.after);
}

const branch =
  /^(?:feat|feature|fix|bugfix|hotfix|chore|docs|tests?|ci|refactor|release|smoke)\/[\w-]+$/;

/** `feat/change`, `test/change`: names of branches, listed together. */
export function isBranch(text: string, { context }: Mention): boolean {
  if (!branch.test(text)) return false;
  if (context.headings.some((heading) => /\bbranch(?:es|ing)?\b/i.test(heading.text))) return true;
  const spans = context.block.split(/[`\s,|]+/).filter((word) => branch.test(word));
  return new Set(spans.map((word) => word.split('/')[0])).size > 1;
}

/** `docs/` among `feat/`, `fix/` and `chore/` begins the name of a branch. */
export function isBranchPrefix(text: string, { context }: Mention): boolean {
  const isPrefix = /^(?:build|ci|docs|perf|refactor|release|style|tests?)\/$/.test(text);
  return isPrefix && /`(?:bugfix|chore|feat|feature|fix|hotfix)\/`/.test(context.block);
}

/** "the `tools/call` method": a name of a protocol, by these words behind it somewhere on the page. */
export function isOfProtocol(text: string, { page }: Mention, { read }: Repository): boolean {
  if (!/^[a-z]+(?:\/[a-z]+)+$/i.test(text)) return false;
  const words = `\`${RegExp.escape(text)}\`\\s+(?:(?:JSON-RPC|RPC) )?(?:events?|methods?|notifications?|requests?|topics?)\\b`;
  return new RegExp(words).test(read(page) ?? '');
}
