import { type CollectionEntry, getCollection } from 'astro:content';
import { PAGE_GROUPS } from './page-groups.ts';
import { pageUrl } from './page-url.ts';

export type Page = CollectionEntry<'pages'>;

/** Every page, in reading order. */
export async function readPages(): Promise<Page[]> {
  const pages = await getCollection('pages');
  return pages.sort(
    (a, b) => a.data.order - b.data.order || a.data.title.localeCompare(b.data.title),
  );
}

/** The pages by group; a group without a page is left out. */
export function groupPages(pages: readonly Page[]) {
  return PAGE_GROUPS.map((group) => ({
    ...group,
    pages: pages.filter((page) => page.data.type === group.type),
  })).filter((group) => group.pages.length > 0);
}

export const urlOf = (page: Page): string => pageUrl(page.id);
