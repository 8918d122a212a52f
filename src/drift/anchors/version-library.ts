import intersects from 'semver/ranges/intersects.js';
import validRange from 'semver/ranges/valid.js';
import type { Mention } from '#drift/claims/mention.ts';
import { isWithin } from '#drift/repository/files.ts';
import { libraries } from '#drift/repository/libraries.ts';
import { isMigrationGuide, isProjectPage, isSkill } from '#drift/repository/project-page.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { type Requirement, versionsPart } from '#drift/repository/versions.ts';
import type { Resolution } from './anchor.ts';
import { isAboutReadersProject } from './reader.ts';
import { differs, sample } from './version-scope.ts';
import { rangeOf, sentenceAt, type VersionTarget } from './version-statement.ts';

const names = [...libraries.keys()]
  .toSorted((a, b) => b.length - a.length)
  .map((name) => RegExp.escape(name));

/** `React 18`, `TypeScript v5.9`, `Jest (v30.2.0)`; the name of a longer one is not meant. */
const stated = new RegExp(
  `(?<![\\w@/.-])(${names.join('|')})\`?\\s+(?:\\(?v)?(\\d+(?:\\.\\d+){0,2})(?:\\.x)?(?![\\w%-]|\\.\\d)(\\+)?`,
  'g',
);

/** What a project is made of, beside the version or above it. */
const made =
  /\b(?:stack|built (?:with|on|using)|powered by|based on|written in|made with|frontend|front-end|backend|back-end|framework|frameworks|libraries|technolog(?:y|ies)|architecture|overview|uses?|using|runs on)\b/i;

/** A version that others may have, or that was, will be or is not ours. */
const otherwise =
  /\b(?:supports?|supported|compatib\w*|works? with|peer|plugins?|since|from|until|before|prior|older|earlier|later|newer|above|higher|below|minimum|at least|migrat\w*|upgrad\w*|updat\w*|moved?|moving|stay\w*|when|if|because|will|would|plan\w*|deprecat\w*|drop\w*|legacy|introduced|added in|versions? of|your|examples?|e\.g|break\w*|may|might|could|not?|never|instead)\b|n['’]t\b/i;

/** What may follow the version of what a project is made of: not what that version does. */
const goesOn =
  /^[`*_)\]]*(?:\s*(?:$|[^\sa-z])|\s+(?:and|app|application|apps|as|backend|back-end|client|for|frontend|front-end|in|monorepo|on|or|plus|project|server|site|spa|strict|ui|via|web|website|with)\b)/;

/** The versions of libraries that a page of the project says it is made of. */
export function statedLibraries({ text, page, context }: Mention): readonly VersionTarget[] {
  if (!/\d/.test(text) || !isProjectPage(page) || isSkill(page) || isMigrationGuide(page))
    return [];
  return [...text.matchAll(stated)].flatMap((match): readonly VersionTarget[] => {
    const [, name = '', version = '', more] = match;
    const product = libraries.get(name);
    const sentence = sentenceAt(text, match.index);
    const around = [sentence, context.intro, ...context.headings.map((heading) => heading.text)];
    const rest = text.slice(match.index + match[0].length);
    const isOther =
      otherwise.test(sentence) ||
      !goesOn.test(rest) ||
      /\bfor\s+$/i.test(text.slice(0, match.index)) ||
      isNumber(version);
    if (product === undefined || !made.test(around.join(' ')) || isOther) return [];
    const end = match.index + match[0].indexOf(version, name.length) + version.length;
    return [
      {
        text: text.slice(match.index, end),
        start: match.index,
        product,
        version: rangeOf(version),
        isMinimum: more !== undefined,
        isLibrary: true,
      },
    ];
  });
}

// `Vite 5173` is a port, and no version has ten digits.
function isNumber(version: string): boolean {
  return /^\d{3,}$|\d{10}/.test(version);
}

/** Folders of what is not the project itself. */
const beside = /(?:^|\/)(?:docs?|e2e|fixtures?|tests?|__tests__)\//;

const pythonManifest =
  /(?:^|\/)(?:pyproject\.toml|setup\.(?:py|cfg)|Pipfile|environment\.ya?ml|requirements[^/]*\.(?:in|txt)|requirements\/[^/]*\.(?:in|txt))$/;

// Only pinned lines of Python's manifests are read: where another names the library, it may say more.
function isNamedElsewhere(
  product: string,
  read: readonly Requirement[],
  repository: Repository,
): boolean {
  if (!/^(?:django|fastapi|flask)$/.test(product)) return false;
  const known = new Set(read.map(({ file }) => file));
  const pattern = new RegExp(`(?<![\\w-])${product}(?![\\w-])`, 'i');
  return repository.files.paths.some(
    (file) =>
      pythonManifest.test(file) && !known.has(file) && pattern.test(repository.read(file) ?? ''),
  );
}

// Manifests above the page, the nearest of them first.
function nearestFirst(all: readonly Requirement[], page: string): readonly Requirement[] {
  const isAbove = ({ folder }: Requirement) => isWithin(page, folder);
  return all.toSorted(
    (a, b) => Number(isAbove(b)) - Number(isAbove(a)) || b.folder.length - a.folder.length,
  );
}

function requirementsOf(product: string, repository: Repository): readonly Requirement[] {
  return repository
    .part(versionsPart)
    .filter(
      ({ file, rank, product: named }) =>
        named === product && rank === 'dependent' && !sample.test(file) && !beside.test(file),
    );
}

/** Whether any manifest asks for such a version; a contradiction only where all ask for others. */
export function resolveLibrary(
  { product, version, isMinimum, text }: VersionTarget,
  mention: Mention,
  repository: Repository,
): Resolution {
  const all = requirementsOf(product, repository);
  const claimed = isMinimum ? `>=${version.replace('.x', '')}` : version;
  const agrees = ({ range }: Requirement) =>
    validRange(range) !== null && intersects(claimed, range, { includePrerelease: true });
  const agreeing = all.find(agrees);
  if (agreeing) {
    const { file, line, text: shown } = agreeing;
    return { status: 'found', evidence: { file, line, text: shown } };
  }
  const [first] = nearestFirst(all, mention.page);
  if (!first) return { status: 'unknown', reason: `no manifest asks for ${product}` };
  if (
    all.some(({ range }) => validRange(range) === null) ||
    isNamedElsewhere(product, all, repository)
  )
    return { status: 'unknown', reason: `a manifest leaves the version of ${product} open` };
  if (isAboutReadersProject(mention))
    return { status: 'unknown', reason: "it may be what the reader's own project needs" };
  return differs(text, first);
}
