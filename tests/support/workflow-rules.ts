import { parse } from 'yaml';
import { z } from 'zod';

const Permissions = z.record(z.string(), z.string());

const Step = z.looseObject({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  env: z.record(z.string(), z.string()).optional(),
});

const Job = z.looseObject({
  'timeout-minutes': z.int().optional(),
  permissions: Permissions.optional(),
  steps: z.array(Step),
});

const Workflow = z.looseObject({
  on: z.record(z.string(), z.unknown()),
  permissions: Permissions.optional(),
  concurrency: z.unknown().optional(),
  jobs: z.record(z.string(), Job),
});

/** Reads a workflow file. */
export function readWorkflow(text: string): z.infer<typeof Workflow> {
  return Workflow.parse(parse(text));
}

/** What a workflow does that a stranger's pull request could use, or that could run for hours. */
export function findWorkflowRisks(text: string): string[] {
  const { on, permissions, concurrency, jobs } = readWorkflow(text);
  return [
    ...findLoosePins(text),
    ...('pull_request_target' in on ? ['runs with our secrets for foreign code'] : []),
    ...(isReadOnly(permissions) ? [] : ['permissions are more than "contents: read"']),
    ...(concurrency === undefined ? ['has no concurrency group'] : []),
    ...Object.entries(jobs).flatMap(([name, job]) => findJobRisks(name, job)),
  ];
}

/** Every action that is not pinned to a commit with its version beside it. */
export function findLoosePins(text: string): string[] {
  const pinned = /uses: (\.\/|[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$)/;
  const uses = text.split('\n').filter((line) => /^\s*(- )?uses:/.test(line));
  return uses.filter((line) => !pinned.test(line)).map((line) => `not pinned: ${line.trim()}`);
}

function findJobRisks(name: string, job: z.infer<typeof Job>): string[] {
  const writes = Object.entries(job.permissions ?? {}).filter(([, access]) => access === 'write');
  const unexpected = writes.filter(([scope]) => scope !== 'security-events');
  return [
    ...(job['timeout-minutes'] === undefined ? [`job "${name}" has no time limit`] : []),
    ...unexpected.map(([scope]) => `job "${name}" may write ${scope}`),
    ...job.steps.flatMap(findStepRisks),
  ];
}

function findStepRisks({ uses = '', run = '', with: inputs = {} }: z.infer<typeof Step>): string[] {
  const isCheckout = uses.startsWith('actions/checkout@');
  const keepsToken = isCheckout && inputs['persist-credentials'] !== false;
  return [
    ...(keepsToken ? ['checkout leaves its token on the disk'] : []),
    ...(run.includes('${{') ? [`an expression becomes shell code: ${run}`] : []),
  ];
}

function isReadOnly(permissions: z.infer<typeof Permissions> | undefined): boolean {
  return JSON.stringify(permissions) === JSON.stringify({ contents: 'read' });
}
