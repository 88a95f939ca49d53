import { join } from 'node:path';
import type { Rendered } from '../report/reporter.js';
import { type Format, prepare, render } from '../report/reporters.js';
import type { YearEnd, YearEndPlan } from '../yearend/run.js';
import { linker, sourceFinder } from './links.js';
import { officeIn } from './office.js';
import { ticksAt } from './ticks-at.js';
import type { ResultSet, SetFile } from './write-set.js';

export const SUMMARY = 'summary.txt';

/** Where the results go, and how the run ends. */
interface Ending {
  out: string;
  exitCode: 0 | 1 | 3;
  failOn: string;
}

/** The files of a year-end run in the order in which they are written: the summary last, which names the others. */
export function resultFiles(found: YearEnd, plan: YearEndPlan, ending: Ending): SetFile[] {
  const { result, filing, assessment } = found;
  const { lang } = result.run;
  const reports = plan.config.yearEnd.reports.map((format) =>
    report(format, `report.${format}`, found, plan, ending),
  );
  const files: SetFile[] = [
    report('json', 'result.json', found, plan, ending),
    ...reports,
    {
      name: 'filing.csv',
      render: async () => text((await import('../yearend/columns.js')).filingCsv(result, filing)),
    },
    {
      name: 'filing.xlsx',
      render: async () => ({
        kind: 'workbook',
        sheets: (await import('../yearend/sheets.js')).filingSheets(result, filing),
      }),
    },
    ...(['csv', 'xlsx'] as const).map((format) => ({
      name: `assessment.${format}`,
      render: async () => {
        const { renderAssessment } = await import('../assess/report/reports.js');
        return renderAssessment(format, assessment, { lang, width: 80, color: false });
      },
    })),
  ];
  const names = files.map(({ name }) => name);
  const summary: SetFile = {
    name: SUMMARY,
    render: async () => text([(await import('../yearend/summary.js')).summaryText(result, filing, names)]),
  };
  return [...files, summary];
}

/** While persons and events are matched this thread has little to do: what writing needs is loaded meanwhile. */
export function loadMeanwhile(set: ResultSet, { config }: YearEndPlan): void {
  set.prepare();
  void prepare(['json', ...config.yearEnd.reports]);
}

function report(
  format: Format,
  name: string,
  { result }: YearEnd,
  { audit, config }: YearEndPlan,
  { out, exitCode, failOn }: Ending,
): SetFile {
  const linkTo = linker(join(out, name), sourceFinder(audit.paths));
  const options = { width: 80, color: false, exitCode, failOn, linkTo };
  return {
    name,
    render: async () => {
      const ticks = format === 'xlsx' ? await ticksAt(join(out, name)) : new Map();
      return render(format, result, { ...options, ticks, office: await officeIn(config) });
    },
  };
}

function text(chunks: Iterable<string>): Rendered {
  return { kind: 'text', chunks };
}
