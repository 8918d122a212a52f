import { type PageContent, readContent } from '#drift/claims/mentions.ts';
import { type Page, type PageText, parsePage } from '#drift/claims/page.ts';
import { definePart } from './repository.ts';

/** A page with what is on it; its syntax tree is not kept. */
export type ReadPage = PageText & PageContent;

/** A page without its mentions: what other pages may refer to. */
export type Outline = Omit<ReadPage, 'mentions'>;

/** The pages of a repository; undefined where one cannot be read. */
export type Contents = {
  /** The page as a whole. Mentions fill the memory, so that they are not kept after this. */
  readonly take: (path: string) => ReadPage | undefined;
  /** Kept once it is known. */
  readonly outlineOf: (path: string) => Outline | undefined;
};

/** Parses each page once, whether it is its turn or another page asks for its headings first. */
export const contentsPart = definePart('contents', ({ read }): Contents => {
  const outlines = new Map<string, Outline | undefined>();
  const waiting = new Map<string, ReadPage>();
  const parse = (path: string) => {
    const text = read(path);
    const page = text === undefined ? undefined : readPage(parsePage(path, text));
    outlines.set(path, page && outlineFrom(page));
    return page;
  };
  return {
    take: (path) => {
      const early = waiting.get(path);
      waiting.delete(path);
      return early ?? parse(path);
    },
    outlineOf: (path) => {
      if (outlines.has(path)) return outlines.get(path);
      const page = parse(path);
      if (page) waiting.set(path, page);
      return outlines.get(path);
    },
  };
});

/** What is on a page that has been parsed. */
export function readPage(page: Page): ReadPage {
  const { tree: _, ...rest } = page;
  return { ...rest, ...readContent(page) };
}

function outlineFrom({ mentions: _, ...outline }: ReadPage): Outline {
  return outline;
}
