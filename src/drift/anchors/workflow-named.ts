import type { Mention } from '#drift/claims/mention.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { type Workflow, workflowsPart } from '#drift/repository/workflows.ts';

const fileName = /(?:\.github\/workflows\/|actions\/workflows\/|\b)([\w.-]+\.ya?ml)\b/g;

/** The workflow that a text is about: the only one it names, by file or by a name in quotes. */
export function workflowIn(text: string, repository: Repository): Workflow | undefined {
  if (!text.includes('`') && !text.includes('.y')) return undefined;
  const { all } = repository.part(workflowsPart);
  const names = text.includes('.y') ? [...text.matchAll(fileName)] : [];
  const files = new Set(names.map(([, name]) => `.github/workflows/${name}`));
  const named = all.filter(
    ({ file, name }) => files.has(file) || (name.length > 2 && text.includes(`\`${name}\``)),
  );
  const [only] = named;
  return named.length === 1 ? only : undefined;
}

/** The workflow of a mention: by its block, then the item above, the lead-in, the headings. */
export function workflowOf({ context }: Mention, repository: Repository): Workflow | undefined {
  const { block, parentItem, intro, headings, cell } = context;
  const texts = [
    block,
    cell?.row.join(' ') ?? '',
    parentItem,
    intro,
    ...headings.map(({ text }) => text).reverse(),
  ];
  for (const text of texts) {
    const workflow = workflowIn(text, repository);
    if (workflow) return workflow;
  }
  return undefined;
}
