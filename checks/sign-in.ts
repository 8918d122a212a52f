import { z } from 'zod';
import { defineCheck } from '#live/check.ts';

const Health = z.object({ name: z.string() });

/** Nobody can sign in, and no private page opens, without the auth server. */
export default defineCheck({
  title: 'Sign-in',
  timeoutMs: 1_500,
  freshForMs: 5_000,
  scope: 'replica',
  read: async ({ get }) => {
    const response = await get('auth/v1/health');
    const measured = { value: null, unit: null };
    if (response.ok && Health.safeParse(await response.json()).success) {
      return { status: 'pass', ...measured, summary: 'Auth server answers' };
    }
    const reason = 'The auth server did not say that it is well.';
    return { status: 'fail', ...measured, summary: 'Auth server in trouble', reason };
  },
});
