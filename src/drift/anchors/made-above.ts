import type { Mention } from '#drift/claims/mention.ts';
import type { Repository } from '#drift/repository/repository.ts';
import type { Invocation } from './invocation.ts';
import { sectionBefore } from './reader.ts';

const MAKES_FOLDER = '\\b(?:mkdir|clone|create[\\w-]*|init|new|startproject|tar|unzip|worktree)\\b';
const MAKES_FILE =
  '(?:\\b(?:add|chmod|creat|curl|download|generat|new|sav|touch|wget|writ)\\w*\\b|>)';

/** Whether a page has its reader make a folder before a command enters it. */
export function isFolderMadeAbove(name: string, mention: Mention, repository: Repository): boolean {
  return isMade(name, MAKES_FOLDER, textDownTo(mention, repository));
}

/** Whether a page has its reader make a file before a command needs it. */
export function isFileMadeAbove(name: string, mention: Mention, repository: Repository): boolean {
  return isMade(name, MAKES_FILE, textDownTo(mention, repository));
}

/** Whether what runs before a command, such as a clone or an install, makes no files of its own. */
export function makesNothing({ program, args }: Invocation): boolean {
  if (/^(?:cd|cp|git|pushd)$/.test(program.value)) return true;
  const isManager = /^(?:bun|npm|pnpm|yarn)$/.test(program.value);
  return isManager && /^(?:ci|i|install)?$/.test(args[0]?.value ?? '');
}

function textDownTo(mention: Mention, repository: Repository): string {
  return `${sectionBefore(mention, repository)}\n${mention.text}`;
}

function isMade(name: string, verbs: string, text: string): boolean {
  return new RegExp(`${verbs}[^\\n]*(?<!\\w)${RegExp.escape(name)}(?!\\w)`, 'i').test(text);
}
