import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findingsPage } from '#scripts/findings-page.ts';

test('the page of findings shows the examples as they are', () => {
  const page = join(import.meta.dirname, '..', '..', 'content/findings.md');
  expect(readFileSync(page, 'utf8')).toBe(findingsPage());
});
