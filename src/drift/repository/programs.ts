import type { Evidence } from '#drift/evidence.ts';
import { lineAt, lineOfKey, packagesPart } from './packages.ts';
import { definePart, type Repository } from './repository.ts';

/** Which dependency of the repository installs a program. */
export type Programs = {
  readonly find: (program: string) => Evidence | undefined;
};

/** Programs whose package has another name, where no lock file tells. */
const PACKAGES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    tsc: ['typescript'],
    tsserver: ['typescript'],
    sequelize: ['sequelize-cli'],
    playwright: ['@playwright/test', 'playwright'],
    storybook: ['@storybook/cli', 'storybook'],
    'vue-tsc': ['vue-tsc'],
    biome: ['@biomejs/biome'],
    changeset: ['@changesets/cli'],
    ng: ['@angular/cli'],
    nest: ['@nestjs/cli'],
    ncu: ['npm-check-updates'],
    'run-s': ['npm-run-all', 'npm-run-all2'],
    'run-p': ['npm-run-all', 'npm-run-all2'],
    cap: ['@capacitor/cli'],
    expo: ['expo', '@expo/cli'],
    'ts-node': ['ts-node'],
    babel: ['@babel/cli'],
    redocly: ['@redocly/cli'],
    sentry: ['@sentry/cli'],
    'sentry-cli': ['@sentry/cli'],
    swc: ['@swc/cli'],
    commitlint: ['@commitlint/cli'],
    graphql: ['graphql-cli'],
    'graphql-codegen': ['@graphql-codegen/cli'],
    sls: ['serverless'],
    size: ['size-limit'],
    lint: ['lint-staged'],
    'react-router': ['@react-router/dev'],
    remix: ['@remix-run/dev'],
    'svelte-kit': ['@sveltejs/kit'],
    sv: ['sv'],
    docusaurus: ['@docusaurus/core'],
    tauri: ['@tauri-apps/cli'],
  }),
);

/** The programs of the repository's own packages and their dependencies. */
export const programsPart = definePart('programs', readPrograms);

function readPrograms(repository: Repository): Programs {
  const { all } = repository.part(packagesPart);
  const locks = repository.files.paths.filter((path) =>
    /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock)$/.test(path),
  );
  return {
    find: (program) => {
      const wanted = [program, ...(PACKAGES.get(program) ?? [])];
      for (const { file, dependencies, programs } of all) {
        const name = wanted.find((each) => dependencies.has(each)) ?? scoped(program, dependencies);
        const key = name ?? (programs.has(program) ? program : undefined);
        if (key) return { file, line: lineOfKey(repository.read(file) ?? '', key) };
      }
      return findInLocks(program, locks, repository);
    },
  };
}

/** `@scope/program` and `@program/cli`, as packages of command-line programs are often named. */
function scoped(program: string, dependencies: ReadonlySet<string>): string | undefined {
  if (dependencies.has(`@${program}/cli`)) return `@${program}/cli`;
  return [...dependencies].find((name) => name.startsWith('@') && name.endsWith(`/${program}`));
}

function findInLocks(
  program: string,
  locks: readonly string[],
  repository: Repository,
): Evidence | undefined {
  if (!/^[\w.-]+$/.test(program)) return undefined;
  for (const file of locks) {
    const text = repository.read(file) ?? '';
    const opener = file.endsWith('.json') ? '"bin": {' : '\n  bin:\n';
    const entry = file.endsWith('.json') ? `"${program}": ` : `    ${program}: `;
    for (let at = text.indexOf(opener); at >= 0; at = text.indexOf(opener, at + 1)) {
      const end = file.endsWith('.json') ? text.indexOf('}', at) : text.indexOf('\n  checksum', at);
      const found = text.slice(at, end < 0 ? at + 2000 : end).indexOf(entry);
      if (found >= 0) return { file, line: lineAt(text, at + found) };
    }
  }
  return undefined;
}
