import type { PAGE_TYPES } from '#config/frontmatter.ts';

type PageType = (typeof PAGE_TYPES)[number];

/** The groups of the navigation, in the order in which somebody on call needs them. */
export const PAGE_GROUPS: readonly { type: PageType; label: string }[] = [
  { type: 'incident', label: 'Incidents' },
  { type: 'alerting', label: 'Alerts' },
  { type: 'cicd', label: 'Deploy and roll back' },
  { type: 'backup', label: 'Back up and restore' },
  { type: 'migration', label: 'Change the database' },
  { type: 'environment', label: 'Settings and secrets' },
  { type: 'platform', label: 'Platform' },
  { type: 'reference', label: 'Reference' },
];
