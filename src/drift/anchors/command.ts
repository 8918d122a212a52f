import type { Mention } from '#drift/claims/mention.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { isForUsers } from '#drift/repository/sites.ts';
import { defineAnchor, type Target } from './anchor.ts';
import { type FileQuestion, resolveFile } from './command-file.ts';
import { type CommandTarget, commandTargets, type FileTarget } from './command-target.ts';
import { resolveTask } from './command-task.ts';
import { joinPath, workplaceOf } from './folder.ts';
import { type Invocation, invocationsOf } from './invocation.ts';
import { isFileMadeAbove, isFolderMadeAbove, makesNothing } from './made-above.ts';

type CommandMention = Target &
  Pick<FileQuestion, 'workplace' | 'isSettled'> & { readonly needs: CommandTarget };

/** The files and tasks that a command on a page needs: `node scripts/x.js`, `make build`. */
export const commandAnchor = defineAnchor<CommandMention>({
  kind: 'command',
  forms: ['inline-code', 'fence'],
  recognise: (mention, repository) =>
    invocationsOf(mention)
      .filter(({ args }) => mention.form === 'fence' || args.length > 0 || isAsRoot(mention))
      .flatMap((invocation, at, all) =>
        targetsOf(invocation, {
          mention,
          repository,
          isSettled: all.slice(0, at).every(makesNothing),
        }),
      ),
  resolve: ({ needs, workplace, isSettled }, repository, mention) =>
    needs.type === 'file'
      ? resolveFile({ needs, workplace, mention, isSettled }, repository)
      : resolveTask({ needs, workplace, mention }, repository),
});

// `sudo ./install.sh` is a command; `./install.sh` alone is a path.
function isAsRoot({ text }: Mention): boolean {
  return text.trimStart().startsWith('sudo ');
}

type Surroundings = Pick<CommandMention, 'isSettled'> & {
  readonly mention: Mention;
  readonly repository: Repository;
};

function targetsOf(
  invocation: Invocation,
  { mention, repository, isSettled }: Surroundings,
): readonly CommandMention[] {
  const targets = commandTargets(invocation);
  if (targets.length === 0) return [];
  const workplace = workplaceOf(invocation, mention, repository);
  return targets
    .filter((needs) => needs.type !== 'file' || isOurs(needs, { workplace, mention }, repository))
    .map((needs, at) => {
      // What comes second stands by itself: two targets of one command do not overlap.
      const start = at === 0 ? invocation.program.start : needs.word.start;
      const text = mention.text.slice(start, needs.word.end);
      return { text, start, needs, workplace, isSettled };
    });
}

// `cd my-app` may be anybody's; `cd web` is ours where there is or was such a folder.
function isOurs(
  { word: { value }, isBare }: FileTarget,
  { workplace: { folders }, mention }: Pick<FileQuestion, 'workplace' | 'mention'>,
  repository: Repository,
): boolean {
  if (isBare) return isProgramOfFolder(value, mention, repository);
  if (/[./]/.test(value)) return true;
  if (isForUsers(mention.page, repository)) return false;
  if (isFolderMadeAbove(value, mention, repository)) return false;
  const { files, history } = repository;
  return ['', ...folders].some((base) => {
    const place = joinPath(base, value);
    return (
      place !== undefined && (files.hasFolder(place) || history.removalOf(place) !== undefined)
    );
  });
}

// `scripts/setup` on a line of commands, unless the page makes it or leaves out how its name ends.
function isProgramOfFolder(value: string, mention: Mention, repository: Repository): boolean {
  const language = mention.context.fence?.language.toLowerCase() ?? '';
  return (
    !/^(?:te?xt|plaintext)?$/.test(language) &&
    !isFileMadeAbove(value, mention, repository) &&
    !repository.files.paths.some((path) => `/${path}`.includes(`/${value}.`))
  );
}
