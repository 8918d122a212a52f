import { type CodePiece, isTypeOnly } from '#drift/repository/reach.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { routesPart } from '#drift/repository/routes.ts';
import { schemaPart } from '#drift/repository/schema.ts';
import { sqlFunctionsPart } from '#drift/repository/sql-functions.ts';
import { defineAnchor, type Resolution } from './anchor.ts';
import { fieldsAnswered } from './contract-fields.ts';
import { type ContractTarget, contractsIn } from './contract-mentions.ts';
import { evidenceFor } from './contract-proof.ts';
import { statusesIn } from './contract-status.ts';
import { doubtOfStatus } from './contract-status-doubt.ts';
import { type Answering, handlersOf, reachOf } from './endpoint-handlers.ts';

/** What an endpoint does: the statuses it answers, the fields, what it checks and needs. */
export const contractAnchor = defineAnchor<ContractTarget>({
  kind: 'contract',
  forms: ['prose'],
  recognise: (mention, repository) =>
    contractsIn(mention).filter(
      ({ endpoint, says, value }) =>
        handlersOf(endpoint, repository).length > 0 &&
        (says !== 'table' || repository.part(schemaPart).tables.has(value)),
    ),
  resolve: resolveContract,
});

function resolveContract(target: ContractTarget, repository: Repository): Resolution {
  const handlers = handlersOf(target.endpoint, repository);
  const reaches = handlers.map((handler) => reachOf(handler, repository));
  // A type names what may be; only code proves what is done.
  const code = reaches.flatMap(({ pieces }) => pieces).filter(({ text }) => !isTypeOnly(text));
  const pieces = [...code, ...calledSql(code, repository)];
  const evidence = evidenceFor(target, { pieces, repository });
  if (evidence) return { status: 'found', evidence };
  const isComplete = reaches.every((reach) => reach.isComplete);
  const doubt = doubtOf(target, { pieces, handlers, repository, isComplete });
  if (doubt !== undefined) {
    const { endpoint, value } = target;
    return {
      status: 'unknown',
      reason: `Whether ${endpoint.path} has "${value}" cannot be told: ${doubt}`,
    };
  }
  return contradiction(target, { pieces, handlers, repository });
}

/** The SQL functions that the code calls by `rpc('name')`. */
function calledSql(code: readonly CodePiece[], repository: Repository): readonly CodePiece[] {
  const names = code.flatMap(({ text }) => [...text.matchAll(/\brpc\(\s*['"`](\w+)['"`]/g)]);
  if (names.length === 0) return [];
  const functions = repository.part(sqlFunctionsPart);
  return names.flatMap(([, name = '']) => functions.get(name.toLowerCase()) ?? []);
}

type Known = {
  readonly pieces: readonly CodePiece[];
  readonly handlers: readonly Answering[];
  readonly repository: Repository;
};

/** Why a thing that the code does not name may be true all the same. */
function doubtOf(
  { says, value, isLoose, isShape }: ContractTarget,
  { pieces, handlers, repository, isComplete }: Known & { readonly isComplete: boolean },
): string | undefined {
  if (isLoose) return 'the sentence may speak of something else';
  if (!isComplete) return 'not all that it calls can be followed';
  if (statusesIn(pieces).length === 0) return 'its answer is made elsewhere';
  const isCall = handlers.some(({ handler }) => handler !== undefined);
  if (says === 'field') return doubtOfFields(pieces, isShape);
  if (says === 'env') return isCall ? 'a middleware may use it' : undefined;
  return says === 'status'
    ? doubtOfStatus(value, { pieces, by: isCall ? 'call' : 'file', repository })
    : undefined;
}

// The field that a sentence names may lie deeper in the answer; `{ a, b }` is the answer itself.
function doubtOfFields(pieces: readonly CodePiece[], isShape: boolean): string | undefined {
  const { known } = fieldsAnswered(pieces);
  return known === 'all' || (isShape && known === 'fields')
    ? undefined
    : 'the fields of the answer are not written out';
}

function contradiction(
  { endpoint, says, text }: ContractTarget,
  { pieces, handlers, repository }: Known,
): Resolution {
  const [first] = handlers;
  return {
    status: 'contradicted',
    code: 'contract-differs',
    target: `${endpoint.path}: ${text}`,
    actual: actualOf(says, { text, pieces }),
    evidence: first ? repository.part(routesPart).evidenceOf(first.route) : { file: endpoint.path },
  };
}

function actualOf(
  says: ContractTarget['says'],
  { text, pieces }: { readonly text: string; readonly pieces: readonly CodePiece[] },
): string {
  if (says === 'status') {
    const codes = new Set(statusesIn(pieces).map(({ code }) => code));
    return `it answers ${[...codes].sort().join(', ')}`;
  }
  if (says === 'field') return `it answers ${fieldsAnswered(pieces).names.join(', ')}`;
  return `nothing that it calls names "${text}"`;
}
