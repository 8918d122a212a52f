import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { DriftReport, type PageProof, proofsOf } from './page-proof.ts';

const MAX_REPORT_BYTES = 64 * 1024 * 1024;
const CHECK = [
  ...['src/cli/main.ts', 'check', '--rev', 'HEAD'],
  ...['--all', '--dated', '--format', 'json'],
];

const run = promisify(execFile);

let proofs: Promise<ReadonlyMap<string, PageProof>> | undefined;

/**
 * The verdicts on every page at the commit that is built, asked for once; none where there is no
 * git history.
 */
export function readProofs(): Promise<ReadonlyMap<string, PageProof>> {
  proofs ??= askForProofs();
  return proofs;
}

async function askForProofs(): Promise<ReadonlyMap<string, PageProof>> {
  try {
    const report = DriftReport.parse(JSON.parse(await check()));
    const { stdout } = await run('git', ['show', '-s', '--format=%cs', report.revision]);
    return proofsOf(report, stdout.trim());
  } catch (error) {
    console.warn(`The pages are built without their proof: ${error}`);
    return new Map();
  }
}

/** Exit code 1 is a report too: some page does not hold. */
async function check(): Promise<string> {
  const options = { maxBuffer: MAX_REPORT_BYTES };
  return run(process.execPath, CHECK, options).then(
    ({ stdout }) => stdout,
    (error: { code?: unknown; stdout?: string }) => {
      if (error.code === 1 && error.stdout) return error.stdout;
      throw error;
    },
  );
}
