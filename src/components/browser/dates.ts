import { ATTESTATION_WORDS, statusOn } from '#site/attestation.ts';
import { dayOf } from '#site/days.ts';

/** A page stays published while its dates run out: what they say follows the reader's calendar. */
export function judgeDates(now: Date): void {
  const today = dayOf(now);
  for (const banner of document.querySelectorAll<HTMLElement>('[data-review-by]')) {
    banner.hidden = today <= (banner.dataset.reviewBy ?? '');
  }
  for (const fact of document.querySelectorAll<HTMLElement>('[data-expires]')) {
    const status = statusOn(today, fact.dataset.expires ?? '');
    fact.dataset.attestation = status;
    fact.querySelector('.note b')?.replaceChildren(ATTESTATION_WORDS[status]);
  }
}
