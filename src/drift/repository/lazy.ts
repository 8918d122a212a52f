/** A value that is built when first asked for, and kept. */
export function lazy<T>(build: () => T): () => T {
  let built: { readonly value: T } | undefined;
  return () => {
    built ??= { value: build() };
    return built.value;
  };
}

/** An answer for each path, worked out when first asked for, and kept, also where it is undefined. */
export function memoised<T>(answer: (path: string) => T): (path: string) => T {
  const kept = new Map<string, { readonly value: T }>();
  return (path) => {
    let known = kept.get(path);
    if (!known) {
      known = { value: answer(path) };
      kept.set(path, known);
    }
    return known.value;
  };
}
