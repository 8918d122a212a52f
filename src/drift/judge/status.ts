import { parseDocument } from 'yaml';
import type { PageText } from '#drift/claims/page.ts';
import { isGenerated } from '#drift/repository/project-page.ts';

/** Why the claims of a page are not judged: it is a plan, a record, a draft, an archive. */
export type HeldBack = {
  readonly reason: string;
  readonly evidence: { file: string; line?: number };
};

const inactive =
  /^(?:analysis|archived?|abandoned|cancell?ed|completed?|concluded|decided|deprecated|discovery|done|draft|frozen|historical|history|implemented|inactive|legacy|obsolete|outdated|parked|plan(?:ned|ning)?|proposal|proposed|record|rejected|retired|rfc|superseded|wip|withdrawn|work in progress|accepted|arkiverad|utkast|archiviert|veraltet|entwurf|archivé|obsolète|brouillon|archivado|borrador|obsoleto|arquivado|rascunho)\b/i;

/** Folder names whose pages speak of what was, or what shall be. */
const timelessFolders =
  /^(?:\.changeset|changesets?|changelogs?|archived?s?|attic|(?:historic(?:al)?|superseded|retired|proposed)(?:[-_].+)?|legacy|deprecated|obsolete|history|old|plans?|planning|proposals?|design[-_](?:docs?|documents?|notes|proposals?)|rfcs?|adrs?|(?:architecture|architectural)[-_]decisions?(?:[-_](?:records?|log))?|decisions?|drafts?|ideas?|roadmaps?|retros?|retrospectives?|postmortems?|post-mortems?|release[-_ ]?notes|releases?|news|blogs?|blog[-_]\w+|posts?|minutes|meeting[-_]?notes|journal|upgrad(?:es?|ing)|specs|issues|PRPs?|brainstorms?|research|worklogs?|investigations?|prds?|handoffs?|_posts|_drafts)$/i;

/** Folder names that hold such a word beside others, or the date of what lies in them. */
const timelessParts =
  /(?:^|[-_. ])(?:archived?|changelogs?|post-?mortems?|release[-_]notes|retros?)(?:[-_. ]|$)|[-_](?:19|20)\d{2}-\d{2}(?:-\d{2})?$|^old[-_]|^versioned_docs$|^version-\d|^v?\d+\.(?:x|\d+\.(?:\d+|x))$/i;

/** Page names by whole words: records, plans, and notices that a tool collects from others. */
const timelessNames =
  /(?:^|[-_. ])(?:changelog|changes|coverage|history|releases?|release[-_]notes|news|roadmap|todo|rfc|adr|proposal|plan|archive|draft|retro(?:spective)?|post-?mortem|backlog|ideas|design[-_]doc|third[-_]party)(?:[-_. ]|$)/i;

/** Endings of names that tell what was found or wanted at a time. */
const timelessEndings =
  /(?:\d{4}-\d{2}(?:-\d{2})?|[-_](?:19|20)\d{2}|[-_ ](?:analysis|investigation|audit|prd|hand-?off|findings|results|comparison|refactor(?:ing)?|redesign|overhaul|feedback|resume-state|remaining-tasks|removal)|(?<!\bdb|database|schema|data|sql)[-_ ]migration)$/i;

/** The declared status of a page first, then the configured one, who writes it, its folders, its name; undefined for a live page. */
export function heldBackOf(page: PageText, configured?: string): HeldBack | undefined {
  const declared = declaredStatus(page);
  if (declared && inactive.test(declared.status)) {
    return {
      reason: `its status is "${declared.status}"`,
      evidence: { file: page.path, line: declared.line },
    };
  }
  if (declared && /^(?:active|current|live|stable|published)\b/i.test(declared.status))
    return undefined;
  if (configured !== undefined && configured !== 'active') {
    return { reason: `the configuration calls it "${configured}"`, evidence: { file: page.path } };
  }
  if (configured === 'active') return undefined;
  return heldByProgram(page) ?? heldByPlace(page.path) ?? heldByTitle(page);
}

/** The first heading of a page that tells what was done. */
const recordTitle =
  /^#\s+(?:archived?\s*(?:$|[:–—-]|of\b)|post-?mortem\b|ADR[-\s]?\d|[^\n]*\bsteps taken\b)/i;

