import type { DriftConfig } from '#config/drift-config.ts';
import { UsageError } from '#config/usage-error.ts';
import type { Kind } from '#drift/anchors/anchor.ts';
import { anchors } from '#drift/anchors/index.ts';
import type { AuditTerms } from '#drift/audit.ts';
import { nearestName } from '#drift/nearest.ts';
import type { CheckArguments } from './arguments.ts';

/** Joins the configuration with the command line, which wins. */
export function checkTerms(run: {
  readonly config: DriftConfig;
  readonly configFile: string;
  readonly asked: CheckArguments;
  readonly today: string;
}): AuditTerms {
  const { config, configFile, asked, today } = run;
  const kinds = asked.kinds.length > 0 ? asked.kinds : config.kinds;
  return {
    today,
    include: config.pages.include,
    exclude: config.pages.exclude,
    kinds: kinds?.map(kindOf),
    status: config.status,
    siblings: config.siblings,
    suppressions: config.suppressions,
    configFile,
    attestations: config.attestations,
    reviews: config.reviews,
  };
}

function kindOf(name: string): Kind {
  const kinds: readonly Kind[] = [...anchors.map(({ kind }) => kind), 'external', 'review'];
  const kind = kinds.find((known) => known === name);
  if (kind !== undefined) return kind;
  const nearest = nearestName(name, kinds);
  const guess = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
  throw new UsageError(
    `There is no kind "${name}".${guess} There are: ${[...new Set(kinds)].join(', ')}.`,
  );
}
