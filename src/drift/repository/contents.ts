import { type PageContent, readContent } from '#drift/claims/mentions.ts';
import { type Page, type PageText, parsePage } from '#drift/claims/page.ts';
import { definePart } from './repository.ts';

/** A page with what is on it; its syntax tree is not kept. */
export type ReadPage = PageText & PageContent;

/** Reads any page of the repository once; undefined where it cannot be read. */
export const contentsOf = definePart('contents', ({ read }) => {
  const known = new Map<string, ReadPage | undefined>();
  return (path: string): ReadPage | undefined => {
    if (known.has(path)) return known.get(path);
    const text = read(path);
    const page = text === undefined ? undefined : readPage(parsePage(path, text));
    known.set(path, page);
    return page;
  };
});

/** What is on a page that has been parsed. */
export function readPage(page: Page): ReadPage {
  const { tree: _, ...rest } = page;
  return { ...rest, ...readContent(page) };
}
