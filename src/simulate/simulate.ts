import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dayOf } from './calendar.js';
import { Inventor } from './community.js';
import { plantInFigures } from './faults/figures.js';
import { plantFaults } from './faults/plant.js';
import {
  addReport,
  MONTHLY_HEADER,
  monthlyRows,
  type Report,
  reportOf,
  YEARLY_HEADER,
  yearlyRows,
} from './figures.js';
import { Files } from './files.js';
import { IdMaker } from './ids.js';
import { type Layout, PLAIN } from './layout.js';
import { tablesOf } from './ledgers.js';
import { messyLayout } from './messy.js';
import type { Simulated, SimulateOptions } from './options.js';
import type { Facts } from './people.js';
import { countMembers } from './people.js';
import { Random } from './random.js';
import { type TruthFault, truthOf, truthText } from './truth.js';

/** Reports are few beside records: so many times as often, one of them is wrong. */
const OF_REPORTS = 20;
/** The district's own name in the figures. */
const DISTRICT = '云溪区';

/**
 * Invents a district and writes its ledgers to `folder`/data, community by community, and what is wrong in them to
 * `folder`/truth.json. The same options give the same bytes.
 */
export async function simulate(folder: string, options: SimulateOptions): Promise<Simulated> {
  const data = path.join(folder, 'data');
  mkdirSync(data, { recursive: true });
  const { seed, year, communities, format } = options;
  const layout = options.layout === 'plain' ? PLAIN : messyLayout({ seed, district: DISTRICT, format });
  const files = new Files(data, layout, format);
  const inventor = new Inventor(options, new IdMaker());
  const figures = new Figures(year, layout);
  const summary = noneYet();
  const faults: TruthFault[] = [];
  for (let index = 0; index < communities; index++) {
    const facts = inventor.community(index);
    count(summary, facts);
    figures.add(inventor.name(index), facts);
    const written = faulty(inventor, index, facts, options);
    for (const table of written.tables) files.write(table);
    await files.finishCommunity();
    faults.push(...truthOf(written.faults, faults.length, (place) => files.placeOf(place)));
  }
  faults.push(...figures.finish(options, faults.length));
  figures.write(files);
  files.close();
  summary.faults = faults.length;
  writeFileSync(path.join(folder, 'truth.json'), truthText(options, summary, faults));
  return summary;
}

/** The reports that the district hands up: a line a month, and a line an indicator for the year. */
class Figures {
  private readonly reports = { monthly: [MONTHLY_HEADER], yearly: [YEARLY_HEADER] };
  private readonly areas: string[] = [];
  private total: Report | null = null;

  constructor(
    private readonly year: number,
    private readonly layout: Layout,
  ) {}

  add(community: string, facts: Facts): void {
    const report = reportOf(facts, this.year, dayOf(this.year, 12, 31));
    this.total = addReport(this.total, report);
    const period = (month: number): string => this.layout.period(this.year, month);
    this.areas.push(community);
    this.reports.monthly.push(...monthlyRows(community, report, period));
    this.reports.yearly.push(...yearlyRows(community, this.layout.period(this.year), report));
  }

  /** Adds the district to the year's report, and spoils figures where faults are wanted. */
  finish({ seed, faults }: SimulateOptions, from: number): TruthFault[] {
    const { reports, layout, year, total, areas } = this;
    if (total) reports.yearly.push(...yearlyRows(DISTRICT, layout.period(year), total));
    const random = new Random(seed, 'figures');
    const chance = Math.min(1, faults * OF_REPORTS);
    return plantInFigures(reports, [...areas, DISTRICT], { random, chance, district: DISTRICT, from });
  }

  write(files: Files): void {
    files.writeFigures('统计报表_月报', this.reports.monthly);
    files.writeFigures('统计报表_年报', this.reports.yearly);
  }
}

/** The tables of a community, with faults where they are wanted. */
function faulty(inventor: Inventor, index: number, facts: Facts, options: SimulateOptions) {
  const { year, faults: rate, communities, format } = options;
  const tables = tablesOf(inventor.name(index), facts, year);
  if (rate === 0) return { tables, faults: [] };
  const plan = { rate, index, communities, format, neighbour: inventor.name(index + 1) };
  return plantFaults(inventor.invention(index, 'faults'), tables, facts, plan);
}

function noneYet(): Simulated {
  const events = { birth: 0, marriage: 0, contraception: 0, migration: 0, death: 0 };
  return { people: 0, households: 0, women: 0, events, faults: 0 };
}

function count(summary: Simulated, facts: Facts): void {
  summary.people += countMembers(facts);
  summary.households += facts.households.length;
  summary.women += facts.women.length;
  const add = (kind: string, number: number): void => {
    summary.events[kind] = (summary.events[kind] ?? 0) + number;
  };
  add('birth', facts.births.length);
  add('marriage', facts.marriages.length);
  add('contraception', facts.operations.length);
  add('migration', facts.stays.length);
  add('death', facts.deaths.length);
}
