import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openChromium } from './chromium.ts';
import { startBackend, type TestBackend } from './database.ts';
import { startSite, type TestSite } from './site.ts';

/** What the browser tests of one file share: the built site, and a Chromium. */
export type Stage = { readonly site: TestSite; readonly browser: Browser };

/**
 * Starts the site and a browser before the tests of a file, and stops them after. Without a backend
 * the site has no Supabase.
 */
export function setStage(backend?: () => TestBackend): Stage {
  const site = shared(
    () => startSite(backend?.().access),
    (each) => each.stop(),
  );
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

/** A backend for the tests of a file; to be called before the stage that stands on it. */
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
