import { z } from 'zod';
import type { JudgedClaim } from '#drift/verdict.ts';
import { type Checkout, holdfast } from './checkout.ts';
import { type Mutation, mutate } from './mutation.ts';

/** What the check said after a mutation: on the whole, and about the change alone. */
export type MutationResult = {
  readonly name: string;
  readonly kind: string;
  readonly isCaught: boolean;
  readonly isNamedByChange: boolean;
};

const Claims = z.object({
  claims: z.array(
    z
      .object({
        page: z.string(),
        line: z.int(),
        text: z.string(),
        verdict: z.string(),
        kind: z.string(),
      })
      .loose(),
  ),
});

/** Breaks up to `perKind` targets of each kind that the pages name, one at a time. */
export async function mutateAll(
  checkout: Checkout,
  { claims, perKind }: { claims: readonly JudgedClaim[]; perKind: number },
): Promise<readonly MutationResult[]> {
  const results: MutationResult[] = [];
  for (const [, ofKind] of Map.groupBy(claims, ({ kind }) => kind)) {
    let done = 0;
    for (const claim of oncePerTarget(ofKind)) {
      if (done >= perKind) break;
      const mutation = mutate(checkout, claim);
      if (!mutation) continue;
      done += 1;
      results.push(await judge(checkout, mutation));
    }
  }
  return results;
}

async function judge(checkout: Checkout, mutation: Mutation): Promise<MutationResult> {
  const { claim, name } = mutation;
  checkout.commit(name);
  const isCaught = await isDrifted(checkout.root, claim);
  const isNamedByChange = await isDrifted(checkout.root, claim, '--since', 'HEAD~1');
  checkout.git('reset', '--quiet', '--hard', 'HEAD~1');
  return {
    name: `${name} (${claim.page}:${claim.line})`,
    kind: claim.kind,
    isCaught,
    isNamedByChange,
  };
}

async function isDrifted(
  root: string,
  { page, line }: JudgedClaim,
  ...words: readonly string[]
): Promise<boolean> {
  const { out } = await holdfast(root, 'check', '--format', 'json', '--no-cache', ...words);
  return Claims.parse(JSON.parse(out)).claims.some(
    (found) =>
      found.page === page &&
      found.line === line &&
      (found.verdict === 'drifted' || found.verdict === 'unfounded'),
  );
}

function oncePerTarget(claims: readonly JudgedClaim[]): readonly JudgedClaim[] {
  const seen = new Set<string>();
  return claims.filter(({ evidence: [proof], kind, text }) => {
    const key = kind === 'env' || kind === 'column' ? text : `${proof?.file}:${proof?.line}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
