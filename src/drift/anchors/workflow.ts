import type { Mention } from '#drift/claims/mention.ts';
import { nearestName } from '#drift/nearest.ts';
import { isProjectPage } from '#drift/repository/project-page.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { workflowsPart } from '#drift/repository/workflows.ts';
import type { Anchor, Examined, Resolution } from './anchor.ts';
import { examineBadge } from './workflow-badge.ts';
import { examineChain } from './workflow-chain.ts';
import { examineList } from './workflow-list.ts';
import { examineTriggers } from './workflow-trigger.ts';

/** What pages say of CI: a workflow's file or badge, its jobs by name, its steps, when it runs. */
export const workflowAnchor: Anchor = {
  kind: 'workflow',
  forms: ['inline-code', 'prose', 'link', 'image', 'html-attribute'],
  examine: (mention, repository) => {
    if (!hasWorkflows(repository)) return [];
    if (mention.form === 'inline-code') return examineName(mention, repository);
    if (mention.form !== 'prose') return examineBadge(mention, repository);
    return [
      ...examineAbsence(mention, repository),
      ...examineChain(mention, repository),
      ...examineList(mention, repository),
      ...examineTriggers(mention, repository),
    ];
  },
};

function hasWorkflows(repository: Repository): boolean {
  const { all, names } = repository.part(workflowsPart);
  return all.length > 0 || names.size > 0;
}

/** Names in capitals are those of variables. */
const identifier = /^(?=.*[a-z])[A-Za-z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]+)+$/;
/** A product may have workflows of its own: only these words mean those of CI. */
const aboutCi =
  /\b(?:ci|cd|circleci|github actions|gitlab|(?:ci|deploy\w*|release|build|test) pipelines?)\b|^pipelines?$/i;

/** `deploy_dev` job: a code span that the words directly around call a job or a workflow. */
function examineName(mention: Mention, repository: Repository): readonly Examined[] {
  const text = mention.text.trim();
  if (mention.form !== 'inline-code' || !identifier.test(text)) return [];
  const { before, after, headings } = mention.context;
  const isCalled =
    /^\s*(?:CI |GitHub |CircleCI )?(?:job|workflow|pipeline|stage)s?\b/i.test(after) ||
    /\b(?:jobs?|workflows?|pipelines?|workflow name|job name)(?:\s+(?:is|named|called))?\s*:?\s*$/i.test(
      before,
    );
  const isCiPage = /(?:^|\/)\.(?:circleci|gitlab|github\/workflows)\//.test(mention.page);
  if (!isCalled && !isCiPage) return [];
  const { names, malformed } = repository.part(workflowsPart);
  const place = names.get(text);
  const start = mention.text.indexOf(text);
  const evidence = place ?? workflowFile(text, repository);
  if (evidence) return [{ text, start, resolution: { status: 'found', evidence } }];
  const isAboutCi = isCiPage || headings.some(({ text: heading }) => aboutCi.test(heading));
  const isShown = new RegExp(`^\\s*${text}:`, 'm').test(repository.read(mention.page) ?? '');
  if (isShown || !isAboutCi || malformed.length > 0 || inAnyFile(text, repository)) return [];
  return [
    {
      text,
      start,
      resolution: missing('job-missing', {
        target: text,
        nearest: nearestName(text, names.keys()),
        places: [],
        isSure: isCalled && (isCiPage || isProjectPage(mention.page)),
      }),
    },
  ];
}

/** `deploy-site` for `deploy-site.yml`. */
function workflowFile(name: string, { files }: Repository): { file: string } | undefined {
  const file = ['yml', 'yaml']
    .map((extension) => `.github/workflows/${name}.${extension}`)
    .find((path) => files.hasFile(path));
  return file === undefined ? undefined : { file };
}

// Parameters, commands and reusable steps have names too: a name that a CI file holds is not judged.
function inAnyFile(text: string, { files, read }: Repository): boolean {
  return files.paths.some(
    (path) =>
      /^\.(?:circleci|github|gitlab)\/.*\.(?:ya?ml|sh)$/.test(path) && read(path)?.includes(text),
  );
}

/** "There is no deploy workflow": the workflow that would refute it. */
function examineAbsence({ form, text }: Mention, repository: Repository): readonly Examined[] {
  if (form !== 'prose' || !/workflow/i.test(text)) return [];
  return [...text.matchAll(/\bno ([a-z]+) workflow\b/gi)].map((match) => {
    const word = (match[1] ?? '').toLowerCase();
    const found = repository
      .part(workflowsPart)
      .all.find(({ file, name }) => holds(file, word) || holds(name, word));
    const resolution: Resolution = found
      ? { status: 'found', evidence: { file: found.file, line: 1 } }
      : missing('workflow-missing', {
          target: word,
          nearest: undefined,
          places: [],
          isSure: false,
        });
    return { text: match[0].slice(3), start: match.index + 3, resolution };
  });
}

function holds(name: string, word: string): boolean {
  return name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .includes(word);
}

function missing(
  code: 'workflow-missing' | 'job-missing',
  {
    target,
    nearest,
    places,
    isSure,
  }: { target: string; nearest: string | undefined; places: readonly string[]; isSure: boolean },
): Resolution {
  return {
    status: 'missing',
    code,
    target,
    ...(nearest !== undefined && { nearest }),
    places,
    strength: isSure ? 'stated' : 'guessed',
    ...(code === 'job-missing' && { word: target }),
  };
}
