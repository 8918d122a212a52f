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
