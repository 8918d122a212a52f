import type { Mention } from '#drift/claims/mention.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { type Job, type Workflow, workflowsPart } from '#drift/repository/workflows.ts';
import type { Examined, Resolution } from './anchor.ts';
import { workflowIn } from './workflow-named.ts';
import { commandsIn, isStep, labelOf } from './workflow-steps.ts';

/** How many items of a list must be known before the others are judged. */
const MIN_KNOWN = 3;
const PAUSE = /[:(–—,.]|\s-\s/;

/** Steps or jobs in a numbered list under the workflow that runs them, in their order. */
export function examineList(mention: Mention, repository: Repository): readonly Examined[] {
  const { form, context, text } = mention;
  const { list } = context;
  if (form !== 'prose' || !list || list.items.length < MIN_KNOWN) return [];
  const workflow = workflowAbove(mention, repository);
  if (!workflow) return [];
  const reading = readList(list.items, workflow);
  const resolution = reading && resolveItem(reading, { item: text, at: list.at, workflow });
  return resolution ? [{ ...headOf(text), resolution }] : [];
}

/** The command of an item, or its words up to the first pause. */
function headOf(item: string): { readonly text: string; readonly start: number } {
  const [command] = commandsIn(item);
  if (command !== undefined) return { text: command, start: item.indexOf(command) };
  const text = (item.split(PAUSE)[0] ?? '').trim();
  return { text, start: item.indexOf(text) };
}

/** The workflow that the lead-in or the nearest heading names, by its file or by its name. */
function workflowAbove({ context }: Mention, repository: Repository): Workflow | undefined {
  const titles = context.headings.map(({ text }) => text).reverse();
  for (const text of [context.intro, context.parentItem, ...titles]) {
    const workflow = workflowIn(text, repository) ?? workflowCalled(text, repository);
    if (workflow) return workflow;
  }
  return undefined;
}

/** "The deploy workflow runs": the only one of that name. */
function workflowCalled(text: string, repository: Repository): Workflow | undefined {
  if (!/\bworkflow\b/i.test(text)) return undefined;
  const words = text.toLowerCase().split(/[^a-z0-9]+/);
  const before = ` ${words.slice(0, words.lastIndexOf('workflow')).join(' ')} `;
  const named = repository.part(workflowsPart).all.filter(({ file, name }) => {
    const stem = file.slice(file.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '');
    return [stem, name].some((each) => before.endsWith(` ${plain(each)} `) && each !== '');
  });
  return named.length === 1 ? named[0] : undefined;
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .join(' ');
}

/** For each item the steps, or jobs, that it may mean: their places in the workflow's order. */
type ListReading = {
  readonly job: Job | undefined;
  readonly places: readonly (readonly number[])[];
};

function readList(items: readonly string[], workflow: Workflow): ListReading | undefined {
  const ofJobs = { job: undefined, places: items.map((item) => jobsMeant(item, workflow.jobs)) };
  const ofSteps = workflow.jobs.map((job) => ({
    job,
    places: items.map((item) => stepsMeant(item, job)),
  }));
  const [best] = [ofJobs, ...ofSteps].sort((a, b) => knownIn(b) - knownIn(a));
  return best && knownIn(best) >= Math.max(MIN_KNOWN, items.length * (2 / 3)) ? best : undefined;
}

function knownIn({ places }: ListReading): number {
  return places.filter((each) => each.length > 0).length;
}

function stepsMeant(item: string, { steps }: Job): readonly number[] {
  // What the item goes on to say may hold the words of any step.
  const said = `${item.split(PAUSE)[0]} ${commandsIn(item)
    .map((code) => `\`${code}\``)
    .join(' ')}`;
  return steps.flatMap((step, at) => (isStep(said, step) ? [at] : []));
}

function jobsMeant(item: string, jobs: readonly Job[]): readonly number[] {
  const head = plain(item.split(PAUSE)[0] ?? '').replace(/ job$/, '');
  return jobs.flatMap(({ id, name }, at) =>
    head !== '' && (head === plain(id) || head === plain(name)) ? [at] : [],
  );
}

type Item = { readonly item: string; readonly at: number; readonly workflow: Workflow };

function resolveItem(reading: ListReading, item: Item): Resolution | undefined {
  const [place, ...more] = reading.places[item.at] ?? [];
  const { job } = reading;
  const { workflow } = item;
  if (place === undefined) return job && missingStep({ ...reading, job }, item);
  const target = job ? job.steps[place] : workflow.jobs[place];
  if (!target) return undefined;
  const evidence = { file: workflow.file, line: target.line };
  const found: Resolution = { status: 'found', evidence };
  if (more.length > 0) return found;
  const earlier = reading.places
    .slice(0, item.at)
    .flatMap((each) => (each.length === 1 ? each : []));
  const wrong = earlier.find((other) =>
    runsBefore({ first: place, second: other }, { job, workflow }),
  );
  if (wrong === undefined) return found;
  return {
    status: 'contradicted',
    code: 'step-order',
    target: nameOf(place, { job, workflow }),
    actual: `"${nameOf(place, { job, workflow })}" before "${nameOf(wrong, { job, workflow })}"`,
    evidence,
  };
}

/** A command that no step can run: the other items are the steps, and they are all of its scripts. */
function missingStep(
  { job, places }: ListReading & { readonly job: Job },
  { item, at, workflow }: Item,
): Resolution | undefined {
  const [command] = commandsIn(item);
  if (command === undefined || places.some((each, other) => other !== at && each.length === 0))
    return undefined;
  const meant = new Set(places.flat());
  const isClosed = job.steps.every(
    ({ run, uses }, place) => meant.has(place) || (run === '' && !uses.startsWith('.')),
  );
  const isElsewhere = workflow.jobs.some(({ steps }) => steps.some((step) => isStep(item, step)));
  if (!isClosed || isElsewhere) return undefined;
  return {
    status: 'contradicted',
    code: 'step-missing',
    target: command,
    actual: job.steps.map(labelOf).join(' → '),
    evidence: { file: workflow.file, line: job.line },
  };
}

type Order = { readonly job: Job | undefined; readonly workflow: Workflow };

/** Steps run as they stand; a job runs before another only where that one needs it. */
function runsBefore(
  { first, second }: { readonly first: number; readonly second: number },
  { job, workflow }: Order,
): boolean {
  if (job) return first < second;
  const needed = new Set(workflow.jobs[second]?.needs);
  for (const id of needed)
    for (const need of workflow.jobs.find((each) => each.id === id)?.needs ?? []) needed.add(need);
  return needed.has(workflow.jobs[first]?.id ?? '');
}

function nameOf(place: number, { job, workflow }: Order): string {
  const step = job?.steps[place];
  return step ? step.name || labelOf(step) : (workflow.jobs[place]?.id ?? '');
}
