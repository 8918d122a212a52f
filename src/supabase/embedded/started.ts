import { z } from 'zod';

/** What the backend process tells its parent once it answers. */
export const Started = z.object({
  url: z.string(),
  publishableKey: z.string(),
  secretKey: z.string(),
  demoPassword: z.string(),
});
export type Started = z.infer<typeof Started>;
