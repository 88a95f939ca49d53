import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dayOf } from './calendar.js';
import { Inventor } from './community.js';
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
import { PLAIN } from './layout.js';
import { tablesOf } from './ledgers.js';
import { messyLayout } from './messy.js';
import type { Simulated, SimulateOptions } from './options.js';
import type { Facts } from './people.js';
import { countMembers } from './people.js';
import { type TruthFault, truthOf, truthText } from './truth.js';

/** The district's own name in the figures. */
const DISTRICT = '云溪区';

/**
 * Invents a district and writes its ledgers to `folder`/data, community by community, and what is wrong in them to
 * `folder`/truth.json. The same options give the same bytes.
 */
export async function simulate(folder: string, options: SimulateOptions): Promise<Simulated> {
  const data = path.join(folder, 'data');
  mkdirSync(data, { recursive: true });
  const { seed, layout: style, format } = options;
  const layout = style === 'plain' ? PLAIN : messyLayout({ seed, district: DISTRICT, format });
  const files = new Files(data, layout, format);
  const inventor = new Inventor(options, new IdMaker());
  const asOf = dayOf(options.year, 12, 31);
  const summary = noneYet();
  const monthly: string[][] = [];
  const yearly: string[][] = [];
  const faults: TruthFault[] = [];
  let total: Report | null = null;
  for (let index = 0; index < options.communities; index++) {
    const facts = inventor.community(index);
    const name = inventor.name(index);
    count(summary, facts);
    const report = reportOf(facts, options.year, asOf);
    total = addReport(total, report);
    monthly.push(...monthlyRows(name, report, (month) => layout.period(options.year, month)));
    yearly.push(...yearlyRows(name, layout.period(options.year), report));
    const written = faulty(inventor, index, facts, options);
    for (const table of written.tables) files.write(table);
    await files.finishCommunity();
    faults.push(...truthOf(written.faults, faults.length, (place) => files.placeOf(place)));
  }
  if (total) yearly.push(...yearlyRows(DISTRICT, layout.period(options.year), total));
  files.writeFigures('统计报表_月报', [MONTHLY_HEADER, ...monthly]);
  files.writeFigures('统计报表_年报', [YEARLY_HEADER, ...yearly]);
  files.close();
  summary.faults = faults.length;
  writeFileSync(path.join(folder, 'truth.json'), truthText(options, summary, faults));
  return summary;
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
