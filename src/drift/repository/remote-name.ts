import type { Git } from './git.ts';

/** `owner/name` of the remote `origin` where it is on GitHub. */
export function remoteName(git: Git): string | undefined {
  const url = git(['config', '--get', 'remote.origin.url']).output.toString('utf8').trim();
  return githubName(url);
}

/** `owner/name` of a GitHub URL in any of its spellings. */
export function githubName(url: string): string | undefined {
  return /github\.com[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/i.exec(url)?.[1];
}

const addresses = /github\.com[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?(?=[/#)\]\s"'`>]|$)/g;

/** `owner/name` of each GitHub address in a text, in order. */
export function githubNamesIn(text: string): readonly string[] {
  return [...text.matchAll(addresses)].map(([, name = '']) => name);
}
