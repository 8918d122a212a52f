/** The candidate that a reader most likely meant; undefined when none is close. */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(name.length / 3));
  const ranked = [...candidates]
    .map((candidate) => ({ candidate, distance: distanceOf(name, candidate) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.candidate;
}

// Same parts in another order, or one name holding the other, is nearer than any count of letters.
function distanceOf(name: string, candidate: string): number {
  // An extension that both have says nothing of their likeness.
  const [, extension = ''] = /\w(\.ya?ml)$/.exec(name) ?? [];
  if (extension !== '' && candidate.endsWith(extension)) {
    return distanceOf(name.slice(0, -extension.length), candidate.slice(0, -extension.length));
  }
  const parts = partsOf(name);
  const others = partsOf(candidate);
  if (parts.join() === others.join()) return 0;
  if ([...parts].sort().join() === [...others].sort().join()) return 0.5;
  const letters = editDistance(name, candidate);
  if (others.at(-1) === parts.at(-1) && Math.abs(others.length - parts.length) === 1) {
    return Math.min(letters, 1);
  }
  return letters;
}

function partsOf(name: string): readonly string[] {
  return name.toLowerCase().split(/[^a-z0-9]+/);
}

/** Letters to add, drop or replace; names over 80 letters count as far apart. */
export function editDistance(a: string, b: string): number {
  if (Math.max(a.length, b.length) > 80) return a === b ? 0 : 80;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
