import type { Mention } from '#drift/claims/mention.ts';

/** A variable's name in a mention, with its offset. */
export type EnvName = { readonly name: string; readonly start: number };

const inCode =
  /(?:process\.env|import\.meta\.env|Deno\.env\.get\(["']|os\.environ(?:\.get)?[[(]["']|os\.getenv\(["']|ENV\[["'])\.?([A-Z][A-Z0-9_]*)/g;

const assignment =
  /(?:^|[\s;])(?:export\s+|set\s+|-e\s+|--env[= ]|\$env:)?["']?([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)["']?\s*=/gm;

const mapping = /^\s*-?\s*([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+):\s/gm;

const span = /^\$?\{?([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\}?(?:=.*)?$/;

/** Names that stand for others, or that every shell, service and CI brings along. */
const foreign =
  /^(?:(?:YOUR|MY|SOME|FOO|BAR|EXAMPLE|TEST_FOO)_|X{3,}|(?:AWS|AZURE|GCP|GOOGLE|GITHUB|GH|GITLAB|CI|DOCKER|COMPOSE|NPM|PIP|GIT|SSH|XDG|LC|PG|POSTGRES|MYSQL|REDIS|JAVA|PYTHON|CARGO|HTTP|HTTPS|NO)_)|_HERE$/;

const ofRuntime =
  /^(?:NODE_(?:ENV|OPTIONS|PATH|DEBUG|EXTRA_CA_CERTS|TLS_REJECT_UNAUTHORIZED)|(?:RAILS|RACK)_ENV|FLASK_(?:APP|ENV|DEBUG)|DJANGO_SETTINGS_MODULE|VIRTUAL_ENV|BUNDLER_VERSION|GEM_(?:HOME|PATH)|DEBIAN_FRONTEND|RUST_(?:LOG|BACKTRACE)|VAULT_(?:ADDR|TOKEN)|(?:ANSIBLE|ASPNETCORE|BUNDLE|DOTNET|HELM|KUBE|LD|OTEL|QUARKUS|SPRING|TF)_\w+)$/;

const languages =
  /^(?:|sh|shell|bash|zsh|console|terminal|dotenv|env|ini|properties|dockerfile|powershell|ps1|text|txt|conf|toml)$/;

/** Whether a fence is in the language of a shell, whose commands may share variables of their own. */
export function isShell(language: string): boolean {
  return /^(?:sh|shell|bash|zsh|console|terminal)$/.test(language);
}

/** Environment variables that a mention names as such: assigned, read, or alone in a code span. */
export function envNamesIn(mention: Mention): readonly EnvName[] {
  const { form, text, context } = mention;
  if (form === 'inline-code') {
    const match =
      span.exec(text.trim()) ??
      /^(?:process\.env|import\.meta\.env)\.([A-Z]\w*)$/.exec(text.trim());
    if (match?.[1] === undefined) return givenIn(text);
    return [{ name: match[1], start: text.indexOf(match[1]) }];
  }
  if (form === 'prose') return inProse(text);
  const language = context.fence?.language ?? '';
  const patterns = [
    inCode,
    ...(languages.test(language) ? [assignment] : []),
    ...(/^ya?ml$/.test(language) ? [mapping] : []),
  ];
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      name: match[1] ?? '',
      start: match.index + match[0].indexOf(match[1] ?? ''),
    })),
  );
}

// `MODE=all SKIP_LINKS=1 rake index`
function givenIn(text: string): readonly EnvName[] {
  const head = /^\s*(?:[A-Z][A-Z0-9_]*=\S*\s+)+(?=\S)/.exec(text)?.[0] ?? '';
  return [...head.matchAll(/([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)=/g)].map(({ index, 1: name = '' }) => ({
    name,
    start: index,
  }));
}

const alone = /^\s*([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\s*$/;
const called =
  /(?<![\w`$/.-])([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+) (?:environment|env) var(?:iable)?s?\b|\b(?:environment|env) var(?:iable)?s? ([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?![\w`/-])/g;

/** A cell or a heading that is one name, and names that the words beside them call variables. */
function inProse(text: string): readonly EnvName[] {
  if (!text.includes('_') || !/[A-Z]_[A-Z]/.test(text)) return [];
  const whole = alone.exec(text)?.[1];
  if (whole !== undefined) return [{ name: whole, start: text.indexOf(whole) }];
  return [...text.matchAll(called)].map((match) => {
    const name = match[1] ?? match[2] ?? '';
    return { name, start: match.index + match[0].indexOf(name) };
  });
}

/** Whether a name can be this repository's own: absence of others proves nothing. */
export function isForeignEnv(name: string): boolean {
  return foreign.test(name);
}

/** Whether a runtime or a framework reads the name for itself: no source need hold it. */
export function isRuntimeEnv(name: string): boolean {
  return ofRuntime.test(name);
}

/** Whether a name is meant as it is: one that every network program reads, or a pattern's. */
export function isCommonEnv(name: string): boolean {
  return /^(?:HTTPS?|ALL|NO|FTP|SOCKS)_PROXY$|_X+$/.test(name);
}

/** Whether a mention gives a variable to programs: `export A=b`, or `A=b` before a command. */
export function isGivenTo({ text }: Pick<Mention, 'text'>, start: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const value = /^\w+=(?:"[^"\n]*"|'[^'\n]*'|[^\s"']*)[ \t]+[\w./]/;
  return (
    /(?:^|[\s;])(?:export\s+|-e\s+|--env[= ]|\$env:)["']?$/.test(line) ||
    (/^\s*(?:[$>]\s+)?(?:[A-Z]\w*=\S*\s+)*$/.test(line) && value.test(text.slice(start)))
  );
}

const aboutEnv =
  /\benv(?:ironment)?\b|\bvariables?\b|\.env\b|\bumgebungsvariable|\bmiljövariab|\bentorno\b/i;

/** Whether the words around speak of fields, whose names a page may write in capitals. */
export function isAboutFields({ context: { cell, headings } }: Mention): boolean {
  const around = [...(cell?.headers ?? []), headings.at(-1)?.text ?? ''];
  return around.some((text) => /\b(?:attributes?|columns?|fields?)\b/i.test(text));
}

/** Whether the words around say that the names are environment variables. */
export function isAboutEnv({ context, form, text }: Mention): boolean {
  if (form === 'inline-code' && text.startsWith('$')) return true;
  const around = [
    ...context.headings.map(({ text }) => text),
    context.intro,
    context.block,
    context.cell?.headers.join(' ') ?? '',
    context.fence?.intro ?? '',
  ];
  const isDotenv = form === 'fence' && /^(?:dotenv|env)$/.test(context.fence?.language ?? '');
  return isDotenv || around.some((text) => aboutEnv.test(text));
}
