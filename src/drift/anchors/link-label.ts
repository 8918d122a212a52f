import type { Mention } from '#drift/claims/mention.ts';
import type { Repository } from '#drift/repository/repository.ts';

/** What a code span labels: the words up to the end of the label, and the address. */
type Labelled = { readonly words: string; readonly address: string };

/** The web address that a code span labels, by itself or with a few words behind it. */
export function labelledAddress(
  { page, offset, text }: Mention,
  { read }: Repository,
): Labelled | undefined {
  if (offset < 0) return undefined;
  const end = offset + text.length;
  const rest = read(page)?.slice(end, end + 200) ?? '';
  const [, words, address] = /^`([^\]`\n]{0,24})\]\(https?:\/\/([^)\s]+)/.exec(rest) ?? [];
  return words === undefined || address === undefined ? undefined : { words, address };
}
