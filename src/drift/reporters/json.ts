import type { JudgedClaim } from '#drift/verdict.ts';
import type { Reporter } from './reporter.ts';
import { listed, totalsOf } from './totals.ts';

/** The report for programs. `version` rises when a field changes its meaning or goes away. */
export const json: Reporter = (report, { list }) =>
  `${JSON.stringify(
    {
      version: 1,
      revision: report.revision,
      totals: totalsOf(report),
      claims: listed(report.claims, list).map(asRow),
      pagesHeldBack: report.pages.filter(({ heldBack }) => heldBack !== undefined),
      notes: report.notes,
    },
    null,
    2,
  )}\n`;

function asRow(claim: JudgedClaim): Readonly<Record<string, unknown>> {
  const { page, line, column, text, kind, verdict, code, message, evidence, suggestion } = claim;
  const { section, fix } = claim;
  return {
    page,
    line,
    column,
    text,
    kind,
    verdict,
    code,
    message,
    evidence,
    suggestion: suggestion ?? null,
    section,
    fix: fix ?? null,
  };
}
