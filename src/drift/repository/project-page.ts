const PROJECT_PAGE =
  /(?:^|\/)(?:README|CONTRIBUTING|DEVELOP(?:MENT|ING|ER)?|HACKING|AGENTS?|CLAUDE|GEMINI|COPILOT-INSTRUCTIONS)[^/]*\.(?:md|mdx|markdown)$|(?:^|\/)(?:runbooks?|contributing|development|\.github|\.cursor|\.claude)\/|(?:^|\/)docs?\/(?:[^/]+\/)*(?:contribut(?:e|ors?)|dev|internals?)\//i;

/** Names that a site gives to pages for its users as well; only a site has pages with components. */
const PLAIN_PROJECT_PAGE =
  /(?:^|\/)(?:TESTING|RELEAS(?:E|ES|ING)|PUBLISHING|ARCHITECTURE|SETUP|INSTALL|MAINTAIN(?:ERS|ING)|DEPLOY(?:MENT|ING)?|RUNBOOK)[^/]*\.(?:md|markdown)$/i;

/** What a site publishes, whatever a page of it is called. */
const PUBLISHED = /(?:^|\/)src\/(?:content|pages)\/.*\.mdx$/;

/** Whether a page is a skill, which tells an assistant of a technology rather than of this repository. */
export function isSkill(page: string): boolean {
  return /(?:^|\/)skills\//.test(page);
}

/** Whether a page is what a skill refers to, often handed on as its maker wrote it. */
export function isReference(page: string): boolean {
  return isSkill(page) && /\/references?\//.test(page);
}

/** Whether a page rules how things are named, and makes up names to show it. */
export function isStyleGuide(page: string): boolean {
  return /(?:^|[-_/])(?:(?:coding|naming|code|file)[-_](?:conventions?|standards?|style)|style[-_]?guides?|naming)(?=[-_/.])/i.test(
    page,
  );
}

/** Whether a page leads from one version to another: it names what the older one had. */
export function isMigrationGuide(page: string): boolean {
  return /(?:^|[-_/])(?:migrat(?:e|ing|ion)|upgrad(?:e|ing))(?:[-_](?:from|guide|to|v?\d+)(?![a-z])[^/]*|\.mdx?)$|(?:^|\/)migrations?\/[^/]*\d+\.\d+[^/]*\.mdx?$/i.test(
    page,
  );
}

/** Whether a page is for those who work on this repository by its name, wherever it lies. */
export function isContributorPage(page: string): boolean {
  return PROJECT_PAGE.test(page) && !PUBLISHED.test(page);
}

/** Whether a page is about working on this repository, rather than about using its product. */
export function isProjectPage(page: string): boolean {
  return isContributorPage(page) || PLAIN_PROJECT_PAGE.test(page);
}

/** Whether a page's frontmatter says that a program writes it. */
export function isGenerated(frontmatter: string): boolean {
  return /^generated:\s*true\s*$/m.test(frontmatter);
}
