import { definePart } from './repository.ts';
import { isCodePath, sourceRank } from './sources.ts';

const literal = /["'`]\.?([a-z]\w*(?:\.\w+){2,})["'`]/g;

/** What exporters append to the name of a measurement: its unit, or which of its sums it is. */
const appended = /_(?:bucket|bytes|count|milliseconds|ratio|seconds|sum|total)$/;

/**
 * Names that the code writes with dots, such as `"http.client.duration"`, and whether a name with
 * underscores is one of them as OpenTelemetry exports it to Prometheus: `http_client_duration_seconds`.
 */
export const dottedNamesPart = definePart('dotted names', ({ files, read }) => {
  const names = new Set<string>();
  for (const file of files.paths) {
    // What is vendored is run as well; what a test says is not.
    if (!isCodePath(file) || sourceRank(file) === 2) continue;
    for (const [, name = ''] of (read(file) ?? '').matchAll(literal))
      names.add(name.replaceAll('.', '_'));
  }
  return (name: string): boolean => {
    const plain = name.replace(appended, '').replace(appended, '');
    // The code may put the first word before the rest: `prefix + ".cache.hits"`.
    const behindPrefix = plain.slice(plain.indexOf('_') + 1);
    return [name, name.replace(appended, ''), plain, behindPrefix].some((each) => names.has(each));
  };
});

const prefix = /["'`]\^?((?:[A-Z][A-Z\d]*_)+)(?:["'`(]|\$\{|%[sv])/g;

/** Beginnings of names in capitals that the code writes alone: `'ACME_'`, `/^ACME_(?:OLD_)?/`. */
export const prefixesPart = definePart(
  'prefixes of names',
  ({ files, read }): ReadonlySet<string> => {
    const prefixes = new Set<string>();
    for (const file of files.paths) {
      if (!isCodePath(file) || sourceRank(file) > 1) continue;
      for (const [, found = ''] of (read(file) ?? '').matchAll(prefix)) prefixes.add(found);
    }
    return prefixes;
  },
);
