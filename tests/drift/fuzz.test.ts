import fc from 'fast-check';
import { test } from 'vitest';
import { audit } from '#drift/audit.ts';
import { json, markdown, mdx, shell, sql, yaml } from '#support/odd-text.ts';
import { repositoryWith } from '#support/repository.ts';

const terms = {
  today: '2026-11-20',
  exclude: [],
  status: [],
  siblings: [],
  suppressions: [],
  configFile: 'holdfast.config.json',
  attestations: { noticeDays: 14, graceDays: 0, longestDays: 366 },
  reviews: { graceDays: 30 },
};

const longestMs = 2_000;

function claimsIn(files: Readonly<Record<string, string>>): number {
  const start = process.threadCpuUsage();
  const { claims } = audit(repositoryWith({ files }), terms);
  const tookMs = process.threadCpuUsage(start).user / 1_000;
  if (tookMs > longestMs) throw new Error(`It took ${Math.round(tookMs)} ms.`);
  return claims.length;
}

const page =
  '# Page\n\nRun `npm run a`, see `src/a.ts`, set `process.env.A`, call `GET /api/a`, read table `a`.\n\n' +
  '```sh\nnpm run a && node src/a.ts\n```\n\n```sql\nselect id from a;\n```\n\nCI runs `npm ci` → `npm test`.\n';

test.for<readonly [string, fc.Arbitrary<string>, (text: string) => Record<string, string>]>([
  ['Markdown', markdown, (text) => ({ 'README.md': text, 'src/a.ts': '' })],
  ['MDX', mdx, (text) => ({ 'README.mdx': text, 'src/a.ts': '' })],
  ['YAML', yaml, (text) => ({ 'README.md': page, '.github/workflows/ci.yml': text })],
  ['frontmatter', yaml, (text) => ({ 'README.md': `---\n${text}\n---\n\n${page}` })],
  ['JSON', json, (text) => ({ 'README.md': page, 'package.json': text })],
  ['SQL', sql, (text) => ({ 'README.md': page, 'supabase/migrations/1_a.sql': text })],
  ['shell', shell, (text) => ({ 'README.md': `# Run\n\n\`\`\`sh\n${text}\n\`\`\`\n` })],
])(
  '%s of any sort neither crashes nor hangs the check',
  { timeout: 60_000 },
  ([_, texts, files]) => {
    fc.assert(
      fc.property(texts, (text) => {
        claimsIn(files(text));
      }),
      { numRuns: 150, interruptAfterTimeLimit: 20_000, endOnFailure: true },
    );
  },
);

test.for([
  ['a malformed manifest', { 'package.json': '{\n  "scripts": {,}\n}\n' }],
  ['a manifest that is a list', { 'package.json': '[1]' }],
  ['scripts that are no texts', { 'package.json': '{"scripts":{"a":1,"b":null}}' }],
  ['a malformed workflow', { '.github/workflows/ci.yml': 'on: [push\njobs: {' }],
  ['a workflow without jobs', { '.github/workflows/ci.yml': 'on: push\njobs: 7\n' }],
  ['malformed SQL', { 'supabase/migrations/1_a.sql': 'CREATE TABLE a (id int;\n' }],
] as const)('%s leaves the rest of the check alone', ([_, files], { expect }) => {
  expect(claimsIn({ 'README.md': `${page}\n[here](README.md)\n`, ...files })).toBeGreaterThan(0);
});

test.for(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'])(
  'the word %s, which every object has, is a word as others are',
  (word, { expect }) => {
    const commands = [word, `npm ${word}`, `npm run ${word}`, `yarn ${word}`, `${word} a b`];
    const text =
      `---\nlang: ${word}\n---\n\n# ${word}\n\nThe \`${word}\` of \`process.env.${word}\`, GET /${word}.\n\n` +
      `${commands.map((command) => `Run \`${command}\`.`).join('\n')}\n\n` +
      `\`\`\`${word}\n${commands.join('\n')}\n\`\`\`\n\n\`\`\`sh\n${commands.join('\n')}\n\`\`\`\n`;
    const manifest = `{ "scripts": { "${word}": "${word} a && npm run ${word}" } }`;
    const files = { 'a.md': text, 'package.json': manifest, '.tool-versions': `${word} 1.0.0\n` };
    expect(claimsIn(files)).toBeGreaterThan(0);
  },
);

test('text made to make regular expressions slow does not', ({ expect }) => {
  const slow = ['a/'.repeat(20_000), '`'.repeat(20_000), '['.repeat(20_000), '(a'.repeat(20_000)];
  const more = [' '.repeat(50_000), '- '.repeat(10_000), '"=\''.repeat(10_000), '.'.repeat(50_000)];
  const hard = [
    'A_'.repeat(20_000),
    '<a '.repeat(10_000),
    '{a,'.repeat(10_000),
    '/*'.repeat(20_000),
  ];
  for (const text of [...slow, ...more, ...hard]) {
    expect(
      claimsIn({ 'README.md': `# Page\n\nSee ${text} end.\n\n\`${text}\`\n` }),
    ).toBeGreaterThan(-1);
  }
});