const fence = /^ {0,3}(```+|~~~+)[\s\S]*?^ {0,3}\1/gm;

/** A page that a program writes, by its own words, or that it fills in. */
function heldByProgram(page: PageText): HeldBack | undefined {
  const line = lineOfNotice(page.text);
  if (line !== undefined)
    return { reason: 'it says that a program writes it', evidence: { file: page.path, line } };
  if (isGenerated(page.frontmatter))
    return {
      reason: 'its frontmatter says that a program writes it',
      evidence: { file: page.path },
    };
  return page.frontmatter === '' && isTemplate(page)
    ? { reason: 'it is a template that a program fills in', evidence: { file: page.path } }
    : undefined;
}

/** A page whose folder or name says that it is of another time. */
function heldByPlace(path: string): HeldBack | undefined {
  const segments = path.split('/');
  const name = (segments.pop() ?? '').replace(/\.\w+$/, '');
  const folder = segments.find(
    (segment) =>
      timelessFolders.test(segment.replace(/^\d{1,3}[-_.]/, '')) || timelessParts.test(segment),
  );
  if (folder !== undefined) return { reason: `it lies in "${folder}/"`, evidence: { file: path } };
  if (
    /^\d{4}-\d{2}-\d{2}|^sprint[-_ ]?\d|^v\d+\.\d+(?:[.-]|$)|^\d+(?:\.\d+)+(?:\.x)?(?:-v?\d[\w.]*)?$/.test(
      name,
    ) ||
    timelessNames.test(name) ||
    timelessEndings.test(name)
  ) {
    return { reason: `its name says "${name}"`, evidence: { file: path } };
  }
  return undefined;
}

function heldByTitle({ path, text }: PageText): HeldBack | undefined {
  const head = text.slice(0, 4_000).replace(fence, (code) => code.replace(/[^\n]/g, ' '));
  const at = head.search(/^#\s/m);
  const line = head.slice(0, at).split('\n').length;
  const [title = ''] = at < 0 ? [] : head.slice(at).split('\n', 1);
  if (isDecision(text)) return { reason: 'it records a decision', evidence: { file: path } };
  if (!recordTitle.test(title)) return undefined;
  return { reason: `its title is "${title.replace(/^#\s+/, '')}"`, evidence: { file: path, line } };
}

// The sections of an architecture decision record: https://adr.github.io
function isDecision(text: string): boolean {
  if (!text.includes('Consequences')) return false;
  return ['Context', 'Decision', 'Consequences'].every((name) =>
    new RegExp(`^#{1,3} (?:\\d+\\.? )?${name}\\b`, 'm').test(text),
  );
}

// Jinja and its like in a folder of templates: what it links to lies beside what it renders.
function isTemplate({ path, text }: PageText): boolean {
  return /(?:^|\/)templates?\//.test(path) && /^\s*\{%-?\s*(?:block|extends|for|if)\b/m.test(text);
}

function declaredStatus(
  page: PageText,
): { readonly status: string; readonly line: number } | undefined {
  const fromYaml = yamlStatus(page.frontmatter);
  if (fromYaml !== undefined) return { status: fromYaml, line: 1 };
  const lines = page.text.split('\n', 30);
  for (const [at, line] of lines.entries()) {
    const match =
      /^\s*(?:[-*>|]\s*)?(?:\*\*|__)?(?:status|état|estado|stand)(?:\*\*|__)?\s*[:|]\s*(?:\*\*|__)?[:\s]*(?:[^\w\s]+\s*)?([\p{L}][\p{L} -]*)/iu.exec(
        line,
      );
    if (match?.[1] !== undefined) return { status: match[1].trim(), line: at + 1 };
    const banner = /^\s*>\s*(?:[^\w\s]+\s*)?\*\*(\p{Lu}[\p{L} ]+)\b/u.exec(line)?.[1];
    if (banner !== undefined && inactive.test(banner)) return { status: banner, line: at + 1 };
  }
  return undefined;
}

const generated =
  /\b(?:auto-?generated|automatically generated|generated (?:automatically|by|from))\b/i;
const untouched = /\b(?:do not|don['’]t|never) (?:change|edit|modify|touch)\b/i;

/** The line near the top that forbids to edit the page, because a program writes it. */
function lineOfNotice(text: string): number | undefined {
  const lines = text.split('\n', 12);
  const at = lines.findIndex((line, here) => {
    const around = `${line} ${lines[here + 1] ?? ''}`;
    return generated.test(around) && untouched.test(around);
  });
  return at < 0 ? undefined : at + 1;
}

function yamlStatus(frontmatter: string): string | undefined {
  if (frontmatter === '') return undefined;
  const document = parseDocument(frontmatter, { logLevel: 'silent' });
  if (document.errors.length > 0) return undefined;
  if (document.get('draft') === true) return 'draft';
  if (document.get('archived') === true) return 'archived';
  const status = document.get('status');
  return typeof status === 'string' ? status : undefined;
}
