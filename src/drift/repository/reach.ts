import { resolveImport } from './imports.ts';
import type { Repository } from './repository.ts';

/** A top-level declaration that the code at an entry may run. */
export type CodePiece = { readonly file: string; readonly offset: number; readonly text: string };

/** What an entry may run, within the repository. */
export type Reach = {
  readonly pieces: readonly CodePiece[];
  /** False when an import could not be followed, or there was too much: absence proves nothing. */
  readonly isComplete: boolean;
};

type Chunk = CodePiece & { readonly names: readonly string[] };
type Import = { readonly specifier: string; readonly names: ReadonlyMap<string, string> };
type Step = { readonly file: string; readonly name: string };

const MAX_PIECES = 400;
const MAX_LENGTH = 300_000;
const TOP_LEVEL = /^(?=[A-Za-z_$@[('"`])/gm;
const DECLARATION =
  /^(?:export\s+)?(?:default\s+)?(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(?:function\*?|class|const|let|var|enum|type|interface)\s+(?:(\w+)|\{([^}]*)\}|\[([^\]]*)\])/;
const IMPORT =
  /^(?:import|export)\s+(?:type\s+)?([^'"`;]{0,2000}?)\s*from\s*['"]([^'"\n]+)['"]|^import\s*['"]([^'"\n]+)['"]|^(?:const|let|var)\s+(\{[^}]*\}|\w+)\s*=\s*(?:await\s+import|require)\(\s*['"]([^'"\n]+)['"]\s*\)/gm;

/** Where to begin: exported names of a module, or pieces of its code. */
export type Entry = {
  readonly file: string;
  readonly names: readonly string[];
  readonly pieces?: readonly CodePiece[];
};

/** Follows the names that an entry uses through declarations and imports, bounded. */
export function reachFrom(entry: Entry, repository: Repository): Reach {
  const modules = new Map<string, Module>();
  const seen = new Set<string>();
  const queue: Step[] = entry.names.map((name) => ({ file: entry.file, name }));
  const pieces: CodePiece[] = [];
  let isComplete = true;
  for (const piece of entry.pieces ?? []) {
    const module = modules.get(piece.file) ?? readModule(piece.file, repository);
    modules.set(piece.file, module);
    pieces.push(piece);
    const followed = importSteps(piece, { module, repository });
    queue.push(...localSteps(piece, module), ...followed.steps);
    isComplete &&= followed.isComplete;
  }
  for (let step = queue.shift(); step; step = queue.shift()) {
    const module = modules.get(step.file) ?? readModule(step.file, repository);
    modules.set(step.file, module);
    for (const chunk of chunksOf(module, step.name)) {
      const key = `${chunk.file}:${chunk.offset}`;
      if (seen.has(key)) continue;
      seen.add(key);
      pieces.push(chunk);
      if (pieces.length > MAX_PIECES) return { pieces, isComplete: false };
      queue.push(...localSteps(chunk, module));
      const followed = importSteps(chunk, { module, repository });
      queue.push(...followed.steps);
      isComplete &&= followed.isComplete;
    }
    // The name may be passed on from another module: `export { name } from './other.ts'`.
    if (seen.has(`${step.file}#${step.name}`)) continue;
    seen.add(`${step.file}#${step.name}`);
    queue.push(...importSteps({ text: step.name }, { module, repository }).steps);
  }
  return { pieces, isComplete };
}

type Module = {
  readonly file: string;
  readonly chunks: readonly Chunk[];
  readonly imports: readonly Import[];
};

function readModule(file: string, repository: Repository): Module {
  const text = (repository.read(file) ?? '').slice(0, MAX_LENGTH);
  const starts = topLevelStarts(text);
  const chunks = starts.flatMap((offset, at): Chunk[] => {
    const body = text.slice(offset, starts[at + 1] ?? text.length);
    if (/^import\b/.test(body)) return [];
    return [{ file, offset, text: body, names: namesOf(body) }];
  });
  return { file, chunks, imports: importsOf(text) };
}

/** Whether a declaration only names what may be, and does nothing. */
export function isTypeOnly(text: string): boolean {
  return /^(?:export )?(?:declare )?(?:type|interface)\b/.test(text);
}

/** Offsets at which the declarations and statements of a module begin. */
export function topLevelStarts(text: string): readonly number[] {
  return [...text.matchAll(TOP_LEVEL)].map(({ index }) => index);
}

function namesOf(body: string): readonly string[] {
  const [whole = '', name, object, list] = DECLARATION.exec(body) ?? [];
  const own = name === undefined ? ((object ?? list ?? '').match(/\w+/g) ?? []) : [name];
  return /\bdefault\b/.test(whole) || /^export\s+default\b/.test(body) ? [...own, 'default'] : own;
}

function importsOf(text: string): readonly Import[] {
  return [...text.matchAll(IMPORT)].map((match) => ({
    specifier: match[2] ?? match[3] ?? match[5] ?? '',
    names: bindingsOf(match[1] ?? match[4] ?? ''),
  }));
}

/** Local name → name in the module; `*` for everything. */
function bindingsOf(clause: string): ReadonlyMap<string, string> {
  const bindings = new Map<string, string>();
  const inner = /\{([^}]*)\}/.exec(clause)?.[1] ?? '';
  for (const part of inner.split(',')) {
    const [name = '', local = name] = part
      .replace(/^\s*type\s+/, '')
      .trim()
      .split(/\s+as\s+|\s*:\s*/);
    if (name !== '') bindings.set(local, name);
  }
  const outer = clause.replace(/\{[^}]*\}/, '').trim();
  const namespace = /\*\s+as\s+(\w+)/.exec(outer)?.[1];
  if (namespace !== undefined) bindings.set(namespace, '*');
  else if (outer.startsWith('*')) bindings.set('*', '*');
  else if (/^\w+/.test(outer)) bindings.set(/^\w+/.exec(outer)?.[0] ?? '', 'default');
  return bindings;
}

/** The declarations of a name; all of a module for `*`; loose statements always run. */
function chunksOf({ chunks }: Module, name: string): readonly Chunk[] {
  return name === '*' ? chunks : chunks.filter(({ names }) => names.includes(name));
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/[A-Za-z_$][\w$]*/g) ?? []);
}

function localSteps({ text, file }: CodePiece, { chunks }: Module): readonly Step[] {
  const words = wordsOf(text);
  return chunks.flatMap(({ names }) =>
    names.filter((name) => words.has(name)).map((name) => ({ file, name })),
  );
}

function importSteps(
  { text }: { readonly text: string },
  { module, repository }: { readonly module: Module; readonly repository: Repository },
): { readonly steps: readonly Step[]; readonly isComplete: boolean } {
  const words = wordsOf(text);
  const steps: Step[] = [];
  let isComplete = true;
  for (const { specifier, names } of module.imports) {
    const used = [...names].filter(([local]) => words.has(local) || local === '*');
    if (used.length === 0) continue;
    const target = resolveImport(specifier, { from: module.file, repository });
    if (target.status === 'unknown') isComplete = false;
    if (target.status !== 'file') continue;
    // `export * from` passes on whatever name was asked for.
    for (const [local, name] of used) {
      if (local !== '*') steps.push({ file: target.file, name });
      else if (/^\w+$/.test(text)) steps.push({ file: target.file, name: text });
    }
  }
  return { steps, isComplete };
}
