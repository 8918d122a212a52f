import type { CodePiece } from '#drift/repository/reach.ts';
import { type Answered, answersIn } from './contract-answers.ts';
import { membersOf } from './object-members.ts';

/** The fields of the answers that code gives. */
export type Fields = {
  readonly names: readonly string[];
  readonly places: ReadonlyMap<string, Place>;
  /** How deep the answers are written out: not at all, their own fields, or all values too. */
  readonly known: 'nothing' | 'fields' | 'all';
};

type Place = { readonly file: string; readonly offset: number };

/** Reads the fields of every answer; the first piece is the handler itself. */
export function fieldsAnswered(pieces: readonly CodePiece[]): Fields {
  const places = new Map<string, Place>();
  const answers = answersIn(pieces);
  const depths = answers.map((answer) => addFields(places, answer));
  const isKnown = depths.length > 0 && depths.every((depth) => depth !== 'nothing');
  const isAll = isKnown && depths.every((depth) => depth === 'all');
  const known = isKnown ? 'fields' : 'nothing';
  return { names: [...places.keys()], places, known: isAll ? 'all' : known };
}

function addFields(places: Map<string, Place>, { piece, object }: Answered): Fields['known'] {
  if (object === undefined) return 'nothing';
  const { members, isWhole } = membersOf(piece.text, object);
  let isFlat = isWhole;
  for (const { name, value, offset } of members) {
    if (!places.has(name)) places.set(name, { file: piece.file, offset: piece.offset + offset });
    if (value.opens === undefined) isFlat &&= isScalar(value.text);
    else isFlat &&= addFields(new Map(), { piece, object: value.opens }) === 'all';
  }
  if (!isWhole) return 'nothing';
  return isFlat ? 'all' : 'fields';
}

/** Whether a value certainly has no fields of its own. */
function isScalar(value: string): boolean {
  return /^(?:(["'`])[^"'`]*\1|-?\d[\d_.]*|true|false|null|undefined|!\w[\w.]*|new Date\([^()]*\)\.\w+\(\)|Date\.now\(\)|process\.uptime\(\)|[^?{}]*\?\s*["'\d][^{}]*:\s*["'\d][^{}]*|.+ [!=]==? .+)$/.test(
    value,
  );
}
