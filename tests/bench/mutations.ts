import { cloneCheckout } from '#support/checkout.ts';
import { mutateAll, ways } from '#support/mutation-run.ts';

// Breaks what the pages of a repository name: node tests/bench/mutations.ts DIR [PER_THING] [PAGE…]
// Exits with 1 where any of the ways to ask did not name what was broken.
const [origin = '.', perThing = '8', ...pages] = process.argv.slice(2);
using checkout = cloneCheckout(origin);
const results = await mutateAll(checkout, {
  pages,
  perThing: Number(perThing),
  onResult: ({ thing, name, missed }) => {
    if (missed.size > 0) process.stdout.write(`${thing}: ${name}\n`);
    for (const [way, answer] of missed) process.stdout.write(`  ${way}: ${answer}\n`);
  },
});
const row = (name: string, ofThing: typeof results) => [
  name,
  ofThing.length,
  ...ways.map((way) => ofThing.filter(({ missed }) => !missed.has(way)).length),
];
const rows = [
  ['thing', 'claimed', ...ways],
  ...[...Map.groupBy(results, ({ thing }) => thing)].map(([thing, ofThing]) => row(thing, ofThing)),
  row('all', results),
];
for (const cells of rows) {
  const [name = '', ...numbers] = cells.map(String);
  const aligned = numbers.map((cell, at) =>
    cell.padStart(Math.max(8, `${rows[0]?.[at + 1]}`.length)),
  );
  process.stdout.write(`${name.padEnd(10)}${aligned.join('  ')}\n`);
}
process.exitCode = results.length === 0 || results.some(({ missed }) => missed.size > 0) ? 1 : 0;
