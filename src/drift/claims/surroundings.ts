import type { Cell, Context, Fence, Heading, NumberedList } from './mention.ts';
import { sentenceAround } from './sentence.ts';

/** What the walk knows when it reaches a block. */
export type Surroundings = {
  readonly headings: readonly Heading[];
  readonly intro: string;
  readonly parentItem: string;
  readonly isQuoted: boolean;
  readonly task?: 'done' | 'open';
  readonly below?: string;
  readonly cell?: Cell;
  readonly list?: NumberedList;
};

export const nowhere: Surroundings = {
  headings: [],
  intro: '',
  parentItem: '',
  isQuoted: false,
};

/** A piece of a block's text, as the context of a mention needs it. */
export type Piece = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isStruck?: boolean;
  readonly label?: string;
  readonly titles?: readonly string[];
  readonly fence?: Fence;
};

/** The context of a mention at a piece of a block, where the walk now stands. */
export function contextAt(surroundings: Surroundings, piece: Piece): Context {
  const { headings, intro, parentItem, isQuoted, below = '', task, cell, list } = surroundings;
  return {
    headings,
    intro,
    parentItem,
    isQuoted,
    ...(task && { task }),
    below,
    block: cell ? cell.row.join(' | ') : piece.text,
    ...sentenceAround(piece.text, piece),
    isStruck: piece.isStruck ?? false,
    ...(cell && { cell }),
    ...(list && { list }),
    ...(piece.fence && { fence: piece.fence }),
    ...(piece.titles && piece.titles.length > 0 && { titles: piece.titles }),
    ...(piece.label !== undefined && { label: piece.label }),
  };
}
