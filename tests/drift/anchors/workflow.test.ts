import { expect, test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const typecheck = `name: Type check
on:
  push:
    branches: [main]
  pull_request:
jobs:
  typecheck:
    steps:
      - uses: actions/checkout@v6
      - run: npm ci
      - name: Check types
        run: npm run type-check
      - name: Block casts to any
        run: npm run check-any
      - run: npm run build
        env:
          SKIP: 'true'
`;
const files = {
  'package.json':
    '{"repository":"acme/site","scripts":{"type-check":"tsc","build":"x","lint":"y"}}',
  '.github/workflows/typecheck.yml': typecheck,
  '.github/workflows/check-links.yml': '',
  '.circleci/config.yml':
    'jobs:\n  deploy_dev:\n    steps: []\nworkflows:\n  nightly_build:\n    jobs: [deploy_dev]\n',
};
const named = '`.github/workflows/typecheck.yml`';

test.for([
  [
    `- ${named}\n  - \`npm ci\` → \`npm run type-check\` → block casts to any → \`npm run build\` with \`SKIP=true\``,
    [
      '`npm ci` holds',
      '`npm run type-check` holds',
      'block casts to any holds',
      '`npm run build` with `SKIP=true` holds',
    ],
  ],
  [
    `${named}: \`npm ci\` → \`npm run build\` with \`SKIP=false\``,
    ['`npm ci` holds', '`npm run build` with `SKIP=false` drifted'],
  ],
  [
    `${named}: \`npm run type-check\` → \`npm ci\``,
    ['`npm run type-check` holds', '`npm ci` drifted'],
  ],
  [`${named}: \`npm ci\` → \`npm run lint\``, ['`npm ci` holds', '`npm run lint` drifted']],
  [`${named} runs on every push to \`main\`.`, ['on every push to `main` holds']],
  [`${named} runs on every push to \`release\`.`, ['on every push to `release` drifted']],
  [`${named} runs nightly.`, ['nightly drifted']],
  ['There is no deploy workflow.', ['deploy workflow holds']],
  ['There is no typecheck workflow.', ['typecheck workflow drifted']],
  ['The `deploy_dev` job', ['deploy_dev holds']],
  ['# CI\n\nThe `deploy_prod` job', ['deploy_prod unfounded']],
  ['# CI\n\nThe `jenkins_job` job', ['jenkins_job unfounded']],
  ['# CI\n\nThe `check-links` workflow', ['check-links holds']],
  ['# CI\n\nThe variable of the workflow `DEPLOY_PROD`', []],
  ['# CI\n\n```yaml\njobs:\n  ping_it:\n```\n\nThe `ping_it` job', []],
  ['# Workflows\n\nThe `hello_world` workflow of the product', []],
  [
    `Trigger \`typecheck.yml\` [manually](https://github.com/other/site/actions/workflows/typecheck.yml).`,
    [],
  ],
  ['Trigger `typecheck.yml` manually.', ['manually drifted']],
  ['In case `typecheck.yml` breaks, you can run the steps manually.', []],
  ['Input → Parser → Output', []],
  [`${named}: \`npm ci\` → gather → wash → \`npm run type-check\` → \`npm run build\``, []],
  [`${named}: \`npm ci\` → wash`, ['`npm ci` holds', 'wash drifted']],
  [`${named} checks with stable and nightly.`, []],
  [`${named} runs the nightly sweep.`, []],
  [`${named} runs it with our pinned nightly.`, []],
  [`${named} runs; if you needed to manually release, push.`, []],
  [
    `${named}: it renames \`# Upcoming\` to the next version of the last release, 9 → \`npm ci\` runs.`,
    [],
  ],
  [
    '![b](https://github.com/acme/site/actions/workflows/typecheck.yml/badge.svg)',
    ['typecheck.yml holds'],
  ],
  ['![b](https://github.com/acme/site/actions/workflows/e2e.yml/badge.svg)', ['e2e.yml unfounded']],
  ['![b](https://github.com/other/site/actions/workflows/e2e.yml/badge.svg)', []],
  [
    'Trigger the [`Type check` workflow](https://github.com/other/site/actions/workflows/typecheck.yml) manually.',
    [],
  ],
  ['# CI\n\n```yaml\njobs:\n  deploy_prod:\n```\n\nThe `deploy_prod` job', []],
] as const)('%s', ([markdown, expected], { expect }) => {
  const verdicts = verdictsOn(markdown, { files, kinds: ['workflow'] });
  expect(verdicts).toEqual(expected.map((text) => `workflow ${text}`));
});

const deploy = `name: Deploy site
on: push
jobs:
  build:
    steps:
      - uses: actions/checkout@v6
      - name: Install dependencies
        run: npm ci
      - run: npm run type-check
      - run: npm run build
  approve:
    needs: build
    steps: []
  publish:
    needs: [approve]
    steps: []
`;

test.for([
  [
    'steps in their order',
    'The deploy site workflow runs:\n\n1. Install dependencies\n2. `npm run type-check`\n3. `npm run build`',
    ['Install dependencies holds', 'npm run type-check holds', 'npm run build holds'],
  ],
  [
    'steps under a heading, in another order',
    '## Deploy workflow\n\n1. Install dependencies, from the lock file\n2. `npm run build`\n3. `npm run type-check`',
    ['Install dependencies holds', 'npm run build holds', 'npm run type-check drifted'],
  ],
  [
    'a command that no step runs',
    '`deploy.yml` runs:\n\n1. `npm ci`\n2. `npm run lint`\n3. `npm run type-check`\n4. `npm run build`',
    ['npm ci holds', 'npm run lint drifted', 'npm run type-check holds', 'npm run build holds'],
  ],
  [
    'jobs that need one another, in another order',
    'The deploy workflow has these jobs:\n\n1. Build: makes the site\n2. Publish: uploads it\n3. Approve: asks',
    ['Build holds', 'Publish holds', 'Approve drifted'],
  ],
  [
    'a command that may hide in a step that the list leaves out',
    '`typecheck.yml` runs:\n\n1. `npm ci`\n2. `npm run lint`\n3. `npm run type-check`\n4. `npm run build`',
    ['npm ci holds', 'npm run type-check holds', 'npm run build holds'],
  ],
  [
    'instructions to the reader',
    'To start the deploy workflow:\n\n1. Open Actions\n2. Choose a branch\n3. Install dependencies',
    [],
  ],
  [
    'a list without numbers',
    'The deploy workflow runs:\n\n- `npm run build`\n- `npm ci`\n- `npm run type-check`',
    [],
  ],
  [
    'a workflow that nobody names',
    'It runs:\n\n1. `npm run build`\n2. `npm ci`\n3. `npm run type-check`',
    [],
  ],
] as const)('a list: %s', ([, markdown, expected], { expect }) => {
  const verdicts = verdictsOn(markdown, {
    files: { ...files, '.github/workflows/deploy.yml': deploy },
    kinds: ['workflow'],
  });
  expect(verdicts).toEqual(expected.map((text) => `workflow ${text}`));
});

test('a workflow that is no YAML proves nothing about jobs', () => {
  const broken = {
    'package.json': '{}',
    '.github/workflows/ci.yml': 'a: [',
    '.circleci/config.yml': 'jobs: {x: {}}',
  };
  expect(
    verdictsOn('# CI\n\nThe `deploy_prod` job', { files: broken, kinds: ['workflow'] }),
  ).toEqual([]);
});

test('a job of a section on a process of the product is no job of CI', () => {
  const markdown = '# The image pipeline\n\nThe `ingest-images` job sends them.';
  expect(verdictsOn(markdown, { files, kinds: ['workflow'] })).toEqual([]);
});

test.for([
  ['.circleci/config.yml', 'drifted'],
  ['src/jenkins.ts', 'unproven'],
] as const)('a job that %s lost is %s', ([file, verdict], { expect }) => {
  const loss = { file, commit: 'a'.repeat(40), date: '2026-05-01', line: 1 };
  const verdicts = verdictsOn('# CI\n\nThe `old_job` job', {
    ...{ files, lost: { old_job: loss } },
    ...{ page: 'docs/ci.md', kinds: ['workflow'] },
  });
  expect(verdicts).toEqual([`workflow old_job ${verdict}`]);
});
