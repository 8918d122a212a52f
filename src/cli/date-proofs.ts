import type { Report } from '#drift/check.ts';
import { type Git, isShallow, records } from '#drift/repository/git.ts';
import { createLineOrigins, type LineOrigins } from '#drift/repository/line-origins.ts';
import { beginRemovals, earlierNames } from '#drift/repository/removals.ts';
import type { JudgedClaim, Proof } from '#drift/verdict.ts';

/**
 * The report with the commit behind each proof of what holds: the one that wrote the line, or put
 * the file there. A folder has none, and a shallow clone does not know.
 */
export function dateProofs(report: Report, git: Git): Report {
  if (isShallow(git)) return report;
  const files = filesAmong(report.claims.flatMap(placesOf), { git, revision: report.revision });
  const origins = createLineOrigins(git, {
    revision: report.revision,
    earlierNames: earlierNames(beginRemovals(git, report.revision)()),
  });
  origins.expect([...files]);
  const date = (proof: Proof) => (files.has(proof.file) ? dateProof(proof, origins) : proof);
  return { ...report, claims: report.claims.map((claim) => dateClaim(claim, date)) };
}

function placesOf({ verdict, evidence }: JudgedClaim): readonly string[] {
  return verdict === 'holds' ? evidence.map(({ file }) => file) : [];
}

/** Those paths that are files of the revision: the patches of a folder would be those of all in it. */
function filesAmong(
  paths: readonly string[],
  { git, revision }: { git: Git; revision: string },
): ReadonlySet<string> {
  const all = new Set(records(git(['ls-tree', '-r', '-z', '--name-only', revision]).output));
  return new Set(paths).intersection(all);
}

function dateClaim(claim: JudgedClaim, date: (proof: Proof) => Proof): JudgedClaim {
  return claim.verdict === 'holds' ? { ...claim, evidence: claim.evidence.map(date) } : claim;
}

function dateProof(proof: Proof, { originOf, arrivalOf }: LineOrigins): Proof {
  const { file, line } = proof;
  return { ...proof, ...(line === undefined ? arrivalOf(file) : originOf(file, line)) };
}
