import intersects from 'semver/ranges/intersects.js';
import minVersion from 'semver/ranges/min-version.js';
import validRange from 'semver/ranges/valid.js';
import { isContributorPage } from '#drift/repository/project-page.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { isOnSite } from '#drift/repository/sites.ts';
import { isPipelinePath } from '#drift/repository/sources.ts';
import { type Requirement, versionsPart } from '#drift/repository/versions.ts';
import { defineAnchor, type Resolution } from './anchor.ts';
import { resolveLibrary, statedLibraries } from './version-library.ts';
import { decisive, differs, packagesBelow } from './version-scope.ts';
import { statedVersions, type VersionTarget } from './version-statement.ts';

/**
 * A version that a page tells readers to have (`Node.js 22.12 or newer`, `pnpm 9`, `Python 3.12`),
 * or of a library that it says the project is made of (`React 18`).
 */
export const versionAnchor = defineAnchor<VersionTarget>({
  kind: 'version',
  forms: ['prose'],
  recognise: (mention, repository) => {
    const targets = [...statedVersions(mention), ...statedLibraries(mention)];
    return targets.length > 0 && repository.part(versionsPart).length > 0 ? targets : [];
  },
  resolve: (target, repository, mention) =>
    target.isLibrary
      ? resolveLibrary(target, mention, repository)
      : resolveVersion(target, mention.page, repository),
});

function resolveVersion(target: VersionTarget, page: string, repository: Repository): Resolution {
  const requirements = decisive(target.product, page, repository.part(versionsPart));
  const [first] = requirements;
  if (!first)
    return { status: 'unknown', reason: `no manifest says which ${target.product} is needed` };
  const agreeing = requirements.find((requirement) => agrees(target, requirement));
  if (agreeing) {
    const { file, line, text } = agreeing;
    return { status: 'found', evidence: { file, line, text } };
  }
  if (first.rank === 'used' && isPipelinePath(first.file) && page.includes('/'))
    return { status: 'unknown', reason: `only ${first.file} uses a version, for itself` };
  if (isForUsersAlone(page, repository))
    return { status: 'unknown', reason: "it may be what the reader's own project needs" };
  const offered = packagesBelow(first, repository.part(versionsPart)).find((each) =>
    isLowest(target, each),
  );
  if (offered) {
    const { folder, range } = offered;
    return { status: 'unknown', reason: `the package in "${folder}" asks for ${range}` };
  }
  if (requirements.some(({ range }) => validRange(range) === null)) {
    return { status: 'unknown', reason: `"${first.range}" is no range` };
  }
  return differs(target.text, first);
}

/** Pages of a site for those who run or change what this repository holds. */
const forOperators = /self-?host|deploy|contribut|develop|requirement|prerequisite/i;

function isForUsersAlone(page: string, repository: Repository): boolean {
  return isOnSite(page, repository) && !isContributorPage(page) && !forOperators.test(page);
}

// What a package asks for at least is what its page says; `>=6` would agree with everything.
function isLowest(target: VersionTarget, { range }: Requirement): boolean {
  const valid = validRange(range);
  const lowest = valid === null ? null : minVersion(valid);
  return lowest !== null && intersects(target.version, lowest.version);
}

// "20 or newer" is wrong where 22 is required, and right where 24 happens to be pinned.
function agrees({ version, isMinimum }: VersionTarget, { range, rank }: Requirement): boolean {
  const valid = validRange(range);
  if (valid === null) return false;
  const claimed = isMinimum && rank !== 'required' ? `>=${version.replace('.x', '')}` : version;
  return intersects(claimed, valid, { includePrerelease: true });
}
