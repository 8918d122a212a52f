import { test } from 'vitest';
import { type Format, reporters } from '#drift/reporters/index.ts';
import type { ReporterOptions } from '#drift/reporters/reporter.ts';
import { samplePage, sampleReport } from './sample-report.ts';

const golden = '../../fixtures/reports';

const options: ReporterOptions = {
  list: 'findings',
  target: 'plain',
  prefix: '',
  readPage: () => samplePage,
};

test.for<readonly [Format, Partial<ReporterOptions>, string]>([
  ['text', {}, 'findings.txt'],
  ['text', { list: 'all' }, 'all.txt'],
  ['text', { target: 'terminal' }, 'terminal.txt'],
  ['json', {}, 'findings.json'],
  ['json', { list: 'all' }, 'all.json'],
  ['github', { prefix: 'site/' }, 'github.txt'],
  ['sarif', { prefix: 'site/' }, 'findings.sarif'],
  ['junit', {}, 'junit.xml'],
  ['markdown', {}, 'summary.md'],
])('%s with %o prints %s', async ([format, changed, file], { expect }) => {
  const printed = reporters[format](sampleReport, { ...options, ...changed });
  await expect(printed).toMatchFileSnapshot(`${golden}/${file}`);
});

test.for(['text', 'github', 'markdown'] as const)(
  '%s never lets a page start a workflow command or write to the terminal',
  (format, { expect }) => {
    const printed = reporters[format](sampleReport, options);
    const commands = printed.split(/\r\n|\r|\n/).filter((line) => line.startsWith('::'));
    expect(commands.every((line) => /^::(?:error|warning) file=/.test(line))).toBe(true);
    expect(printed).not.toMatch(/(?!\n)\p{Cc}/u);
  },
);

test('the totals count claims that are not listed', ({ expect }) => {
  const printed = JSON.parse(reporters.json(sampleReport, options));
  expect(printed.totals.claims).toBe(6);
  expect(printed.totals.kinds.path).toEqual({
    holds: 1,
    drifted: 1,
    unfounded: 0,
    unproven: 1,
    'held-back': 1,
  });
});

test('a fingerprint does not change when the line does', ({ expect }) => {
  const moved = sampleReport.claims.map((claim) => ({ ...claim, line: claim.line + 40 }));
  const prints = [sampleReport.claims, moved].map((claims) => {
    const log = JSON.parse(reporters.sarif({ ...sampleReport, claims }, options));
    return log.runs[0].results.map(
      (result: { partialFingerprints: unknown }) => result.partialFingerprints,
    );
  });
  expect(prints[0]).toEqual(prints[1]);
});

test.for(['text', 'markdown'] as const)(
  '%s tells once what stands in many places',
  (format, { expect }) => {
    const [claim] = sampleReport.claims.filter(({ verdict }) => verdict === 'drifted');
    if (!claim) throw new Error('The sample has no finding.');
    const claims = Array.from({ length: 9 }, (_, at) => ({ ...claim, page: `docs/${at}.md` }));
    const printed = reporters[format]({ ...sampleReport, claims }, options);
    expect(printed.split(claim.code)).toHaveLength(2);
    expect(printed).toMatch(/docs\/1\.md:\d+, .*docs\/5\.md:\d+ and 3 more/);
    const links = claims.map((each, at) => ({
      ...each,
      page: `d${at}/a.md`,
      kind: 'link' as const,
    }));
    const apart = reporters[format]({ ...sampleReport, claims: links }, options);
    expect(apart.split(claim.code)).toHaveLength(10);
  },
);
