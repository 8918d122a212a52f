import { refuseMethod, text } from './_http/respond.ts';

export const prerender = false;

/** 200 while the process runs. Asks nothing else: a restart does not heal a database. */
export const GET = () => text(200, 'alive');
export const HEAD = GET;
export const ALL = refuseMethod;
