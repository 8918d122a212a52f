import { type Anchor, defineAnchor, type Resolution, type Target } from '#drift/anchors/anchor.ts';
import { addDays, dayCount, isDay } from '#drift/day.ts';
import type { Evidence } from '#drift/evidence.ts';
import type { MessageCode } from '#drift/messages.ts';
import { githubName } from '#drift/repository/remote-name.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { type Declaration, declarationOf } from './declaration.ts';

/** The day on which attestations are read, and how long they may last. */
export type AttestationTerms = {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly noticeDays: number;
  readonly graceDays: number;
  readonly longestDays: number;
};

type Fact = Target & { readonly declaration: Declaration; readonly evidence: Evidence };

/** External facts: true as long as a named person's confirmation counts. */
export function createExternalAnchor(terms: AttestationTerms): Anchor {
  return defineAnchor<Fact>({
    kind: 'external',
    forms: ['component'],
    recognise: (mention) => {
      const declaration = declarationOf(mention);
      if (declaration?.name !== 'external') return [];
      const evidence = { file: mention.page, line: mention.line };
      return [{ text: mention.text, start: 0, declaration, evidence }];
    },
    resolve: (fact, repository) => resolve(fact, { repository, terms }),
  });
}

function resolve(
  fact: Fact,
  { repository, terms }: { repository: Repository; terms: AttestationTerms },
): Resolution {
  const { owner, validated, every, source } = fact.declaration.attributes;
  const days = dayCount(every ?? '');
  if (!owner?.startsWith('@')) return malformed(fact, 'it names no owner such as "@platform"');
  if (days === undefined) return malformed(fact, 'it does not say how long it counts');
  if (days > terms.longestDays) {
    return malformed(fact, `${days} days are more than the ${terms.longestDays} allowed`);
  }
  const own = source === undefined ? undefined : ownSource(source, repository);
  if (own !== undefined) return contradicted(fact, { code: 'external-own-source', actual: own });
  if (isOpen(validated)) return { status: 'unknown', reason: `TBD, ask ${owner}` };
  if (!isDay(validated)) return malformed(fact, `"${validated}" is not a day such as 2026-11-01`);
  if (validated > terms.today) return malformed(fact, `${validated} is in the future`);
  return onDay(fact, { owner, expires: addDays(validated, days), terms });
}

function isOpen(validated: string | undefined): validated is undefined {
  return validated === undefined || validated === '' || validated.toUpperCase() === 'TBD';
}

function onDay(
  fact: Fact,
  { owner, expires, terms }: { owner: string; expires: string; terms: AttestationTerms },
): Resolution {
  const { today, graceDays, noticeDays } = terms;
  if (today > addDays(expires, graceDays)) {
    return contradicted(fact, { code: 'external-expired', actual: expires });
  }
  if (today > expires) {
    return { status: 'unknown', reason: `it expired on ${expires}, ask ${owner}` };
  }
  if (addDays(today, noticeDays) > expires) {
    return { status: 'unknown', reason: `it expires on ${expires}, ask ${owner}` };
  }
  return {
    status: 'found',
    evidence: fact.evidence,
    note: `attested by ${owner} until ${expires}`,
  };
}

/** The source as far as it is this repository: a file of it, or its own address. */
function ownSource(source: string, repository: Repository): string | undefined {
  const path = source.replace(/^\.?\//, '').replace(/[#?].*$/, '');
  if (repository.files.hasFile(path)) return path;
  if (!URL.canParse(source)) return undefined;
  const { pathname } = new URL(source);
  const [owner = '', name = ''] = pathname.slice(1).split('/');
  const isOwn =
    githubName(`https://github.com/${owner}/${name}`)?.toLowerCase() ===
    repository.name?.toLowerCase();
  return isOwn && repository.name !== undefined && isGithub(source) ? source : undefined;
}

function isGithub(source: string): boolean {
  return /^https?:\/\/(?:raw\.githubusercontent\.com|(?:www\.)?github\.com)\//i.test(source);
}

function malformed(fact: Fact, actual: string): Resolution {
  return contradicted(fact, { code: 'external-malformed', actual });
}

function contradicted(
  { declaration, evidence }: Fact,
  { code, actual }: { code: MessageCode; actual: string },
): Resolution {
  const target = declaration.text.replace(/\s+/g, ' ').slice(0, 120);
  return { status: 'contradicted', code, target, actual, evidence };
}
