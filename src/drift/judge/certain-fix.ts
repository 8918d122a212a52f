import { posix } from 'node:path';

/** A path on a page, and where history says that its file went. */
export type MovedPath = {
  readonly text: string;
  readonly page: string;
  /** The repository path that is gone. */
  readonly place: string;
  readonly movedTo: string;
};

/** The text in place of a moved path, written in the manner of the old one, or nothing. */
export function movedText({ text, page, place, movedTo }: MovedPath): string | undefined {
  const [, path = '', rest = ''] = /^([^#?]*)(.*)$/s.exec(text) ?? [];
  if (path === place) return movedTo + rest;
  if (path === `./${place}`) return `./${movedTo}${rest}`;
  if (path === `/${place}`) return `/${movedTo}${rest}`;
  const folder = posix.dirname(page);
  if (path.startsWith('/') || posix.join(folder, path) !== place) return undefined;
  const relative = posix.relative(folder, movedTo);
  const start = path.startsWith('./') && !relative.startsWith('.') ? './' : '';
  return start + relative + rest;
}

/** The nearest answer where it differs from the page's text in case only. */
export function caseText(text: string, nearest: string | undefined): string | undefined {
  if (nearest === undefined || nearest === text) return undefined;
  return nearest.toLowerCase() === text.toLowerCase() ? nearest : undefined;
}
