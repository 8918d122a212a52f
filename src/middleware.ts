import { defineMiddleware } from 'astro:middleware';

/** What a route renders on demand belongs to one reader and one moment: no cache may keep it. */
export const onRequest = defineMiddleware(async ({ isPrerendered }, next) => {
  const response = await next();
  if (!isPrerendered) response.headers.set('cache-control', 'private, no-store');
  return response;
});
