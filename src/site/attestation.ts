import { addDays } from './days.ts';

/** An external fact is asked about again in the last two weeks before it expires. */
const NOTICE_DAYS = 14;

export type Attestation =
  | { status: 'tbd' }
  | { status: 'attested' | 'due' | 'expired'; validated: string; expires: string };

export const ATTESTATION_WORDS = {
  tbd: 'TBD',
  attested: 'Attested',
  due: 'Due',
  expired: 'Expired',
} as const;

type Terms = { validated: string | undefined; everyDays: number; today: string };

/** What an external fact is worth on a day: nobody attested it, attested, due, or expired. */
export function readAttestation({ validated, everyDays, today }: Terms): Attestation {
  if (!validated) return { status: 'tbd' };
  const expires = addDays(validated, everyDays);
  return { status: statusOn(today, expires), validated, expires };
}

/** ISO days compare as text. */
export function statusOn(today: string, expires: string): 'attested' | 'due' | 'expired' {
  if (today > expires) return 'expired';
  return addDays(today, NOTICE_DAYS) > expires ? 'due' : 'attested';
}
