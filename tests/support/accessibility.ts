import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe finds wrong with the page as it is, one line each; by all rules, or by one. */
export async function findViolations(page: Page, rule?: 'color-contrast'): Promise<string[]> {
  // Legacy mode: without frames there is nothing to gather in a second page, which takes seconds.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({
    resultTypes: ['violations'],
    ...(rule && { runOnly: [rule] }),
  });
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) => `${page.url()}: ${id}: ${nodes.map(({ html }) => html).join(' and ')}`,
  );
}
