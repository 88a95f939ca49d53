import { type FiguresPlan, plantInFigures, type ReportRows } from './faults/figures.js';
import {
  addReport,
  MONTHLY_HEADER,
  monthlyRows,
  type Report,
  reportOf,
  YEARLY_HEADER,
  yearlyRows,
} from './figures.js';
import type { Files } from './files.js';
import type { Layout } from './layout.js';
import { monthName, type Streets } from './months.js';
import type { SimulateOptions } from './options.js';
import type { Facts } from './people.js';
import { FOLDERS } from './placement.js';
import { Random } from './random.js';
import type { Table } from './tables.js';
import type { TruthFault, TruthPlace } from './truth.js';

/** Reports are few beside records: so many times as often, one of them is wrong. */
const OF_REPORTS = 20;
const MONTHLY = '统计报表_月报';
const YEARLY = '统计报表_年报';

/** The reports that a district hands up, community by community. Faults are numbered on from `from`. */
export interface Reports {
  add(community: string, facts: Facts, from: number): TruthFault[];
  finish(from: number): TruthFault[];
}

/** What reports are written from, and where to. */
export interface Reporting {
  options: SimulateOptions;
  layout: Layout;
  files: Files;
  district: string;
}

type Plan = Pick<FiguresPlan, 'random' | 'chance' | 'district'>;

function planOf({ options: { seed, faults }, district }: Reporting): Plan {
  return { random: new Random(seed, 'figures'), chance: Math.min(1, faults * OF_REPORTS), district };
}

/** The lines of an area for the months and for the year. */
function linesOf({ layout, options: { year } }: Reporting, area: string, report: Report) {
  return {
    monthly: monthlyRows(area, report, (month) => layout.period(year, month)),
    yearly: yearlyRows(area, layout.period(year), report),
  };
}

/** A table of all communities for the months, and one for the year with the district below. */
export class TwoTables implements Reports {
  private readonly rows = { monthly: [MONTHLY_HEADER], yearly: [YEARLY_HEADER] };
  private readonly areas: string[] = [];
  private total: Report | null = null;

  constructor(private readonly reporting: Reporting) {}

  add(community: string, facts: Facts): TruthFault[] {
    const report = reportOf(facts, this.reporting.options.year);
    this.total = addReport(this.total, report);
    this.areas.push(community);
    const { monthly, yearly } = linesOf(this.reporting, community, report);
    this.rows.monthly.push(...monthly);
    this.rows.yearly.push(...yearly);
    return [];
  }

  finish(from: number): TruthFault[] {
    const { rows, reporting, total, areas } = this;
    const { district, files } = reporting;
    if (total) rows.yearly.push(...linesOf(reporting, district, total).yearly);
    const plan = { ...planOf(reporting), from, placeOf: inTable };
    const faults = plantInFigures(rows, [...areas, district], plan);
    files.writeFigures(MONTHLY, rows.monthly);
    files.writeFigures(YEARLY, rows.yearly);
    return faults;
  }
}

/** Where a line below the header stands in the table of a report. */
function inTable(report: keyof ReportRows, line: number): TruthPlace {
  return { path: `${FOLDERS.system}/${report === 'monthly' ? MONTHLY : YEARLY}.csv`, row: line + 1 };
}

/** Each community reports in its workbook of the month; streets and district in a table, and all in that of the year. */
export class MonthByMonth implements Reports {
  private readonly plan: Plan;
  private readonly streetTotals = new Map<string, Report | null>();
  private total: Report | null = null;
  /** Lines of the year's table so far, below its header. */
  private written = 0;

  constructor(
    private readonly reporting: Reporting,
    private readonly streets: Streets,
  ) {
    this.plan = planOf(reporting);
    reporting.files.writeFigures(YEARLY, [YEARLY_HEADER]);
  }

  add(community: string, facts: Facts, from: number): TruthFault[] {
    const { options, files } = this.reporting;
    const report = reportOf(facts, options.year);
    const street = this.streets.of(community);
    this.streetTotals.set(street, addReport(this.streetTotals.get(street) ?? null, report));
    this.total = addReport(this.total, report);

    const lines = linesOf(this.reporting, community, report);
    const rows = { monthly: [MONTHLY_HEADER, ...lines.monthly], yearly: [YEARLY_HEADER, ...lines.yearly] };
    const faults = plantInFigures(rows, [community], {
      ...this.plan,
      from,
      placeOf: (kind, line) =>
        kind === 'yearly' ? this.inYear(line) : files.reportPlace(this.sheetOf(community, line)),
    });
    for (const [n, cells] of rows.monthly.slice(1).entries())
      files.writeReport(this.sheetOf(community, n + 1), [MONTHLY_HEADER, cells]);
    this.writeYear(rows.yearly.slice(1));
    return faults;
  }

  finish(from: number): TruthFault[] {
    const { district, files } = this.reporting;
    if (!this.total) return [];
    const areas = [...this.streetTotals, [district, this.total] as const];
    const lines = areas.flatMap(([area, report]) => (report ? [linesOf(this.reporting, area, report)] : []));
    const rows = {
      monthly: [MONTHLY_HEADER, ...lines.flatMap(({ monthly }) => monthly)],
      yearly: [YEARLY_HEADER, ...lines.flatMap(({ yearly }) => yearly)],
    };
    const faults = plantInFigures(rows, [district], {
      ...this.plan,
      from,
      placeOf: (kind, line) => (kind === 'yearly' ? this.inYear(line) : inTable(kind, line)),
    });
    files.writeFigures(MONTHLY, rows.monthly);
    this.writeYear(rows.yearly.slice(1));
    return faults;
  }

  /** The report of a month, as a table without records. */
  private sheetOf(community: string, month: number): Table {
    const period = monthName(this.reporting.options.year, month);
    return { point: 'ledger', register: 'figures', community, rows: [], period };
  }

  private inYear(line: number): TruthPlace {
    return inTable('yearly', this.written + line);
  }

  private writeYear(rows: readonly (readonly string[])[]): void {
    this.reporting.files.writeFigures(YEARLY, rows);
    this.written += rows.length;
  }
}
