import type { Config } from '../../config/types.js';
import type { Store } from '../../store/store.js';
import type { Catalogue } from '../catalogue.js';
import type { Count, FactTable } from '../indicators/indicator.js';
import { factTables, HELPERS } from './facts.js';

/** What the registers show, by community: flows by month, stocks at the as-of date (month ''). */
export interface Recounted {
  /** Month → number, months without any left out; undefined where the community's registers do not show it. */
  of(community: string, code: string): ReadonlyMap<string, number> | undefined;
  /** Codes that some community shows. */
  codes: ReadonlySet<string>;
}

type Counted = Count & { recount: NonNullable<Count['recount']> };

/**
 * Counts what the registers show: one pass over each kind of fact, for all communities, months and indicators at once.
 * Leaves the tables of facts (`fact_births` …) for those who explain differences.
 */
export async function recount(store: Store, config: Config, catalogue: Catalogue): Promise<Recounted> {
  await store.sideBySide(Object.entries(HELPERS), ([name, select]) => store.define(name, select));
  const series = new Map<string, Map<string, Map<string, number>>>();
  const covered = await coveredBy(store);
  const codes = new Set<string>();
  const tables = factTables(config);
  await store.sideBySide(Object.keys(tables) as FactTable[], async (name) => {
    const indicators = catalogue.all.filter(
      (one): one is Counted => one.kind === 'count' && one.recount?.facts === name,
    );
    const { needs, select } = tables[name];
    const communities = [...covered].filter(([, registers]) => needs.every((need) => registers.has(need)));
    if (indicators.length === 0 || communities.length === 0) return;
    const isFlow = indicators[0]?.time === 'flow';
    for (const { code } of indicators) codes.add(code);
    for (const [community] of communities) {
      const ofCommunity = series.get(community) ?? new Map<string, Map<string, number>>();
      for (const { code } of indicators) ofCommunity.set(code, new Map());
      series.set(community, ofCommunity);
    }
    await store.define(`fact_${name}`, isFlow ? datedFacts(select, config.monthEnd) : select);
    for (const row of await store.all(countsOf(name, indicators, isFlow))) {
      const ofCommunity = series.get(String(row.community));
      for (const { code } of indicators) ofCommunity?.get(code)?.set(String(row.month), Number(row[code]));
    }
  });
  return { codes, of: (community, code) => series.get(community)?.get(code) };
}

/** A month's report ends on a cut-off day: what comes later is the next month's. */
function datedFacts(select: string, monthEnd: number): string {
  const month = `CASE WHEN DAY(f.date) > ${monthEnd} THEN month_of(add_days(f.date, 32 - DAY(f.date))) ELSE month_of(f.date) END`;
  return `SELECT f.*, ${month} AS month FROM (${select}) AS f`;
}

function countsOf(name: FactTable, indicators: readonly Counted[], isFlow: boolean): string {
  const sums = indicators.map(
    ({ code, recount: { where } }) => `SUM(CASE WHEN ${where ?? 'TRUE'} THEN 1 ELSE 0 END) AS ${code}`,
  );
  const month = isFlow ? 'month' : "''";
  return `SELECT community, ${month} AS month, ${sums.join(', ')} FROM fact_${name}
    WHERE community IS NOT NULL GROUP BY community${isFlow ? ', month' : ''}`;
}

/** Which registers every community has, at whatever point. */
async function coveredBy(store: Store): Promise<Map<string, Set<string>>> {
  const rows = await store.all<{ community: string; register: string }>(
    'SELECT DISTINCT community, register FROM coverage ORDER BY community, register',
  );
  const covered = new Map<string, Set<string>>();
  for (const { community, register } of rows) {
    covered.set(community, (covered.get(community) ?? new Set()).add(register));
  }
  return covered;
}
