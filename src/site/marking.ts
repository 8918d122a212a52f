import { type PlacedClaim, type TextPlace, wordsIn } from './claim-places.ts';
import { groupByStanding, type ProvenClaim, type Standing } from './page-proof.ts';

/** What an element of the page is given: how its claim stands, and the id that the list leads to. */
export type Mark = { readonly standing: Standing; readonly id?: string };

/** A part of a text; the words of a claim have a mark. */
export type Piece = { readonly text: string; readonly mark?: Mark };

type Range = { readonly start: number; readonly end: number };
type Words = { readonly from: number; readonly to: number; readonly claim: ProvenClaim };

/** Gives the claims of one page to the elements that bear them, each id once. */
export type Marking = {
  /** Cuts a text at the words of its claims; nothing where it has none. */
  readonly cut: (text: TextPlace) => readonly Piece[] | undefined;
  /** The mark of an element whose source bears claims outside of its text, such as an address. */
  readonly markElement: (range: Range) => Mark | undefined;
  /** The mark of a fence, whose text is shown as it is. */
  readonly markFence: (range: Range) => Mark | undefined;
  readonly claims: () => readonly ProvenClaim[];
};

/** Starts with no claim given away; `source` is the text that the places are counted in. */
export function createMarking(placed: readonly PlacedClaim[], source: string): Marking {
  const register = createRegister(placed.map(({ claim }) => claim));
  const markWhere = (isMeant: (place: PlacedClaim) => boolean) =>
    register.give(placed.filter(isMeant).map(({ claim }) => claim));
  return {
    cut: (text) => {
      const found = placed.flatMap((place): Words[] => {
        const words = wordsIn(text, { claim: place, source });
        return words ? [{ ...words, claim: place.claim }] : [];
      });
      return found.length === 0 ? undefined : cutAt(text.value, joinOverlaps(found), register);
    },
    markElement: ({ start, end }) =>
      markWhere((place) => place.isExact && place.start >= start && place.end <= end),
    markFence: ({ start, end }) => {
      const text = source.slice(start, end);
      return markWhere(
        ({ claim, lineStart }) => lineStart > start && lineStart < end && text.includes(claim.text),
      );
    },
    claims: register.claims,
  };
}

type Register = {
  /** The mark of the element that bears these claims; the first that has no mark yet names it. */
  readonly give: (claims: readonly ProvenClaim[]) => Mark | undefined;
  readonly claims: () => readonly ProvenClaim[];
};

function createRegister(all: readonly ProvenClaim[]): Register {
  const marks = new Map<ProvenClaim, string>();
  return {
    give: (claims) => {
      const [weakest] = groupByStanding(claims);
      if (!weakest) return undefined;
      const open = claims.filter((claim) => !marks.has(claim));
      const [first] = open;
      const id = first && `c${all.indexOf(first) + 1}`;
      if (id) for (const claim of open) marks.set(claim, id);
      return { standing: weakest.standing, ...(id && { id }) };
    },
    claims: () =>
      all.map((claim) => {
        const mark = marks.get(claim);
        return mark ? { ...claim, mark } : claim;
      }),
  };
}

type Joined = { readonly from: number; readonly to: number; readonly claims: ProvenClaim[] };

/** Claims over the same words share one mark; what reaches further makes it longer. */
function joinOverlaps(found: readonly Words[]): readonly Joined[] {
  const joined: Joined[] = [];
  for (const { from, to, claim } of found.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (!last || last.to <= from) joined.push({ from, to, claims: [claim] });
    else
      joined.splice(-1, 1, { ...last, to: Math.max(last.to, to), claims: [...last.claims, claim] });
  }
  return joined;
}

function cutAt(value: string, joined: readonly Joined[], register: Register): readonly Piece[] {
  const pieces = joined.flatMap(({ from, to, claims }, at): Piece[] => {
    const mark = register.give(claims);
    const between = value.slice(joined[at - 1]?.to ?? 0, from);
    return [{ text: between }, { text: value.slice(from, to), ...(mark && { mark }) }];
  });
  const rest = value.slice(joined.at(-1)?.to ?? 0);
  return [...pieces, { text: rest }].filter(({ text }) => text !== '');
}
