import type { Config } from '../../config/types.js';
import type { Store } from '../../store/store.js';
import type { Catalogue } from '../catalogue.js';
import type { Count, FactTable } from '../indicators/indicator.js';
import { type FactSelect, factTables } from './facts.js';
import { HELPERS } from './helpers.js';
import { type CountedBy, placedEvents } from './placed.js';

/** What the registers show, by community: flows by month, stocks at the as-of date (month ''). */
export interface Recounted {
  /** Month → number, months without any left out; undefined where the community's registers do not show it. */
  of(community: string, code: string): ReadonlyMap<string, number> | undefined;
  /** Codes that some community shows. */
  codes: ReadonlySet<string>;
  /** People on the cards of each community; empty where there are no cards. */
  residents: ReadonlyMap<string, number>;
}

type Counted = Count & { recount: NonNullable<Count['recount']> };
/** Month → number, of each community and code whose registers would show it. */
type Series = Map<string, Map<string, number>>;

function keyOf(community: string, code: string): string {
  return `${code}|${community}`;
}

/** One kind of fact, the indicators that count it, and the communities whose registers show it. */
interface Counting {
  name: FactTable;
  select: string;
  indicators: readonly Counted[];
  communities: readonly string[];
}

/**
 * Counts what the registers show: one SELECT for all kinds of facts, communities, months and indicators.
 *
 * @param covered the registers that cover each community, at whatever point
 */
export async function recount(
  store: Store,
  config: CountedBy,
  catalogue: Catalogue,
  covered: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<Recounted> {
  const countings = countingsOf(factTables(config), catalogue, covered);
  const series: Series = new Map();
  for (const { indicators, communities } of countings)
    for (const community of communities)
      for (const { code } of indicators) series.set(keyOf(community, code), new Map());
  const residents = new Map<string, number>();
  if (countings.length > 0) {
    for (const row of await store.all(countsOf(countings, config))) {
      const community = String(row.community);
      if (row.facts === 'residents') residents.set(community, Number(row.n));
      const indicators = countings.find(({ name }) => name === row.facts)?.indicators ?? [];
      for (const [place, { code }] of indicators.entries())
        series.get(keyOf(community, code))?.set(String(row.month), Number(row[`n${place}`]));
    }
  }
  return {
    codes: new Set(countings.flatMap(({ indicators }) => indicators.map(({ code }) => code))),
    of: (community, code) => series.get(keyOf(community, code)),
    residents,
  };
}

function countingsOf(
  tables: Record<FactTable, FactSelect>,
  catalogue: Catalogue,
  covered: ReadonlyMap<string, ReadonlySet<string>>,
): Counting[] {
  return (Object.keys(tables) as FactTable[]).flatMap((name): Counting[] => {
    const { needs, select } = tables[name];
    const indicators = catalogue.all.filter(
      (one): one is Counted => one.kind === 'count' && one.recount?.facts === name,
    );
    const communities = [...covered]
      .filter(([, registers]) => needs.every((need) => registers.has(need)))
      .map(([community]) => community);
    return indicators.length > 0 && communities.length > 0 ? [{ name, select, indicators, communities }] : [];
  });
}

/** SELECT of `facts, community, month, n` and a number for each indicator in its place. */
function countsOf(countings: readonly Counting[], config: CountedBy): string {
  const most = Math.max(...countings.map(({ indicators }) => indicators.length));
  const selects = countings.map(({ name, select, indicators }) => {
    const isFlow = indicators[0]?.time === 'flow';
    const month = isFlow ? monthOf('f.date', config.monthEnd) : "''";
    const sums = Array.from({ length: most }, (_, place) => {
      const indicator = indicators[place];
      return `${indicator ? `COUNT(CASE WHEN ${indicator.recount.where ?? 'TRUE'} THEN 1 END)` : '0'} AS n${place}`;
    });
    return `SELECT '${name}' AS facts, f.community, ${month} AS month, COUNT(*) AS n, ${sums.join(', ')}
      FROM (${select}) AS f WHERE f.community IS NOT NULL GROUP BY f.community${isFlow ? `, ${month}` : ''}`;
  });
  const helpers = Object.entries({ ...HELPERS, placed: placedEvents(config) });
  return `WITH ${helpers.map(([name, select]) => `${name} AS (${select})`).join(', ')}
    ${selects.join(' UNION ALL ')}`;
}

/** A month's report ends on a cut-off day: what comes later is the next month's. */
function monthOf(date: string, monthEnd: Config['monthEnd']): string {
  if (monthEnd >= 31) return `month_of(${date})`;
  return `CASE WHEN DAY(${date}) > ${monthEnd} THEN month_of(add_days(${date}, 32 - DAY(${date}))) ELSE month_of(${date}) END`;
}
