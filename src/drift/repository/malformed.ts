import { parseDocument } from 'yaml';
import { definePart, type Repository } from './repository.ts';

/** A file that claims depend on and that does not parse. */
export type Malformed = { readonly file: string; readonly line: number; readonly problem: string };

const manifest = /(?:^|\/)package\.json$/;
const workflow = /^\.github\/workflows\/[^/]+\.ya?ml$/;
const foreign = /(?:^|\/)(?:node_modules|fixtures?|__fixtures__|testdata|test-data)\//;

/** Manifests and workflows that do not parse, with the line of the mistake. */
export const malformedFiles = definePart('malformed', (repository: Repository) =>
  repository.files.paths
    .filter((path) => !foreign.test(path))
    .flatMap((file) => {
      const problem = problemIn(file, repository);
      return problem ? [{ file, ...problem }] : [];
    }),
);

function problemIn(file: string, { read }: Repository): Omit<Malformed, 'file'> | undefined {
  if (manifest.test(file)) return jsonProblem(read(file) ?? '{}');
  return workflow.test(file) ? yamlProblem(read(file) ?? '') : undefined;
}

function jsonProblem(text: string): Omit<Malformed, 'file'> | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    const at = Number(/at position (\d+)/.exec(problem)?.[1] ?? text.length);
    return { line: text.slice(0, at).split('\n').length, problem };
  }
}

function yamlProblem(text: string): Omit<Malformed, 'file'> | undefined {
  const [error] = parseDocument(text, { logLevel: 'silent' }).errors;
  if (!error) return undefined;
  return { line: error.linePos?.[0].line ?? 1, problem: error.message.split('\n')[0] ?? '' };
}
