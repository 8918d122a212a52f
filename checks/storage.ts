import { z } from 'zod';
import { defineCheck, type Outcome, type Sources } from '#live/check.ts';

const Buckets = z.array(z.object({ id: z.string() }));
const Health = z.object({ healthy: z.boolean() });

/**
 * Media can be neither shown nor uploaded without storage. The bodies decide: a storage server
 * in trouble answers 200 with `{"healthy": false}`.
 */
export default defineCheck({
  title: 'Storage',
  timeoutMs: 1_500,
  freshForMs: 1_000,
  scope: 'replica',
  read: async (sources) => {
    const [health, buckets] = await Promise.all([
      readBody(sources, 'storage/v1/health'),
      readBody(sources, 'storage/v1/bucket'),
    ]);
    if ([health, buckets].some(isUnhealthy)) return failed('It says that it is not healthy.');
    const list = Buckets.safeParse(buckets);
    if (!list.success) return failed('It did not answer with its buckets.');
    if (!list.data.some(({ id }) => id === 'media'))
      return failed('The bucket "media" is missing.');
    const value = list.data.length;
    return { status: 'pass', value, unit: 'buckets', summary: 'Answers with its buckets' };
  },
});

/** The JSON that storage sent with whatever status, or `null`. */
async function readBody({ get }: Sources, path: string): Promise<unknown> {
  try {
    const response = await get(path);
    return await response.json();
  } catch {
    return null;
  }
}

function isUnhealthy(body: unknown): boolean {
  const health = Health.safeParse(body);
  return health.success && !health.data.healthy;
}

function failed(reason: string): Outcome {
  return { status: 'fail', value: null, unit: null, summary: 'Does not work', reason };
}
