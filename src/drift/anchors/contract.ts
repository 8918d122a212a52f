import type { Evidence } from '#drift/evidence.ts';
import type { CodePiece, Reach } from '#drift/repository/reach.ts';
import { reachFrom } from '#drift/repository/reach.ts';
import type { Repository } from '#drift/repository/repository.ts';
import type { RouteDeclaration } from '#drift/repository/route-declaration.ts';
import { segmentsOf } from '#drift/repository/route-pattern.ts';
import { routesPart } from '#drift/repository/routes.ts';
import { schemaPart } from '#drift/repository/schema.ts';
import { sqlFunctionsPart } from '#drift/repository/sql-functions.ts';
import { evidenceAt } from '#drift/repository/words.ts';
import { defineAnchor, type Resolution } from './anchor.ts';
import { type ContractTarget, contractsIn, type Endpoint } from './contract-mentions.ts';
import { isLeftToFramework, statusesIn } from './contract-status.ts';

/** What an endpoint does: the statuses it answers, the fields, what it checks and needs. */
export const contractAnchor = defineAnchor<ContractTarget>({
  kind: 'contract',
  recognise: (mention, repository) => {
    if (mention.form !== 'prose') return [];
    const targets = contractsIn(mention);
    return targets.filter(
      ({ endpoint, says, value }) =>
        handlersOf(endpoint, repository).length > 0 &&
        (says !== 'table' || repository.part(schemaPart).tables.has(value)),
    );
  },
  resolve: (target, repository) => {
    const handlers = handlersOf(target.endpoint, repository);
    const reaches = handlers.map((handler) => reachOf(handler, repository));
    return decide(target, { handlers, reaches, repository });
  },
});

type Known = {
  readonly handlers: readonly RouteDeclaration[];
  readonly reaches: readonly Reach[];
  readonly repository: Repository;
};

/** Handlers of one file that answer the endpoint. */
function handlersOf(
  { method, path }: Endpoint,
  repository: Repository,
): readonly RouteDeclaration[] {
  const { answering, handlers } = repository.part(routesPart);
  const all = path.startsWith('/')
    ? answering(segmentsOf(path))
    : handlers.filter(({ file }) => file === path || file.endsWith(`/${path}`));
  const [first] = all;
  return all.filter(
    (handler) =>
      handler.file === first?.file &&
      handler.application !== undefined &&
      /\.[cm]?[jt]s$/.test(handler.file) &&
      (method === undefined || handler.method === undefined || handler.method === method),
  );
}

function reachOf({ file, method }: RouteDeclaration, repository: Repository): Reach {
  return reachFrom({ file, names: method === undefined ? ['*'] : [method, 'ALL'] }, repository);
}

function decide(target: ContractTarget, known: Known): Resolution {
  const reached = known.reaches.flatMap((reach) => reach.pieces);
  // A type names what may be; only code proves what is done.
  const code = reached.filter(
    ({ text }) => !/^(?:export )?(?:declare )?(?:type|interface)\b/.test(text),
  );
  const pieces = [...code, ...calledSql(code, known.repository)];
  const evidence = evidenceFor(target, { pieces, repository: known.repository });
  if (evidence) return { status: 'found', evidence };
  const isComplete = known.reaches.every((reach) => reach.isComplete) && pieces.length > 0;
  if (!isComplete) return unknown(target, 'not all that it calls can be followed');
  if (target.says === 'field')
    return unknown(target, 'the fields of the answer are not written out');
  if (target.says === 'status' && isLeftToFramework(target.value, pieces)) {
    return unknown(target, 'the framework or a middleware may answer it');
  }
  return contradiction(target, { ...known, pieces });
}

/** The SQL functions that the code calls by `rpc('name')`. */
function calledSql(code: readonly CodePiece[], repository: Repository): readonly CodePiece[] {
  const names = code.flatMap(({ text }) => [...text.matchAll(/\brpc\(\s*['"`](\w+)['"`]/g)]);
  if (names.length === 0) return [];
  const functions = repository.part(sqlFunctionsPart);
  return names.flatMap(([, name = '']) => functions.get(name.toLowerCase()) ?? []);
}

function unknown({ endpoint, value }: ContractTarget, why: string): Resolution {
  return {
    status: 'unknown',
    reason: `Whether ${endpoint.path} has "${value}" cannot be told: ${why}`,
  };
}

type Search = { readonly pieces: readonly CodePiece[]; readonly repository: Repository };

function evidenceFor(
  { says, value }: ContractTarget,
  { pieces, repository }: Search,
): Evidence | undefined {
  const at = ({ file, offset }: CodePiece, inside: number) =>
    evidenceAt(file, repository.read(file) ?? '', offset + inside);
  if (says === 'status') {
    for (const piece of pieces) {
      const status = statusesIn(piece.text).find(({ code }) => code === value);
      if (status) return at(piece, status.offset);
    }
    return undefined;
  }
  const pattern = says === 'component' ? componentPattern(value) : new RegExp(`\\b${value}\\b`);
  for (const piece of pieces) {
    const match = pattern.exec(piece.text);
    if (match) return at(piece, match.index);
  }
  return undefined;
}

function componentPattern(name: string): RegExp {
  const word = name.toLowerCase().replace('-', '');
  return /^(?:database|db|postgres)$/.test(word)
    ? /database|\bdb\b|postgres|prisma|supabase|\bsql\b|\.from\(|\.query\(|knex|mongo/i
    : new RegExp(word, 'i');
}

function contradiction(
  { endpoint, says, text }: ContractTarget,
  { pieces, handlers, repository }: Known & { readonly pieces: readonly CodePiece[] },
): Resolution {
  const [handler] = handlers;
  const { evidenceOf } = repository.part(routesPart);
  const codes = [
    ...new Set(pieces.flatMap((piece) => statusesIn(piece.text).map(({ code }) => code))),
  ];
  const actual =
    says === 'status'
      ? `it answers ${codes.sort().join(', ') || 'no such status'}`
      : `nothing that it calls names "${text}"`;
  return {
    status: 'contradicted',
    code: 'contract-differs',
    target: `${endpoint.path}: ${text}`,
    actual,
    evidence: handler ? evidenceOf(handler) : { file: endpoint.path },
  };
}
