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
import { sample } from './version-scope.ts';
import { rangeOf, sentenceAt, type VersionTarget } from './version-statement.ts';

const names = [...libraries.keys()]
  .toSorted((a, b) => b.length - a.length)
  .map((name) => RegExp.escape(name));

/** `React 18`, `TypeScript v5.9`, `Next.js (14.x)`; the name of a longer one is not meant. */
const stated = new RegExp(
  `(?<![\\w@/.-])(${names.join('|')})\`?\\s+\\(?v?(\\d+(?:\\.\\d+){0,2})(?:\\.x)?(?![\\w-]|\\.\\d)(\\+)?`,
  'g',
);

/** What a project is made of, beside the version or above it. */
const made =
  /\b(?:stack|built (?:with|on|using)|powered by|based on|written in|made with|frontend|front-end|backend|back-end|framework|frameworks|libraries|technolog(?:y|ies)|architecture|overview|uses?|using|runs on)\b|\+/i;

/** A version that others may have, or that was or will be ours. */
const otherwise =
  /\b(?:supports?|supported|compatib\w*|works? with|peer|plugins?|since|from|until|before|prior|older|earlier|later|newer|above|higher|minimum|at least|migrat\w*|upgrad\w*|updat\w*|moved?|moving|when|if|will|would|plan\w*|deprecat\w*|drop\w*|legacy|introduced|added in|versions? of|your|examples?|e\.g|break\w*|may|might|could)\b/i;

/** "React 18 docs": something else of that version. */
const ofVersion =
  /^\W*(?:api|app router|docs?|documentation|features?|guide|hooks?|release|syntax|types?)\b/i;

/** The versions of libraries that a page of the project says it is made of. */
export function statedLibraries({ text, page, context }: Mention): readonly VersionTarget[] {
  if (!/\d/.test(text) || !isProjectPage(page) || isSkill(page) || isMigrationGuide(page))
    return [];
  return [...text.matchAll(stated)].flatMap((match): readonly VersionTarget[] => {
    const [, name = '', version = '', more] = match;
    const product = libraries.get(name);
    const sentence = sentenceAt(text, match.index);
    const around = [sentence, context.intro, ...context.headings.map((heading) => heading.text)];
    const isOther =
      otherwise.test(sentence) || ofVersion.test(text.slice(match.index + match[0].length));
    const isMeant = made.test(around.join(' ')) && !isOther;
    if (product === undefined || !isMeant) return [];
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

/** Whether any manifest asks for such a version; a contradiction only where all ask for others. */
export function resolveLibrary(
  { product, version, isMinimum, text }: VersionTarget,
  mention: Mention,
  repository: Repository,
): Resolution {
  const all = repository
    .part(versionsPart)
    .filter(
      (each) => each.product === product && each.rank === 'dependent' && !sample.test(each.file),
    );
  const claimed = isMinimum ? `>=${version.replace('.x', '')}` : version;
  const agrees = ({ range }: Requirement) =>
    validRange(range) !== null && intersects(claimed, range, { includePrerelease: true });
  const agreeing = all.find(agrees);
  if (agreeing) {
    const { file, line, text: shown } = agreeing;
    return { status: 'found', evidence: { file, line, text: shown } };
  }
  const isAbove = ({ folder }: Requirement) => isWithin(mention.page, folder);
  const [first] = all.toSorted(
    (a, b) => Number(isAbove(b)) - Number(isAbove(a)) || b.folder.length - a.folder.length,
  );
  if (!first) return { status: 'unknown', reason: `no manifest asks for ${product}` };
  if (all.some(({ range }) => validRange(range) === null))
    return { status: 'unknown', reason: `a manifest leaves the version of ${product} open` };
  if (isAboutReadersProject(mention))
    return { status: 'unknown', reason: "it may be what the reader's own project needs" };
  return {
    status: 'contradicted',
    code: 'version-differs',
    target: text,
    actual: first.text,
    evidence: { file: first.file, line: first.line, text: first.text },
    nearest: first.range,
  };
}
