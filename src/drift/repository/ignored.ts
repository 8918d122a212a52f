import ignore from 'ignore';

type Rules = { readonly folder: string; readonly matcher: ReturnType<typeof ignore> };

/** Whether git would ignore a path, by the `.gitignore` files of the repository. */
export function readIgnored(
  paths: readonly string[],
  read: (path: string) => string | undefined,
): (path: string) => boolean {
  let rules: readonly Rules[] | undefined;
  return (path) => {
    rules ??= paths
      .filter((file) => file === '.gitignore' || file.endsWith('/.gitignore'))
      .map((file) => ({
        folder: file.slice(0, -'.gitignore'.length),
        matcher: ignore({ allowRelativePaths: true }).add(read(file) ?? ''),
      }));
    return rules.some(
      ({ folder, matcher }) => isBelow(path, folder) && matcher.ignores(path.slice(folder.length)),
    );
  };
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder) && path.length > folder.length && !path.startsWith('..');
}
