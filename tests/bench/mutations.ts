import { findDrift } from '#drift/check.ts';
import { readRepository } from '#drift/repository/checkout.ts';
import { cloneCheckout } from '#support/checkout.ts';
import { mutateAll } from '#support/mutation-run.ts';

// Breaks what the pages of another repository name: node tests/bench/mutations.ts DIR [PER_KIND]
const [origin = '.', perKind = '5'] = process.argv.slice(2);
using checkout = cloneCheckout(origin);
const { claims } = findDrift(readRepository(checkout.root));
const holding = claims.filter(({ verdict }) => verdict === 'holds');
const results = await mutateAll(checkout, { claims: holding, perKind: Number(perKind) });
for (const [kind, ofKind] of Map.groupBy(results, (result) => result.kind)) {
  const caught = ofKind.filter(({ isCaught }) => isCaught).length;
  const named = ofKind.filter(({ isNamedByChange }) => isNamedByChange).length;
  process.stdout.write(
    `${kind}: ${ofKind.length} broken, ${caught} caught, ${named} named by --since\n`,
  );
  for (const { name, isCaught, isNamedByChange } of ofKind) {
    if (!isCaught || !isNamedByChange)
      process.stdout.write(`  missed: ${name} ${isCaught} ${isNamedByChange}\n`);
  }
}
