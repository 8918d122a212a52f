import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openChromium } from './chromium.ts';
import { startBackend, type TestBackend } from './database.ts';
import { startSite, type TestSite } from './site.ts';

/** What the browser tests of one file share: the built site, and a Chromium. */
export type Stage = { readonly site: TestSite; readonly browser: Browser };

/** Starts the site and a browser before the tests of a file, and stops them after. */
export function setStage(backend?: () => TestBackend): Stage {
  const site = setSite(backend);
  const browser = shared(openChromium, (each) => each.close());
  return {
    get site() {
      return site();
    },
    get browser() {
      return browser();
    },
  };
}

/** The built site for the tests of a file. Without a backend it has no Supabase. */
export function setSite(backend?: () => TestBackend): () => TestSite {
  return shared(
    () => startSite(backend?.().access),
    (each) => each.stop(),
  );
}

/** A backend for the tests of a file; to be called before the site that stands on it. */
export function setBackend(): () => TestBackend {
  return shared(startBackend, (each) => each.stop());
}

/** Vitest stops in the opposite order of the starts. */
function shared<T>(start: () => Promise<T>, stop: (started: T) => Promise<unknown>): () => T {
  let started: { readonly value: T } | undefined;
  beforeAll(async () => {
    started = { value: await start() };
  });
  afterAll(async () => {
    if (started) await stop(started.value);
  });
  return () => {
    if (!started) throw new Error('The stage is set before the first test, not earlier.');
    return started.value;
  };
}
