import type { Mention } from '#drift/claims/mention.ts';
import { isReference } from '#drift/repository/project-page.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { isForUsers } from '#drift/repository/sites.ts';
import { wordsPart } from '#drift/repository/words.ts';
import { defineAnchor, type Resolution, type Target } from './anchor.ts';
import { composedOf, hasLongPrefix } from './composed-name.ts';
import {
  envNamesIn,
  isAboutEnv,
  isAboutFields,
  isCommonEnv,
  isForeignEnv,
  isGivenTo,
  isRuntimeEnv,
  isShell,
} from './env-names.ts';
import { isAboutVariables, misspeltName, nameOneWordApart } from './env-spelling.ts';
import { isOfLeftPackage } from './left-package.ts';
import { FAMILY, isOfFamily } from './name-family.ts';
import { isReadOnPage } from './page-names.ts';
import { slipOf } from './slip.ts';

type EnvTarget = Target & { readonly isNamedSo: boolean };

/** An environment variable, where a page names it as one: assigned, read, or in such a context. */
export const envAnchor = defineAnchor<EnvTarget>({
  kind: 'env',
  forms: ['inline-code', 'fence', 'prose'],
  recognise: (mention) => {
    const names = envNamesIn(mention);
    const isSaid = names.length > 0 && isAboutEnv(mention);
    if (mention.form === 'prose' && !isSaid) return [];
    return names.map(({ name, start }) => ({
      ...{ text: name, start },
      isNamedSo: isSaid || isGivenTo(mention, start),
    }));
  },
  resolve: (target, repository, mention) => resolveEnv(target, repository, mention),
});

function resolveEnv(
  { text: name, isNamedSo }: EnvTarget,
  repository: Repository,
  mention: Mention,
): Resolution {
  const words = repository.part(wordsPart);
  const evidence = words.find(name);
  if (evidence) return { status: 'found', evidence };
  if (
    isCommonEnv(name) ||
    isRuntimeEnv(name) ||
    (isForeignEnv(name) &&
      misspeltName(name, mention, repository) === undefined &&
      nameOneWordApart(name, mention, repository) === undefined)
  ) {
    return { status: 'unknown', reason: 'a variable of another program' };
  }
  const prefix = words.find(`${name}_`);
  if (prefix) return { status: 'found', evidence: prefix, note: 'as the beginning of names' };
  if (isSetForItself(name, mention, repository))
    return { status: 'unknown', reason: 'the page sets it for the commands that it shows' };
  if (isReadOnPage(name, mention, repository))
    return { status: 'unknown', reason: 'code of the reader on the page reads it' };
  if (!isNamedSo && isAboutFields(mention) && words.find(name.toLowerCase()))
    return { status: 'unknown', reason: 'it may be a field that is named in capitals' };
  const reason = composedOf(name, repository);
  // Where the sources spell out nearly all names of the page, they spell out this one too.
  const isSpelt = () => isOfFamily(name, { family: FAMILY, mention, repository });
  if (reason !== undefined && (hasLongPrefix(name, repository) || !isSpelt()))
    return { status: 'unknown', reason };
  if (!words.isComplete)
    return { status: 'unknown', reason: 'the sources are too many to be read whole' };
  if (isOfLeftPackage(mention.page, repository))
    return { status: 'unknown', reason: 'the page is of a package that has left the repository' };
  return missing(name, { isNamedSo: isNamedSo && !isRenamed(mention), repository, mention });
}

// `IMAGE="$HOST/app"`, then `docker pull "$IMAGE"`: the shell reads it, no program.
function isSetForItself(name: string, { form, page, context }: Mention, { read }: Repository) {
  if (form !== 'fence' || !isShell(context.fence?.language ?? '')) return false;
  return new RegExp(`\\$\\{?${name}\\b`).test(read(page) ?? '');
}

// How to run this program, rather than how to write one that uses it.
function isOurPage(page: string, repository: Repository): boolean {
  return !isForUsers(page, repository) || isAboutVariables(page, repository);
}

/** From this length on, a name a letter off is misspelt wherever it stands. */
const UNMISTAKABLE = 14;

function missing(
  name: string,
  {
    isNamedSo,
    repository,
    mention,
  }: { isNamedSo: boolean; repository: Repository; mention: Mention },
): Resolution {
  const { find } = repository.part(wordsPart);
  const isLong = name.length >= UNMISTAKABLE && !isRenamed(mention);
  const isMeant = (isNamedSo || isLong) && !isReference(mention.page);
  const isOurs = !isReference(mention.page) && !isRenamed(mention);
  const nearest =
    (isMeant ? misspeltName(name, mention, repository) : undefined) ??
    (isOurs ? slipOf(name, repository) : undefined);
  const near = nearest === undefined ? undefined : find(nearest);
  const target = { code: 'env-missing', target: name } as const;
  if (nearest !== undefined && near)
    return { status: 'contradicted', ...target, actual: nearest, evidence: near, nearest };
  const isOwn = isNamedSo && isMeant && isOurPage(mention.page, repository);
  const apart = isOwn ? nameOneWordApart(name, mention, repository) : undefined;
  const place = apart === undefined ? undefined : find(apart);
  const family = isNamedSo ? FAMILY : 2 * FAMILY;
  const isSure =
    place || (!isReference(mention.page) && isOfFamily(name, { family, mention, repository }));
  return {
    status: 'missing',
    ...target,
    places: [],
    ...(apart !== undefined && { nearest: apart }),
    ...(place && { evidence: place }),
    strength: isSure ? 'stated' : 'guessed',
    ...(!isSample(mention) && name.includes('_') && { word: name }),
  };
}

// Code of a program shows readers how to write theirs.
function isSample({ form, context }: Mention): boolean {
  return (
    form === 'fence' &&
    /^[jt]sx?$|^(?:java|type)script$|^py(?:thon)?$/.test(context.fence?.language ?? '')
  );
}

// A row that names two variables tells how one became the other.
function isRenamed({ context }: Mention): boolean {
  const names = context.cell?.row.filter((cell) => /`[A-Z][A-Z0-9]*_[A-Z0-9_]+`/.test(cell)) ?? [];
  return names.length > 1;
}
