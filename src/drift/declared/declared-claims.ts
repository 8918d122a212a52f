import type { Anchor, Examined, Resolution } from '#drift/anchors/anchor.ts';
import type { Mention, MentionForm } from '#drift/claims/mention.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { type Declaration, declarationOf } from './declaration.ts';

/** The forms in which each kind may read a target, tried in this order. */
const forms = ['inline-code', 'link', 'prose'] as const satisfies readonly MentionForm[];

/** An anchor that also proves what authors declare for its kind: `<Claim kind="path" target="…">`. */
export function withDeclaredClaims(anchor: Anchor): Anchor {
  return {
    kind: anchor.kind,
    forms: [...new Set<MentionForm>([...anchor.forms, 'component'])],
    examine: (mention, repository) => {
      const declaration = declarationOf(mention);
      if (declaration?.name !== 'claim') return anchor.examine(mention, repository);
      if (declaration.attributes.kind !== anchor.kind) return [];
      return [declared(anchor, { mention, repository, declaration })];
    },
  };
}

function declared(
  anchor: Anchor,
  claim: { mention: Mention; repository: Repository; declaration: Declaration },
): Examined {
  const { mention, repository, declaration } = claim;
  const { target = '' } = declaration.attributes;
  const texts = anchor.kind === 'script' ? [target, `npm run ${target}`] : [target];
  for (const text of texts) {
    const first = firstOf(anchor, { mention, repository, text });
    if (first) return { text: mention.text, start: 0, resolution: stated(first.resolution) };
  }
  const actual = `"${target}" is no target of the kind "${anchor.kind}"`;
  const evidence = { file: mention.page, line: mention.line };
  return {
    text: mention.text,
    start: 0,
    resolution: {
      status: 'contradicted',
      ...{ code: 'claim-malformed', target: declaration.text, actual, evidence },
    },
  };
}

function firstOf(
  anchor: Anchor,
  { mention, repository, text }: { mention: Mention; repository: Repository; text: string },
): Examined | undefined {
  for (const form of forms) {
    const [first] = anchor.examine(asForm(mention, { form, text }), repository);
    if (first) return first;
  }
  return undefined;
}

/** The target as if it stood on the page by itself, without words around it that soften it. */
function asForm(mention: Mention, { form, text }: { form: MentionForm; text: string }): Mention {
  const { name: _name, attributes: _attributes, ...place } = mention;
  const bare = { before: '', after: '', block: text, intro: '', parentItem: '' };
  return { ...place, form, text, context: { ...mention.context, ...bare } };
}

/** A declared claim leaves no doubt, and no text that could be replaced. */
function stated(resolution: Resolution): Resolution {
  if (resolution.status === 'missing') {
    const { fix: _, ...rest } = resolution;
    return { ...rest, strength: 'stated' };
  }
  if (resolution.status !== 'contradicted') return resolution;
  const { fix: _, ...rest } = resolution;
  return rest;
}
