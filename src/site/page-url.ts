import { fileURLToPath } from 'node:url';

/** Address of a page: its path in the repository without `content/` and extension. */
export function pageUrl(file: string): string {
  const path = file.replace(/\.mdx?$/, '').replace(/^content\//, '');
  return `/${path}`;
}

/** Path in the repository of the file of a page; nothing for any other file. */
export function repositoryPath(file: URL): string | undefined {
  return /(?:^|\/)((?:runbooks|content)\/.*)$/.exec(fileURLToPath(file))?.[1];
}
