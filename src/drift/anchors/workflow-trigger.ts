import picomatch from 'picomatch';
import type { Mention } from '#drift/claims/mention.ts';
import { ownName } from '#drift/repository/own-name.ts';
import type { Repository } from '#drift/repository/repository.ts';
import type { Trigger, Workflow } from '#drift/repository/workflows.ts';
import type { Examined, Resolution } from './anchor.ts';
import { workflowIn } from './workflow-named.ts';

type Statement = { readonly pattern: RegExp; readonly events: readonly string[] };

const statements: readonly Statement[] = [
  {
    pattern:
      /\b(?:on|for|at|by) (?:every |each |any |a )?push(?:es)?(?: to (?:the )?`?([\w./*-]+)`?(?: branch)?)?/gi,
    events: ['push'],
  },
  {
    pattern:
      /\b(?:on|for|in|by) (?:every |each |any |all |a )?pull[- ]requests?(?: (?:to|against|into) (?:the )?`?([\w./*-]+)`?)?/gi,
    events: ['pull_request', 'pull_request_target'],
  },
  {
    pattern:
      /\b(?:(?<!\bwith |\bstable,? |\bstable,? and |\b(?:our|pinned|rust) )nightly(?! (?:compiler|rust|sweep|toolchain|version))|every night|daily|every day|weekly|every week|every monday|hourly|every hour|on a schedule|by schedule)\b/gi,
    events: ['schedule'],
  },
  {
    pattern:
      /(?<!\b(?:needed|need|want|wanted|have|had) to )\b(?:manually|by hand|workflow_dispatch|on demand)\b/gi,
    events: ['workflow_dispatch', 'repository_dispatch', 'workflow_call'],
  },
];

const running =
  /\b(?:runs?|running|triggered|triggers?|starts?|executes?|fires?|builds?|checks?|deploys?)\b/i;

/** When a workflow runs, said in the sentence that names its file: "on every push to `main`". */
export function examineTriggers(mention: Mention, repository: Repository): readonly Examined[] {
  if (mention.form !== 'prose') return [];
  const about = mention.context.cell ? mention.context.cell.row.join(' ') : mention.text;
  const workflow = workflowIn(about, repository);
  if (
    !workflow ||
    !isAboutRunning(mention) ||
    workflow.triggers.length === 0 ||
    isLinkedElsewhere(mention, repository)
  )
    return [];
  return statements.flatMap(({ pattern, events }) =>
    [...mention.text.matchAll(pattern)].map((match) => ({
      text: match[0],
      start: match.index,
      resolution: resolveTrigger(workflow, { events, branch: match[1], said: match[0] }),
    })),
  );
}

/** Whether the lines of a mention link to the workflows of another repository. */
function isLinkedElsewhere({ page, line, text }: Mention, repository: Repository): boolean {
  const lines = (repository.read(page) ?? '').split('\n');
  const source = lines.slice(line - 1, line + text.split('\n').length - 1).join('\n');
  const own = repository.part(ownName)?.toLowerCase();
  return [...source.matchAll(/github\.com\/([\w.-]+\/[\w.-]+)\/actions/gi)].some(
    ([, name = '']) => name.toLowerCase() !== own,
  );
}

function isAboutRunning({ text, context }: Mention): boolean {
  const isSaid =
    running.test(text) || /\b(?:when|trigger|runs|on)\b/i.test(context.cell?.header ?? '');
  return isSaid && !/\b(?:not|never|instead|except|unless|should|only if|in case)\b/i.test(text);
}

function resolveTrigger(
  workflow: Workflow,
  { events, branch, said }: { events: readonly string[]; branch: string | undefined; said: string },
): Resolution {
  const triggers = workflow.triggers.filter(({ event }) => events.includes(event));
  const trigger = triggers.find((each) => holdsBranch(each, branch));
  if (trigger) return { status: 'found', evidence: { file: workflow.file, line: trigger.line } };
  return {
    status: 'contradicted',
    code: 'trigger-differs',
    target: said,
    actual: workflow.triggers.map(describe).join(', '),
    evidence: { file: workflow.file, line: triggers[0]?.line ?? workflow.triggersLine },
  };
}

function holdsBranch({ branches }: Trigger, branch: string | undefined): boolean {
  if (
    branch === undefined ||
    branches.length === 0 ||
    /^(?:the|a|any|every|this|that|your)$/i.test(branch)
  )
    return true;
  return branches.some((pattern) => picomatch.isMatch(branch, pattern));
}

function describe({ event, branches, crons }: Trigger): string {
  const details = [...branches, ...crons];
  return details.length === 0 ? event : `${event} (${details.join(', ')})`;
}
