import type { Mention } from '#drift/claims/mention.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { type Job, type Step, type Workflow, workflowsPart } from '#drift/repository/workflows.ts';
import type { Examined, Resolution } from './anchor.ts';
import { workflowOf } from './workflow-named.ts';
import { commandsIn, isStep, labelOf } from './workflow-steps.ts';

const arrow = /\s*(?:→|⟶|➜|⇒|->|=>)\s*/g;

/** How many words beside its commands a step has, where it is called so in a chain. */
const MAX_WORDS = 6;

type Item = { readonly text: string; readonly start: number };
type Match = { readonly item: Item; readonly at: number };

/** Steps in their order, drawn with arrows: `npm ci` → `npm test` → build with `X=true`. */
export function examineChain(mention: Mention, repository: Repository): readonly Examined[] {
  if (mention.form !== 'prose') return [];
  const items = chainItems(mention.text);
  if (items.length < 2) return [];
  const workflow = workflowOf(mention, repository);
  const candidates = workflow ? [workflow] : repository.part(workflowsPart).all;
  const [best] = candidates
    .flatMap((each) =>
      each.jobs.map((job) => ({ workflow: each, job, matches: matchAll(items, job) })),
    )
    .sort((a, b) => countOf(b.matches) - countOf(a.matches));
  if (!best || countOf(best.matches) < items.length / 2 || isVague(best.matches)) return [];
  if (!workflow && countOf(best.matches) < items.length) return [];
  if (best.matches.some(({ at, item }) => at < 0 && !isBrief(item))) return [];
  return best.matches.map((match, index) => ({
    ...match.item,
    resolution: resolveItem(best, { match, earlier: best.matches.slice(0, index) }),
  }));
}

function chainItems(text: string): readonly Item[] {
  if (!/[→⟶➜⇒]|[-=]>/.test(text)) return [];
  const masked = text.replace(/`[^`]*`/g, (span) => 'x'.repeat(span.length));
  const cuts = [...masked.matchAll(arrow)].map(({ index, 0: whole }) => ({
    from: index,
    to: index + whole.length,
  }));
  if (cuts.length === 0) return [];
  const starts = [sentenceStart(text, cuts[0]?.from ?? 0), ...cuts.map(({ to }) => to)];
  return starts.map((start, at) => {
    const end = cuts[at]?.from ?? text.length;
    return { text: text.slice(start, end).replace(/[.;\s]+$/, ''), start };
  });
}

// "Version 3 → the new one, which needs …": a sentence with an arrow is no chain of steps.
function isBrief({ text }: Item): boolean {
  const [step = ''] = text.replace(/`[^`]*`|\([^)]*\)/g, ' ').split(/[.;]\s/);
  const words = step.match(/\p{L}+/gu) ?? [];
  return words.length <= MAX_WORDS;
}

// Words may call a step what they like: where several are not found, none is missed.
function isVague(matches: readonly Match[]): boolean {
  const inWords = matches.filter(({ at, item: { text } }) => {
    const isCommand = /^\s*`[^`]+`\s*$/.test(text);
    return at < 0 && !isCommand && !commandsIn(text).some((command) => /\s/.test(command));
  });
  return inWords.length >= 2 && inWords.length > matches.length / 4;
}

function sentenceStart(text: string, before: number): number {
  const head = text.slice(0, before);
  const cut = /[\s\S]*(?:[:.]\s|\n\n)/.exec(head)?.[0].length ?? 0;
  const span = head.lastIndexOf('`', head.length - 2);
  return head.endsWith('`') && span >= cut ? span : cut;
}

function matchAll(items: readonly Item[], job: Job): readonly Match[] {
  let from = 0;
  return items.map((item) => {
    const later = job.steps.findIndex((step, at) => at >= from && isStep(item.text, step));
    const at = later >= 0 ? later : job.steps.findIndex((step) => isStep(item.text, step));
    if (later >= 0) from = later + 1;
    return { item, at };
  });
}

function countOf(matches: readonly Match[]): number {
  return matches.filter(({ at }) => at >= 0).length;
}

function resolveItem(
  { workflow, job }: { workflow: Workflow; job: Job },
  { match, earlier }: { match: Match; earlier: readonly Match[] },
): Resolution {
  const { file } = workflow;
  const step = job.steps[match.at];
  const [command = match.item.text] = commandsIn(match.item.text);
  if (!step) {
    const actual = job.steps.map(labelOf).join(' → ');
    return {
      status: 'contradicted',
      code: 'step-missing',
      target: command,
      actual,
      evidence: { file, line: job.line },
    };
  }
  const before = Math.max(-1, ...earlier.map(({ at }) => at));
  const evidence = { file, line: step.line, text: labelOf(step) };
  if (match.at < before) {
    const after = job.steps[before];
    const actual = `"${labelOf(step)}" before "${after ? labelOf(after) : ''}"`;
    return { status: 'contradicted', code: 'step-order', target: command, actual, evidence };
  }
  return contradictedEnv(match.item.text, { workflow, job, step }) ?? { status: 'found', evidence };
}

function contradictedEnv(
  text: string,
  { workflow, job, step }: { workflow: Workflow; job: Job; step: Step },
): Resolution | undefined {
  for (const [, name = '', value = ''] of text.matchAll(/`([A-Z][A-Z0-9_]*)=([^`]*)`/g)) {
    const actual =
      step.env.get(name) ??
      job.env.get(name) ??
      workflow.env.get(name) ??
      inCommand(step.run, name);
    if (actual === value.replace(/^["']|["']$/g, '')) continue;
    return {
      status: 'contradicted',
      code: 'step-env-differs',
      target: `${name}=${value}`,
      actual: actual === undefined ? `no ${name}` : `${name}=${actual}`,
      evidence: { file: workflow.file, line: step.line, text: labelOf(step) },
    };
  }
  return undefined;
}

function inCommand(run: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}=["']?([^\\s"']*)`, 'm').exec(run)?.[1];
}
