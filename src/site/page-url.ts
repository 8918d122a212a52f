/** Address of a page: its path in the repository without `content/` and extension. */
export function pageUrl(file: string): string {
  const path = file.replace(/\.mdx?$/, '').replace(/^content\//, '');
  return `/${path}`;
}
