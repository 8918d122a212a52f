import type { Mention } from '#drift/claims/mention.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { nearestPath } from './nearest-path.ts';

/** The page that a route without one most likely means: the same in another case, or of that name. */
export function nearestPage(place: string, repository: Repository): string | undefined {
  const address = place.replace(/\.html?$/, '');
  const sameButCase = ['.md', '.mdx']
    .map((end) => repository.files.inOtherCase(address + end))
    .find((file) => file !== undefined);
  const nearest = sameButCase ?? nearestPath(`${address}.md`, repository);
  return nearest !== undefined && /\.mdx?$/.test(nearest) ? nearest : undefined;
}

/** A repository path as a page would link to it, in the manner of the link it replaces. */
export function relativeTo(page: string, target: string, written: string): string {
  if (written.startsWith('/')) return `/${target}`;
  const from = page.split('/').slice(0, -1);
  const to = target.split('/');
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared += 1;
  const up = '../'.repeat(from.length - shared);
  return `${up === '' && written.startsWith('./') ? './' : up}${to.slice(shared).join('/')}`;
}

/** The link that is right for certain: it resolves from the root, or the name exists once. */
export function certainFix(
  mention: Mention,
  {
    path,
    nearest,
    repository,
  }: { path: string; nearest: string | undefined; repository: Repository },
): { readonly fix?: string } {
  const suffix = path.replace(/^(?:\.{0,2}\/)+/, '').replace(/\/$/, '');
  if (nearest === undefined || mention.offset < 0) return {};
  const endings = repository.files.withSuffix(suffix);
  if (endings.length !== 1 || endings[0] !== nearest) return {};
  return { fix: relativeTo(mention.page, nearest, path) };
}
