import type { Report } from '#drift/check.ts';
import type { JudgedClaim } from '#drift/verdict.ts';

const commit = '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d';

const claim: JudgedClaim = {
  page: 'runbooks/restore.md',
  line: 3,
  column: 6,
  text: 'npm run db:restroe',
  kind: 'path',
  verdict: 'holds',
  code: 'holds',
  message: 'package.json defines it.',
  evidence: [{ file: 'package.json', line: 12, text: '"db:restore": "node restore.ts"' }],
  section: 'Restore › Steps',
};

/** The page that the claims of `sampleReport` stand on. */
export const samplePage = [
  '# Restore',
  '## Steps',
  'Run `scripts/restore.sh` first.',
  'Then read `docs/`old.md` | <img src=x> @team.',
  '',
].join('\n');

/** One claim of each verdict, with texts that try to leave every format. */
export const sampleReport: Report = {
  revision: commit,
  date: '2026-11-01',
  claims: [
    { ...claim, text: 'package.json', line: 1 },
    {
      ...claim,
      text: 'scripts/restore.sh',
      verdict: 'drifted',
      code: 'path-missing',
      message: 'No file or folder "scripts/restore.sh". Did you mean "scripts/restore.ts"?',
      evidence: [{ file: 'scripts/restore.sh', commit, date: '2026-05-01' }],
      suggestion: 'scripts/restore.ts',
      fix: { start: 24, end: 42, text: 'scripts/restore.ts' },
    },
    {
      ...claim,
      page: 'runbooks/å b%.md',
      line: 4,
      column: 12,
      text: 'docs/`old.md` | <img src=x> @team\u001b[31m\n::error::x',
      kind: 'link',
      verdict: 'unfounded',
      code: 'link-missing',
      message: 'The link leads to "docs/`old.md\u0007", 50% & <b>gone</b>.\r\n::stop-commands::x',
      evidence: [],
    },
    {
      ...claim,
      text: 'backups are kept 30 days',
      kind: 'external',
      verdict: 'unproven',
      code: 'unproven',
      message: 'The attestation is due for renewal.',
      evidence: [],
    },
    { ...claim, text: 'src/maybe', verdict: 'unproven', message: 'The clone is shallow.' },
    { ...claim, text: 'src/plan.ts', verdict: 'held-back', message: 'The section is a plan.' },
  ],
  pages: [
    { path: 'runbooks/restore.md' },
    { path: 'runbooks/å b%.md' },
    { path: 'docs/archive/old.md', heldBack: 'Its status is "archived".' },
  ],
  notes: ['This is a shallow clone: history cannot prove anything.'],
};
