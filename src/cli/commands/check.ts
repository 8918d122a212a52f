import { resolve } from 'node:path';
import type { Report } from '#drift/check.ts';
import { isDrift } from '#drift/verdict.ts';
import type { CheckArguments } from '../arguments.ts';
import { type CheckRun, createCheckRun, reportAt } from '../check-run.ts';
import { findRepository } from '../checked-repository.ts';
import { print } from '../print.ts';
import type { ExitCode, Surroundings } from '../surroundings.ts';

/** `check`: 0 when the pages and the repository agree, 1 when they do not. */
export async function check(asked: CheckArguments, around: Surroundings): Promise<ExitCode> {
  const checked = findRepository(resolve(around.folder, asked.root));
  const run = createCheckRun({ asked, checked, around });
  const report = await settled(await fixed(await judged(run), run), run);
  print(await dated(report, run), run);
  return report.claims.some(({ verdict }) => isDrift(verdict)) ? 1 : 0;
}

async function judged(run: CheckRun): Promise<Report> {
  const { since } = run.asked;
  if (since === undefined) return reportAt(run, { revision: run.revision });
  const { reportSince } = await import('../report-since.ts');
  return reportSince(run, since);
}

const mostRounds = 5;

/** Corrects pages until a round finds nothing more that is certain. */
async function fixed(report: Report, run: CheckRun): Promise<Report> {
  if (!run.asked.isFixing) return report;
  const { writeFixes } = await import('../write-fixes.ts');
  let current = report;
  for (let round = 0; round < mostRounds; round += 1) {
    const pages = writeFixes(run.checked.top, current);
    if (pages.length === 0) break;
    run.around.notes.write(`Corrected ${pages.map((page) => JSON.stringify(page)).join(', ')}.\n`);
    current = await judged(run);
  }
  return current;
}

async function settled(report: Report, run: CheckRun): Promise<Report> {
  const { asked, checked } = run;
  const file = asked.baseline ?? (await configuredBaseline(run));
  if (file === undefined) return report;
  const { settleBaseline } = await import('../settle-baseline.ts');
  return settleBaseline(report, { top: checked.top, file, change: asked.baselineChange });
}

async function configuredBaseline({ config }: CheckRun): Promise<string | undefined> {
  if (!config) return undefined;
  const { readConfig } = await import('../read-config.ts');
  return readConfig(config).baseline;
}

async function dated(report: Report, { asked, checked }: CheckRun): Promise<Report> {
  if (!asked.isDated) return report;
  const { dateProofs } = await import('../date-proofs.ts');
  return dateProofs(report, checked.git);
}
