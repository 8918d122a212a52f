import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { definePart, type Repository } from './repository.ts';

/** A step of a job: what it runs or uses, and the variables it is given. */
export type Step = {
  readonly name: string;
  readonly run: string;
  readonly uses: string;
  readonly env: ReadonlyMap<string, string>;
  readonly line: number;
};

export type Job = {
  readonly id: string;
  readonly name: string;
  readonly line: number;
  readonly steps: readonly Step[];
  /** The jobs that must end before it starts. */
  readonly needs: readonly string[];
  readonly env: ReadonlyMap<string, string>;
};

/** When a workflow runs: `push` with its branches, `schedule` with its times, and so on. */
export type Trigger = {
  readonly event: string;
  /** Branch patterns; empty where every branch counts. */
  readonly branches: readonly string[];
  readonly crons: readonly string[];
  readonly line: number;
};

/** A workflow of GitHub Actions. */
export type Workflow = {
  readonly file: string;
  readonly name: string;
  readonly triggers: readonly Trigger[];
  readonly triggersLine: number;
  readonly jobs: readonly Job[];
  readonly env: ReadonlyMap<string, string>;
};

/** The CI configuration: workflows in full, and the names that any CI file gives to its parts. */
export type Workflows = {
  readonly all: readonly Workflow[];
  /** Names of workflows, jobs, commands, steps, with their place. */
  readonly names: ReadonlyMap<string, { readonly file: string; readonly line: number }>;
  /** Files that are no valid YAML: absence proves nothing. */
  readonly malformed: readonly string[];
};

const ciFile =
  /^(?:\.github\/workflows\/[^/]+|\.circleci\/.+|(?:.*\/)?\.gitlab-ci|\.gitlab\/.+|\.buildkite\/.+|azure-pipelines)\.ya?ml$/;

/** The workflows of the repository. */
export const workflowsPart = definePart('workflows', readWorkflows);

function readWorkflows(repository: Repository): Workflows {
  const all: Workflow[] = [];
  const malformed: string[] = [];
  const names = new Map<string, { file: string; line: number }>();
  for (const file of repository.files.paths.filter((path) => ciFile.test(path))) {
    const lines = new LineCounter();
    const document = parseDocument(repository.read(file) ?? '', {
      lineCounter: lines,
      logLevel: 'silent',
    });
    if (document.errors.length > 0) {
      malformed.push(file);
      continue;
    }
    const root: Yaml = { node: document.contents, lines };
    collectNames(root, file, names);
    if (file.startsWith('.github/')) all.push(readWorkflow(root, file));
  }
  return { all, names, malformed };
}

type Yaml = { readonly node: Node | null | undefined; readonly lines: LineCounter };

function collectNames(
  yaml: Yaml,
  file: string,
  names: Map<string, { file: string; line: number }>,
): void {
  const add = (name: string, line: number) => {
    if (name !== '' && !names.has(name)) names.set(name, { file, line });
  };
  for (const section of ['jobs', 'workflows', 'commands', 'executors', 'parameters', 'orbs']) {
    for (const [key, value] of entriesOf(get(yaml, section))) {
      add(key, lineOf(value));
      add(textOf(get(value, 'name')), lineOf(value));
      for (const item of itemsOf(get(value, 'jobs'))) {
        add(textOf(item), lineOf(item));
        for (const [job, options] of entriesOf(item)) {
          add(job, lineOf(options));
          add(textOf(get(options, 'name')), lineOf(options));
        }
      }
    }
  }
  if (!file.startsWith('.github/'))
    for (const [key, value] of entriesOf(yaml)) add(key, lineOf(value));
  add(textOf(get(yaml, 'name')), 1);
}

function readWorkflow(root: Yaml, file: string): Workflow {
  const on = get(root, 'on');
  return {
    file,
    name: textOf(get(root, 'name')),
    triggers: readTriggers(on),
    triggersLine: lineOf(on),
    jobs: entriesOf(get(root, 'jobs')).map(([id, job]) => readJob(id, job)),
    env: readEnv(get(root, 'env')),
  };
}

function readTriggers(on: Yaml): readonly Trigger[] {
  const plain = [on, ...itemsOf(on)].map(textOf).filter((event) => event !== '');
  const bare = plain.map((event) => ({ event, branches: [], crons: [], line: lineOf(on) }));
  const full = entriesOf(on).map(([event, options]) => ({
    event,
    branches: itemsOf(get(options, 'branches')).map(textOf),
    crons: itemsOf(options)
      .map((item) => textOf(get(item, 'cron')))
      .filter((cron) => cron !== ''),
    line: lineOf(options) || lineOf(on),
  }));
  return [...bare, ...full];
}

function readJob(id: string, job: Yaml): Job {
  return {
    id,
    name: textOf(get(job, 'name')),
    line: lineOf(job),
    env: readEnv(get(job, 'env')),
    needs: [get(job, 'needs'), ...itemsOf(get(job, 'needs'))]
      .map(textOf)
      .filter((need) => need !== ''),
    steps: itemsOf(get(job, 'steps')).map((step) => ({
      name: textOf(get(step, 'name')),
      run: textOf(get(step, 'run')),
      uses: textOf(get(step, 'uses')),
      env: readEnv(get(step, 'env')),
      line: lineOf(step),
    })),
  };
}

function readEnv(env: Yaml): ReadonlyMap<string, string> {
  return new Map(entriesOf(env).map(([name, value]) => [name, textOf(value)]));
}

function get({ node, lines }: Yaml, key: string): Yaml {
  if (!isMap(node)) return { node: undefined, lines };
  const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
  return { node: asNode(pair?.value), lines };
}

function entriesOf({ node, lines }: Yaml): readonly (readonly [string, Yaml])[] {
  if (!isMap(node)) return [];
  return node.items.map((item) => [
    isScalar(item.key) ? String(item.key.value) : '',
    { node: asNode(item.value) ?? asNode(item.key), lines },
  ]);
}

function itemsOf({ node, lines }: Yaml): readonly Yaml[] {
  return isSeq(node) ? node.items.map((item) => ({ node: asNode(item), lines })) : [];
}

function textOf({ node }: Yaml): string {
  return isScalar(node) && node.value !== null ? String(node.value) : '';
}

function lineOf({ node, lines }: Yaml): number {
  const offset = node?.range?.[0];
  return offset === undefined ? 0 : lines.linePos(offset).line;
}

function asNode(value: unknown): Node | undefined {
  return isMap(value) || isSeq(value) || isScalar(value) ? value : undefined;
}
