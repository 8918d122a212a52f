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
  ['Input → Parser → Output', []],
  [
    '![b](https://github.com/acme/site/actions/workflows/typecheck.yml/badge.svg)',
    ['typecheck.yml holds'],
  ],
  ['![b](https://github.com/acme/site/actions/workflows/e2e.yml/badge.svg)', ['e2e.yml unfounded']],
  ['![b](https://github.com/other/site/actions/workflows/e2e.yml/badge.svg)', []],
] as const)('%s', ([markdown, expected], { expect }) => {
  const verdicts = verdictsOn(markdown, { files, kinds: ['workflow'] });
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
