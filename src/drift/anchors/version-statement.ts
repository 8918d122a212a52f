import type { Mention } from '#drift/claims/mention.ts';
import { isMigrationGuide, isSkill } from '#drift/repository/project-page.ts';
import type { Target } from './anchor.ts';
import { isAboutReadersProject } from './reader.ts';

/** A version of a program that a page tells its readers to have. */
export type VersionTarget = Target & {
  readonly product: string;
  /** As a range: `20.x`, `22.12.x`. */
  readonly version: string;
  readonly isMinimum: boolean;
  /** A library that the project is made of; its product is the name of a package. */
  readonly isLibrary?: boolean;
};

const products: Readonly<Record<string, string>> = {
  'node.js': 'node',
  nodejs: 'node',
  node: 'node',
  npm: 'npm',
  pnpm: 'pnpm',
  yarn: 'yarn',
  bun: 'bun',
  python: 'python',
  ruby: 'ruby',
  go: 'go',
  golang: 'go',
};

const named = /node|npm|yarn|bun|python|ruby|\bgo/i;

const stated =
  /(?<![\w@/.-])(?:(>=?|≥|\^|at least)\s*`?)?(Node\.?js|Node|npm|pnpm|Yarn|Bun|Python|Ruby|Golang|Go)(?:\]\S*)?`?\s*(?:[(,]|:(?=\s))?\s*(?:version\s*|runtime\s*)?`?((?:>=?|≥|\^|~|at least)\s*)?`?v?(\d+(?:\.(?:\d+|x))*)(?![\w-])(\.x)?`?\s*(\+|\(?(?:or|and)\s+(?:an?\s+)?(?:later|above|higher|newer|greater|more recent|up|upwards)|oder (?:neuer|höher)|eller (?:senare|nyare)|ou (?:plus|supérieure?|superior)|o (?:superior|posterior))?/gi;

const demand =
  /\b(?:requires?|required|requirements?|needs?|needed|prerequisites?|pre-requisites?|using|install(?:ed|ing)?|minimum|at least|must|ensure|recommended?|supports?|supported|or (?:later|above|higher|newer|greater)|set ?up|getting started|quick ?start|development|environment|dependencies|tech stack|stack|installation|krav|voraussetzung\w*|abhängigkeiten|pré-?requis|dépendances|requisitos|dependencias|dependências)\b|^\s*(?:(?:at the moment|currently|at present),? )?we run\b[^.\d]*\d[\d.]*[^.\d]*\bin production\b|要求|需要|必要|安装|安裝|필요|설치|[+≥]|>=/im;

/** What is not needed, no longer, or only in some case, in languages without gaps between words. */
const refusal =
  /不(?!低于|小于|少于)|无需|無需|不再|旧版|舊版|如果|修[复復]|弃用|棄用|以前|以下|以降では|ません|ない|않|없/;

const pinFile =
  /^[\s`]*\(see [^)]{0,40}\.(?:nvmrc|node-version|python-version|ruby-version|tool-versions)\b/;

/** Beside the version itself; in a heading above it, it says nothing. */
const namedVersion = /\bversions?\b/i;

/** "Better traces in Node 12": where something is to be found, not what to have. */
const within = /\b(?:in (?:both )?|(?:supported|available|provided) (?:by|from|since) )$/i;

const otherTime =
  /\b(?:since|introduced|before|blocked|prior to|until|older|earlier|as of|starting (?:with|from)|added in|bugs?|fails?|broken|not supported|unsupported|drop(?:ped|s)?|end[- ]of[- ]life|eol|polyfill|bundled|V8|syntax|unflagged|experimental|(?:do|does) ?n[o'’]t|do not|if you(?: are|['’]re) using|if you (?:need|want|wish|would like)|can be (?:done|used)|deprecat\w*|last version|cannot|lambda|browsers?|below|less than|under|<|up to|backport\w*|e\.g\.|for example|such as|tested (?:on|with)|by default|issues? with|problems? with|difference|used to|unclear|unstable|vulnerabilit\w*|affects?|impacts?|only since|notes? (?:about|for|on) (?:node|npm|pnpm|yarn|bun|python|ruby|go)|depuis|desde|seit|incompatib\w*|instabilit\w*|probl[eè]mes?|funktioniert nicht|nicht unterstützt)\b/i;

/** "[e.g. Node 8/npm 5]": what somebody may have. */
const forExample =
  /(?:\be\.g\.|\bfor example|\bpar exemple|\bpor exemplo|\bpor ejemplo|\bzum beispiel|\bz\. ?b\.),?[^.\]]{0,60}$/i;

/** "Acme Server 3 supports Node 12", which another version of it no longer does. */
const ofVersion = /\b[A-Z]\w+ v?\d+(?:\.\w+)* (?:needs?|requires?|supports?|supported) $/;

/** "All sites using Node 18": which of them to look for. */
const ofOthers =
  /\b(?:apps?|applications|builds|clients|containers|customers|deployments|functions|images|lambdas|machines|projects|servers|services|sites|users)\s+(?:are |that are |which are )?(?:on|running|that (?:run|use)|using)\s+$/i;

