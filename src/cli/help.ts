/** What `holdfast --help` prints. */
export const help = `holdfast check [pages…]
  Proves what the Markdown and MDX pages of a git repository say about it.

  pages              Pages, folders or patterns, from the root; all pages when left out.
  --root DIR         Folder of the repository; default: the current folder.
  --rev REV          Read this revision through git, without a checkout.
  --since REV        Report only what the changes since REV broke, on any page.
  --kind KIND        Only claims of this kind; may be given more than once.
  --format FORMAT    text, json, github, sarif, junit or markdown; default: text.
  --all              List the claims that hold, too.
  --dated            With --rev: say which commit wrote each line of proof, and when.
  --fix              Write the corrections that are certain; the rest are suggestions.
  --baseline FILE    Let findings stand that are known in FILE.
  --update-baseline  Write a new baseline of the present findings.
  --prune            Take settled findings out of the baseline; it never grows.
  --no-cache         Neither read nor keep earlier results.

  Exit code: 0 when pages and repository agree, 1 when they do not, 2 when the run failed.
  Configuration (optional): holdfast.config.ts, .json or .yaml at the root. It is read as data.
`;
