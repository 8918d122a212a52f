import { z } from 'zod';
import { type Checkout, holdfast } from './checkout.ts';
import { type Mutation, mutate } from './mutation.ts';
import { type Proven, type Thing, thingOf } from './proven.ts';

/** What the check said of a broken claim: by itself, and about the change alone. */
export type MutationResult = {
  readonly thing: Thing;
  readonly name: string;
  /** The ways of asking that did not name it, each with what it said instead. */
  readonly missed: ReadonlyMap<Way, string>;
};

/** How the check was asked, while the change was not committed and after. */
export const ways = ['plain, uncommitted', 'since, uncommitted', 'plain', 'since'] as const;
export type Way = (typeof ways)[number];

const Claims = z.object({
  claims: z.array(
    z
      .object({
        page: z.string(),
        line: z.int(),
        text: z.string(),
        verdict: z.string(),
        message: z.string(),
        kind: z.string(),
        evidence: z.array(
          z.object({ file: z.string(), line: z.int().optional(), text: z.string().optional() }),
        ),
      })
      .loose(),
  ),
});

/** Breaks up to `perThing` targets of each sort that the pages name, one at a time. */
export async function mutateAll(
  checkout: Checkout,
  { pages = [], perThing, onResult }: MutateOptions,
): Promise<readonly MutationResult[]> {
  const results: MutationResult[] = [];
  const proven = await provenClaims(checkout, pages);
  for (const [thing, ofThing] of Map.groupBy(proven, (claim) => thingOf(checkout, claim))) {
    let done = 0;
    for (const claim of spread(oncePerTarget(ofThing))) {
      if (thing === undefined || done >= perThing) break;
      const mutation = await breakWholly(checkout, { thing, claim });
      if (!mutation) continue;
      done += 1;
      const result = { thing, name: nameOf(mutation), missed: await missedBy(checkout, mutation) };
      onResult?.(result);
      results.push(result);
    }
  }
  return results;
}

type MutateOptions = {
  /** Pages whose claims are broken; all when left out. */
  readonly pages?: readonly string[];
  readonly perThing: number;
  readonly onResult?: (result: MutationResult) => void;
};

async function provenClaims({ root }: Checkout, pages: readonly string[]) {
  const { out } = await holdfast(root, 'check', '--format', 'json', '--all', ...pages);
  return Claims.parse(JSON.parse(out)).claims.filter(
    ({ verdict, evidence }) => verdict === 'holds' && evidence.length > 0,
  );
}

/** How many places may prove one claim; what stands in more is left alone. */
const placeLimit = 20;

/**
 * Breaks a claim until nothing else proves it: while another place does, the page is right.
 * Undefined, with the checkout as it was, where one of the places cannot be broken.
 */
async function breakWholly(
  checkout: Checkout,
  { thing, claim }: { thing: Thing; claim: Proven },
): Promise<Mutation | undefined> {
  const broken = new Map<string, string>();
  let proven: Proven | undefined = claim;
  while (proven && broken.size < placeLimit && !broken.has(placeOf(proven))) {
    const ofThing = proven === claim ? thing : thingOf(checkout, proven);
    const mutation = ofThing && mutate(checkout, { thing: ofThing, claim: proven });
    if (!mutation) break;
    broken.set(placeOf(proven), mutation.name);
    const said = await claimsAt(checkout.root, claim, '--no-cache');
    proven = said.find(({ text, verdict }) => text === claim.text && verdict === 'holds');
  }
  // What still holds by a place that is broken already is a miss, and counts.
  if (broken.size > 0 && (!proven || broken.has(placeOf(proven))))
    return { claim, name: [...broken.values()].join(', ') };
  restore(checkout, 'HEAD');
  return undefined;
}

function placeOf({ evidence: [proof] }: Proven): string {
  return `${proof?.file}:${proof?.line}`;
}

function restore({ git }: Checkout, revision: string): void {
  git('reset', '--quiet', '--hard', revision);
  git('clean', '--quiet', '--force', '-d');
}

async function missedBy(
  checkout: Checkout,
  { claim, name }: Mutation,
): Promise<ReadonlyMap<Way, string>> {
  const { root } = checkout;
  const answers = new Map<Way, string | undefined>([
    ['plain, uncommitted', await answerTo(root, claim, '--no-cache')],
    ['since, uncommitted', await answerTo(root, claim, '--since', 'HEAD')],
  ]);
  checkout.commit(name);
  answers.set('plain', await answerTo(root, claim, '--no-cache'));
  answers.set('since', await answerTo(root, claim, '--since', 'HEAD~1'));
  restore(checkout, 'HEAD~1');
  return new Map(
    [...answers].flatMap(([way, answer]) => (answer === undefined ? [] : [[way, answer] as const])),
  );
}

/** What the check says of a broken claim; undefined where it names it as drift. */
async function answerTo(
  root: string,
  claim: Proven,
  ...words: readonly string[]
): Promise<string | undefined> {
  const said = await claimsAt(root, claim, ...words);
  if (said.some(({ verdict }) => verdict === 'drifted' || verdict === 'unfounded'))
    return undefined;
  return said.map(({ verdict, message }) => `${verdict}: ${message}`).join('; ') || 'nothing';
}

/** What the check says of the words of a claim. */
async function claimsAt(root: string, { page, line, text }: Proven, ...words: readonly string[]) {
  const { out } = await holdfast(root, 'check', page, '--format', 'json', '--all', ...words);
  return Claims.parse(JSON.parse(out)).claims.filter(
    (found) =>
      found.page === page &&
      found.line === line &&
      (found.text.includes(text) || text.includes(found.text)),
  );
}

function nameOf({ name, claim: { kind, page, line, text } }: Mutation): string {
  return `${name} (${kind} ${JSON.stringify(text)} at ${page}:${line})`;
}

function oncePerTarget(claims: readonly Proven[]): readonly Proven[] {
  const seen = new Set<string>();
  return claims.filter(({ evidence: [proof], kind, text }) => {
    const key = kind === 'env' || kind === 'column' ? text : `${proof?.file}:${proof?.line}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** The same claims, those that lie far apart first: a few of them then come from many pages. */
function spread<T>(claims: readonly T[]): readonly T[] {
  const rows: T[][] = [];
  const stride = Math.max(1, Math.floor(claims.length / 8));
  for (const [at, claim] of claims.entries()) {
    const row = rows[at % stride] ?? [];
    row.push(claim);
    rows[at % stride] = row;
  }
  return rows.flat();
}