/** "Node 18 and up prefer IPv6": what a version does, not that it is needed. */
const does =
  /^[`*_\s]*(?:(?:adds|allows|brings|changed|changes|comes|dropped|drops|enables|has|have|introduced|introduces|made|makes|prefers?|removed|removes|ships|starts|treats|uses)\b)/i;

/** The versions that a mention tells readers to have; none where it is a lesson, or of another time. */
export function statedVersions(mention: Mention): readonly VersionTarget[] {
  const { text, page } = mention;
  // No version has ten digits.
  if (!/\d/.test(text) || /\d{10}/.test(text) || !named.test(text) || isLesson(page)) return [];
  // A footnote speaks of one feature.
  if (/^\s*[¹²³⁴⁵†‡]/.test(text)) return [];
  const targets = versionsIn(text);
  return targets.length > 0 && isRequirement(mention) ? targets : [];
}

/** A section on one version of the product, and what that needed: "Version 3.x.x". */
const ofOneVersion = /^(?:\w+ )?v(?:ersion)?\s*\d+(?:\.(?:\d+|x))*$/i;

function isRequirement(mention: Mention): boolean {
  const { context, text } = mention;
  if (context.headings.some((heading) => ofOneVersion.test(heading.text.trim()))) return false;
  if (refusal.test(text)) return false;
  const own = `${text} ${context.cell?.headers.join(' ') ?? ''}`;
  const around = `${own} ${context.intro} ${context.headings.map((heading) => heading.text).join(' ')}`;
  return (demand.test(around) || namedVersion.test(own)) && !isAboutReadersProject(mention);
}

function versionsIn(text: string): readonly VersionTarget[] {
  return [...text.matchAll(stated)].flatMap((match): readonly VersionTarget[] => {
    const [whole, before, name = '', operator, version = '', , after] = match;
    const product = products[name.toLowerCase()];
    // "Node v4.2.3+ (see `.nvmrc`)" is what that file pins.
    const isMinimum =
      !pinFile.test(text.slice(match.index + whole.length)) &&
      [before, operator, after].some((part) => part !== undefined && !/^[~^]/.test(part));
    if (product === undefined || otherTime.test(sentenceAt(text, match.index))) return [];
    const lead = text.slice(0, match.index + whole.indexOf(name));
    if ([ofOthers, forExample, ofVersion, within].some((words) => words.test(lead))) return [];
    if (!isMinimum && isPlainWord(name, text) && !whole.includes(`v${version}`)) return [];
    if (does.test(text.slice(match.index + whole.length))) return [];
    if (isNextEntry(whole, lead, text.slice(match.index + whole.length))) return [];
    if (isModuleSetting(whole, sentenceAt(text, match.index))) return [];
    // `fetch` (Node 18+): since when a feature is there, not what this project needs.
    if (text[match.index - 1] === '(') return [];
    // `Node 18+/22+`, `v18.x` or `v22.x`: which of them, the page leaves open.
    if (
      /^[\s`]*(?:\/|\|\||or\b)[\s`]*(?:[<>=^~]+\s*)?v?\d/.test(
        text.slice(match.index + whole.length),
      )
    )
      return [];
    const start = match.index + whole.indexOf(name);
    const end =
      match.index + whole.indexOf(version, whole.indexOf(name) + name.length) + version.length;
    return [
      {
        text: text.slice(start, end),
        start,
        product,
        version: rangeOf(version),
        isMinimum,
      },
    ];
  });
}

// A lesson for users of the product says what their own project needs, a skill what a technology does.
function isLesson(page: string): boolean {
  return (
    isSkill(page) ||
    /(?:^|\/)\.\w+\/agents\//.test(page) ||
    isMigrationGuide(page) ||
    /(?:^|\/)(?:guides?|tutorials?|quick-?starts?|get(?:ting)?-started|cookbooks?|recipes|learn|lessons?)\/.*\.mdx?$/.test(
      page,
    )
  );
}

// The number of the next entry of a list: "5.11 … out of Node", then "5.12. Use …".
function isNextEntry(whole: string, before: string, after: string): boolean {
  const [, chapter, entry] = /\n\s*(\d+)\.(\d+)$/.exec(whole) ?? [];
  if (entry === undefined || !/^\.\s/.test(after)) return false;
  return new RegExp(`(?<![\\d.])${chapter}\\.${Number(entry) - 1}(?!\\d)`).test(before);
}

// `"module": "Node16"`: a way to resolve modules, which TypeScript calls so.
function isModuleSetting(whole: string, sentence: string): boolean {
  return /^Node\d+$/.test(whole.trim()) && /\b(?:NodeNext|module(?:Resolution)?)\b/i.test(sentence);
}

// "node 3 of the cluster", "go 2 steps back": words, unless a `v` says otherwise, or nothing else is
// said: "- go 1.26".
function isPlainWord(name: string, text: string): boolean {
  return /^(?:node|go|yarn|bun)$/.test(name) && !/^\s*[a-z]+\s+\d+\.[\d.]+\s*$/.test(text);
}

/** The sentence of a text around an offset. */
export function sentenceAt(text: string, at: number): string {
  const head = text.slice(0, at);
  const start = Math.max(...['. ', '.\n', '\n\n'].map((gap) => head.lastIndexOf(gap))) + 1;
  const rest = text.slice(at).search(/\.\s/);
  const end = rest < 0 ? -1 : at + rest;
  // The tag of an image, such as `node:22-browsers`, is no word of the sentence.
  return text.slice(start, end < 0 ? text.length : end).replace(/\w:\d[\w.-]*/g, ' ');
}

/** A version as a range: `22` and `22.12` leave the rest open. */
export function rangeOf(version: string): string {
  const parts = version
    .replace(/\.x$/, '')
    .split('.')
    .map((part) => part.replace(/^0+(?=\d)/, ''));
  return parts.length >= 3 ? parts.slice(0, 3).join('.') : `${parts.join('.')}.x`;
}
