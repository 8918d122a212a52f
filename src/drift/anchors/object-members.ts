import { partsWithin } from '#drift/repository/brackets.ts';

/** A member of an object literal; `opens` is the brace of a value that is a literal itself. */
export type Member = {
  readonly name: string;
  readonly offset: number;
  readonly value: { readonly text: string; readonly opens: number | undefined };
};

/** The members of the object literal that opens at a brace; whole when none is spread or computed. */
export function membersOf(
  text: string,
  brace: number,
): { readonly members: readonly Member[]; readonly isWhole: boolean } {
  const parts = partsWithin(text, brace);
  const members = parts.flatMap(({ text: part, offset }): Member[] => {
    const plain = part.replace(/^(?:\/\/[^\n]*\n\s*|\/\*[\s\S]*?\*\/\s*)+/, '');
    const [whole, , name = ''] = /^(["']?)([\w$-]+)\1\s*(?::\s*|$)/.exec(plain) ?? [];
    if (whole === undefined) return [];
    const valueText = plain.slice(whole.length);
    const at = offset + part.length - plain.length;
    const opens = valueText.startsWith('{') ? at + whole.length : undefined;
    return [{ name, offset: at, value: { text: valueText, opens } }];
  });
  return { members, isWhole: members.length === parts.length };
}
