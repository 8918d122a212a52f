import type { ShellWord } from '#drift/claims/shell.ts';

/** Options of Compose itself, before the command, whose value is the next word. */
const globalValue =
  /^(?:-[fp]|--(?:file|profile|project-name|project-directory|env-file|ansi|parallel|progress))$/;
const longValue =
  '--(?:scale|tail|since|until|timeout|wait-timeout|index|user|workdir|volume|publish|entrypoint|name|label|env|build-arg|signal|exit-code-from|attach|no-attach|memory|profile|ssh|pull)';

/** One service, before a command that runs in it. */
const inService = { verb: /^(?:run|exec)$/, value: new RegExp(`^(?:-[euwvpl]|${longValue})$`) };
/** Every word is a service. */
const onServices = {
  verb: /^(?:up|start|stop|restart|build|pull|push|logs|kill|rm|pause|unpause|create|watch)$/,
  value: new RegExp(`^(?:-[tnsm]|${longValue})$`),
};

/** The services that a command names: `docker compose up -d web db`, `docker-compose exec web sh`. */
export function composeServices(words: readonly ShellWord[]): readonly ShellWord[] {
  const [verb] = withoutOptions(words, globalValue);
  if (verb === undefined) return [];
  // Behind `logs`, `-f` stands alone; elsewhere it is an option of Compose, misplaced.
  const isFile = /^(?:up|start|stop|restart|build|run|exec)$/.test(verb.value);
  const rest = words
    .slice(words.indexOf(verb) + 1)
    .filter((_, at, all) => !isFile || !/^(?:-f|--file)$/.test(all[at - 1]?.value ?? ''));
  if (inService.verb.test(verb.value))
    return withoutOptions(rest, inService.value).slice(0, 1).filter(isName);
  return onServices.verb.test(verb.value)
    ? withoutOptions(rest, onServices.value).filter(isName)
    : [];
}

function withoutOptions(words: readonly ShellWord[], withValue: RegExp): readonly ShellWord[] {
  return words.filter(
    ({ value }, at) => !value.startsWith('-') && !withValue.test(words[at - 1]?.value ?? ''),
  );
}

function isName({ value, isLiteral }: ShellWord): boolean {
  return isLiteral && /^[a-zA-Z0-9][\w.-]*$/.test(value);
}
