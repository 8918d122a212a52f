import type { Mention } from '#drift/claims/mention.ts';
import { nearestName } from '#drift/nearest.ts';
import { ownName } from '#drift/repository/own-name.ts';
import { githubNamesIn } from '#drift/repository/remote-name.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { workflowsPart } from '#drift/repository/workflows.ts';
import type { Examined, Missing, Resolution } from './anchor.ts';
import { decode } from './link-target.ts';

const byFile = /github\.com\/([\w.-]+\/[\w.-]+)\/actions\/workflows\/([\w.-]+\.ya?ml)/i;

/** The older form, by the name that the workflow gives itself, or else by its path. */
const byName = /github\.com\/([\w.-]+\/[\w.-]+)\/workflows\/([^/?#\s]+)\/badge\.svg/i;

/** The workflow of this repository whose badge a page shows, or whose runs it links to. */
export function examineBadge({ text, page }: Mention, repository: Repository): readonly Examined[] {
  const match = byFile.exec(text) ?? byName.exec(text);
  const [whole = '', name, written = ''] = match ?? [];
  const own = repository.part(ownName);
  if (name === undefined || (own !== undefined && own.toLowerCase() !== name.toLowerCase()))
    return [];
  const resolution = byFile.test(text)
    ? resolveFile(written, repository)
    : resolveName(decode(written) ?? written, repository);
  const isGuess = own === undefined && !isMostLinked(name, page, repository);
  const strength = isGuess ? 'guessed' : 'stated';
  return [
    {
      text: written,
      start: (match?.index ?? 0) + whole.lastIndexOf(written),
      resolution: resolution.status === 'missing' ? { ...resolution, strength } : resolution,
    },
  ];
}

const folder = '.github/workflows/';

function resolveFile(file: string, repository: Repository): Resolution {
  const path = folder + file;
  if (repository.files.hasFile(path)) return { status: 'found', evidence: { file: path } };
  const { all } = repository.part(workflowsPart);
  const nearest = nearestName(
    file,
    all.map((each) => each.file.slice(folder.length)),
  );
  return missing({ target: path, nearest, places: [path] });
}

/** Workflows that GitHub runs without a file of the repository. */
const ofHost =
  /^(?:CodeQL|Copilot\b.*|Dependabot\b.*|pages[- ]build[- ]and[- ]deployment|pages-build-deployment)$/i;

function resolveName(name: string, repository: Repository): Resolution {
  const { all, malformed } = repository.part(workflowsPart);
  const same = name.toLowerCase();
  const found = all.find(
    (each) => each.name.toLowerCase() === same || each.file.toLowerCase() === same,
  );
  if (found) return { status: 'found', evidence: { file: found.file } };
  if (ofHost.test(name)) return { status: 'unknown', reason: 'a workflow of GitHub itself' };
  if (malformed.length > 0) return { status: 'unknown', reason: `${malformed[0]} cannot be read` };
  const nearest = nearestName(
    name,
    all.map((each) => each.name),
  );
  return missing({ target: name, nearest, places: [] });
}

type Absence = {
  readonly target: string;
  readonly nearest: string | undefined;
  readonly places: readonly string[];
};

function missing({ target, nearest, places }: Absence): Missing {
  return {
    status: 'missing',
    code: 'workflow-missing',
    target,
    ...(nearest !== undefined && { nearest }),
    places,
    strength: 'stated',
  };
}

const badgeOfAny = /github\.com\/([\w.-]+\/[\w.-]+)\/(?:actions\/)?workflows\//g;

// Without a remote, the root's README links to its own repository more than to any other, and shows
// the badges of no other.
function isMostLinked(name: string, page: string, { read }: Repository): boolean {
  const text = read(page) ?? '';
  const badges = [...text.matchAll(badgeOfAny)].map(([, each]) => each);
  if (page.includes('/') || badges.some((each) => each !== name)) return false;
  const counts = new Map<string, number>();
  for (const each of githubNamesIn(text)) counts.set(each, (counts.get(each) ?? 0) + 1);
  const count = counts.get(name) ?? 0;
  return count > 1 && [...counts].every(([each, other]) => each === name || other < count);
}
