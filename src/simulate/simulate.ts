import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Inventor } from './community.js';
import { DOORS, Doors } from './door.js';
import { plantFaults } from './faults/plant.js';
import { tellFaultyStories } from './faults/stories.js';
import type { FaultyStory } from './faults/story.js';
import { Files } from './files.js';
import { IdMaker } from './ids.js';
import { LastMonth } from './last-month.js';
import { type Layout, PLAIN } from './layout.js';
import { tablesOf } from './ledgers.js';
import { messyLayout } from './messy.js';
import { monthlyPlacement, type Streets, withStreets } from './months.js';
import { streetName } from './names.js';
import type { Simulated, SimulateOptions } from './options.js';
import type { Facts } from './people.js';
import { countMembers } from './people.js';
import { type Placement, RUNNING } from './placement.js';
import { MonthByMonth, type Reports, TwoTables } from './reports.js';
import type { Table } from './tables.js';
import { type TruthFault, truthOf, truthText } from './truth.js';

/** The district's own name in the figures. */
const DISTRICT = '云溪区';
/** How many of each faulty story a community of a thousand has at a rate of one. */
const STORIES_PER_THOUSAND = 3;

/**
 * Invents a district and writes its ledgers to `folder`/data, community by community, and what is wrong in them to
 * `folder`/truth.json. The same options give the same bytes.
 * @param field whether who lives behind every door is written to `folder`/door.jsonl
 */
export async function simulate(
  folder: string,
  options: SimulateOptions,
  { field = false }: { field?: boolean } = {},
): Promise<Simulated> {
  const data = path.join(folder, 'data');
  mkdirSync(data, { recursive: true });
  const inventor = new Inventor(options, new IdMaker());
  const { files, reports, placement } = keeping(data, options, inventor);
  const summary: Simulated = { people: 0, households: 0, women: 0, events: {}, faults: 0 };
  const faults: TruthFault[] = [];
  const last = options.previous ? new LastMonth(folder, layoutOf(options), inventor, options) : undefined;
  const doors = field ? new Doors(path.join(folder, DOORS)) : undefined;
  for (let index = 0; index < options.communities; index++) {
    const told: FaultyStory[] = [];
    const facts = inventor.community(index, (invention, people) => {
      const expected = (options.faults * STORIES_PER_THOUSAND * people) / 1000;
      told.push(...tellFaultyStories(invention, expected));
    });
    count(summary, facts);
    faults.push(...reports.add(inventor.name(index), facts, faults.length));
    const tables = tablesOf(inventor.name(index), facts, options.year).map(placement.kept);
    doors?.remember(tables);
    const before = last?.tell(index, facts, tables);
    const written = faulty(inventor, { index, facts, tables, told }, options, placement);
    for (const table of written.tables) files.write(table);
    await files.finishCommunity();
    const placeOf: Files['placeOf'] = (place) => files.placeOf(place);
    faults.push(...truthOf(written.faults, faults.length, placeOf));
    const isLast = index + 1 === options.communities;
    if (before) faults.push(...((await last?.write(before, faults.length, placeOf, isLast)) ?? []));
    doors?.write(inventor.name(index), facts, written.tables, placeOf, options.year);
  }
  faults.push(...reports.finish(faults.length));
  files.close();
  summary.faults = faults.length;
  writeFileSync(path.join(folder, 'truth.json'), truthText(options, summary, faults));
  return summary;
}

/** How the district keeps its ledgers and reports: running registers and two tables, or month by month. */
function keeping(
  data: string,
  options: SimulateOptions,
  inventor: Inventor,
): { files: Files; reports: Reports; placement: Placement } {
  const { year, format, months, communities } = options;
  const layout = layoutOf(options);
  const streets = months && streetsOf(inventor, communities, months.streets);
  const placement = streets ? monthlyPlacement(year, streets) : RUNNING;
  const files = new Files(data, streets ? withStreets(layout, streets) : layout, placement, format);
  const reporting = { options, layout, files, district: DISTRICT };
  const reports = streets ? new MonthByMonth(reporting, streets) : new TwoTables(reporting);
  return { files, reports, placement };
}

function layoutOf({ layout, seed, format }: SimulateOptions): Layout {
  return layout === 'plain' ? PLAIN : messyLayout({ seed, district: DISTRICT, format });
}

/** Neighbouring communities make a street; streets are of about one size. */
function streetsOf(inventor: Inventor, communities: number, streets: number): Streets {
  const names = new Map<string, string>();
  for (let index = 0; index < communities; index++)
    names.set(inventor.name(index), streetName(Math.floor((index * streets) / communities)));
  return { district: DISTRICT, of: (community) => names.get(community) ?? '' };
}

/** The tables of a community, with faults where they are wanted. */
function faulty(
  inventor: Inventor,
  { index, facts, tables, told }: { index: number; facts: Facts; tables: Table[]; told: FaultyStory[] },
  options: SimulateOptions,
  placement: Placement,
) {
  const { faults: rate, communities, format } = options;
  if (rate === 0) return { tables, faults: [] };
  const neighbour = inventor.name(index + 1);
  const plan = { rate, index, communities, format, neighbour, repeated: placement.repeated };
  return plantFaults(inventor.invention(index, 'faults', facts), tables, plan, told);
}

/** What the facts of a community call the events of each kind. */
const EVENTS = {
  birth: 'births',
  marriage: 'marriages',
  contraception: 'operations',
  migration: 'stays',
  death: 'deaths',
} as const;

function count(summary: Simulated, facts: Facts): void {
  summary.people += countMembers(facts);
  summary.households += facts.households.length;
  summary.women += facts.women.length;
  for (const [kind, name] of Object.entries(EVENTS))
    summary.events[kind] = (summary.events[kind] ?? 0) + facts[name].length;
}
