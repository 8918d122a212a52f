import type { Mention } from '#drift/claims/mention.ts';
import type { TableTarget } from './table-mentions.ts';

const CODE = /^(?:[cm]?[jt]sx?|javascript|typescript)$/;
const FROM = /(?<!\bstorage\s{0,40}[?!]?)\.from\(\s*(["'`])(\w+)\1\s*\)/g;

/** Tables in snippets of supabase-js: `client.from('x').select()`; buckets of a storage are none. */
export function tablesInSnippet({ form, text, context }: Mention): readonly TableTarget[] {
  const isCode =
    form === 'inline-code' || (form === 'fence' && CODE.test(context.fence?.language ?? ''));
  if (!isCode || !text.includes('.from(')) return [];
  return [...text.matchAll(FROM)].map(({ 0: whole, 2: name = '', index }) => ({
    text: name,
    start: index + whole.indexOf(name, 6),
    table: name.toLowerCase(),
  }));
}
