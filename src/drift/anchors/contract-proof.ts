import type { Evidence } from '#drift/evidence.ts';
import type { CodePiece } from '#drift/repository/reach.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { evidenceAt } from '#drift/repository/words.ts';
import { fieldsAnswered } from './contract-fields.ts';
import type { ContractTarget } from './contract-mentions.ts';
import { statusesIn } from './contract-status.ts';

/** How code calls the parts that pages speak of. */
const COMPONENTS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^(?:database|db|postgres)$/,
    /database|\bdb\b|postgres|prisma|supabase|\bsql\b|\.from\(|\.query\(|knex|drizzle|sequelize|mongo/i,
  ],
  [/^(?:storage|s3)$/, /storage|bucket|\bs3|blob|minio/i],
  [/^(?:redis|cache)$/, /redis|cache|\bkv\b|valkey|memcached/i],
  [/^(?:queue|kafka)$/, /queue|bull|boss\b|kafka|amqp|rabbit|sqs|worker|\bjobs?\b/i],
  [/^(?:email|smtp)$/, /mail|smtp|resend|postmark|\bses\b/i],
  [/^auth$/, /auth|session|token|jwt/i],
  [/^disk$/, /disk|statfs|\bdf\b/i],
  [/^memory$/, /memory|\brss\b|heap/i],
];

type Search = { readonly pieces: readonly CodePiece[]; readonly repository: Repository };

/** The place in the reached code that proves what a page says of an endpoint. */
export function evidenceFor(
  target: ContractTarget,
  { pieces, repository }: Search,
): Evidence | undefined {
  const place = placeFor(target, pieces);
  return place && evidenceAt(place.file, repository.read(place.file) ?? '', place.offset);
}

type Place = { readonly file: string; readonly offset: number };

function placeFor(
  { says, value }: ContractTarget,
  pieces: readonly CodePiece[],
): Place | undefined {
  if (says === 'status') return statusesIn(pieces).find(({ code }) => code === value);
  if (says === 'component') return placeOfComponent(value, pieces);
  const word = new RegExp(`\\b${value}\\b`);
  const field = says === 'field' ? fieldsAnswered(pieces).places.get(value) : undefined;
  return field ?? firstMatch(word, pieces);
}

function placeOfComponent(value: string, pieces: readonly CodePiece[]): Place | undefined {
  const name = value.toLowerCase().replace('-', '');
  const pattern = COMPONENTS.find(([names]) => names.test(name))?.[1];
  return firstMatch(new RegExp(name, 'i'), pieces) ?? (pattern && firstMatch(pattern, pieces));
}

function firstMatch(pattern: RegExp, pieces: readonly CodePiece[]): Place | undefined {
  for (const { file, offset, text } of pieces) {
    const match = pattern.exec(text);
    if (match) return { file, offset: offset + match.index };
  }
  return undefined;
}
