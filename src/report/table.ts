import type { AuditResult } from '../model/result.js';
import { consequencesIn, type Folded, faultsOf } from './faults.js';
import { isSpotted } from './spot/spotted.js';
import { renderAccepted, renderFindings } from './table/findings.js';
import { countBySeverity } from './table/groups.js';
import { renderHead } from './table/head.js';
import { renderIndicators } from './table/indicators.js';
import { renderLine } from './table/line.js';
import { renderOverview } from './table/overview.js';
import { openPage, type Page, paragraph } from './table/page.js';
import { renderRosters } from './table/rosters.js';
import { renderSpot } from './table/spot.js';
import { cleanAll, grouped, groupedAll } from './text.js';

export interface TableOptions {
  /** Columns of the terminal. */
  width: number;
  color: boolean;
  /** Exit code of the run and the severity that decided it, for the closing line. */
  exitCode: 0 | 1 | 3;
  failOn: string;
}

/**
 * The report that a clerk reads on the terminal: what was read, the three-points table, what to mend, one workbook
 * after the other, and a closing line. Text from the data cannot steer the terminal; no line is wider than it.
 */
export function renderTable(result: AuditResult, options: TableOptions): string {
  const head = { ...result, run: cleanAll(result.run), line: cleanAll(result.line) };
  const page = openPage(head, options.width, options.color);
  const folded = faultsOf(result.findings);
  const lines = [
    ...renderHead(page, head),
    ...(isSpotted(result) ? renderSpot(page, result) : renderLine(page, head)),
    ...renderIndicators(page, result),
    ...renderRosters(page, result),
    ...renderOverview(page, head.run.rules, folded),
    ...renderFindings(page, folded),
    ...renderAccepted(page, result.findings),
    ...renderClosing(page, folded, options),
  ];
  return `${lines.join('\n')}\n`;
}

function renderClosing(page: Page, folded: Folded, { exitCode, failOn }: TableOptions): string[] {
  const { say, paint } = page;
  const { roots } = folded;
  const counts = countBySeverity(roots);
  const caused = consequencesIn(folded);
  const unconfirmed = roots.filter((finding) => finding.unconfirmed).length;
  const verdict = say('report.conclusion', groupedAll({ ...counts, caused }));
  const exit =
    exitCode === 0 && failOn === 'none' ? 'report.exit-0-none' : (`report.exit-${exitCode}` as const);
  const word = failOn === 'none' ? '' : say(`report.${failOn as 'error'}`);
  return [
    '',
    paint.dim('─'.repeat(page.width)),
    ...(roots.length === 0
      ? paragraph(page, '', say('report.clean'), paint.green.bold)
      : paragraph(page, '', verdict, paint.bold)),
    ...(unconfirmed > 0
      ? paragraph(page, '', say('report.conclusion-unconfirmed', { count: grouped(unconfirmed) }))
      : []),
    ...paragraph(page, '', say(exit, { failOn: word }), paint.dim),
  ];
}
