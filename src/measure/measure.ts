import type { Config, TargetConfig } from '../config/types.js';
import type { ErrorRate, IndicatorRow } from '../model/measured.js';
import type { Source } from '../model/source.js';
import type { Store } from '../store/store.js';
import { type Areas, areasOf, type Location } from './areas.js';
import type { Catalogue } from './catalogue.js';
import { countRates, FIGURES } from './error-rates.js';
import type { Reported } from './figures.js';
import { type Frame, frameOf, identitiesOf } from './identities.js';
import { judgeFigures } from './judge.js';
import type { Grain } from './periods.js';
import { findBrokenEvents } from './recount/broken-events.js';
import { compareWithRegisters } from './recount/compare.js';
import { Numbers } from './recount/numbers.js';
import { recount } from './recount/recount.js';
import { indicatorRows } from './table.js';
import { missedTargets } from './targets.js';
import { isTotal } from './total-rows.js';
import { FAULT_COLUMNS, rowsOf } from './verdicts.js';

/** What measuring leaves for the report. */
export interface Measured {
  indicators: IndicatorRow[];
  /** How far reported births, deaths and marriages of the period are from the registers. */
  figureRates: ErrorRate[];
  areas: Areas;
  /** Names of indicators that nobody knows, by source, with their number of figures. */
  unknown: ReadonlyMap<number, ReadonlyMap<string, number>>;
}

export interface MeasureOptions {
  period: { label: string; from: string; to: string };
  /** Periods of this length are counted even where nothing is reported for them. */
  every?: Grain;
  /** Targets instead of those of the configuration. */
  targets?: readonly TargetConfig[];
}

/**
 * Once there are events, recounts every indicator from the registers, holds reported figures against each other and
 * against the recount, and leaves its verdicts in table `figure_faults`, from which the rules of the family `totals` read.
 */
export async function measure(
  store: Store,
  sources: readonly Source[],
  config: Config,
  options: MeasureOptions,
  reported: Reported,
): Promise<Measured> {
  const { catalogue } = reported;
  const areas = await readAreas(store, config, reported);
  const frame = frameOf(reported, areas, ownSums(config, catalogue));
  const identities = identitiesOf(frame);
  const numbers = new Numbers(await recount(store, config, catalogue), frame, options.period);
  await store.turn();
  const { verdicts, suspected } = judgeFigures(frame, identities, (cell) => numbers.ofCell(cell)?.value);
  const broken = await findBrokenEvents(store);
  const compared = compareWithRegisters(frame, numbers, suspected, broken);
  await store.turn();
  const indicators = await indicatorRows(store, frame, numbers, {
    ...options,
    suspected: new Set(suspected.keys()),
  });
  await store.turn();
  const missed = missedTargets(indicators, options.targets ?? config.targets, frame);
  const wide = new Set(sources.filter((source) => source.wide).map(({ source }) => source));
  await store.create('figure_faults', FAULT_COLUMNS);
  await store.append('figure_faults', FAULT_COLUMNS, rowsOf([...verdicts, ...compared, ...missed], wide));
  return {
    indicators,
    areas,
    unknown: reported.unknown,
    figureRates: figureRates(frame, numbers, options.period),
  };
}

const EVENT_OF: Readonly<Record<string, string | undefined>> = {
  births: 'birth',
  deaths: 'death',
  marriages: 'marriage',
};

function figureRates(
  { reported }: Frame,
  numbers: Numbers,
  { label, from, to }: MeasureOptions['period'],
): ErrorRate[] {
  const key = `${from.slice(0, 7)}/${to.slice(0, 7)}`;
  return reported.cells.values().flatMap((cell) => {
    const event = EVENT_OF[cell.indicator.code];
    const actual = event === undefined ? undefined : numbers.ofCell(cell)?.value;
    if (!event || actual === undefined || cell.conflict || cell.span.key !== key || isTotal(cell.area))
      return [];
    const place = { event, point: FIGURES, community: cell.area, period: label };
    return countRates(place, cell.figures[0].printed.value, actual);
  });
}

/** Where most of a community's rows say that it lies: a few of thousands are slips. */
const LOCATED = `SELECT community, MAX(CASE WHEN kind = 'street' THEN name END) AS street,
    MAX(CASE WHEN kind = 'district' THEN name END) AS district
  FROM (
    SELECT community, kind, name, ROW_NUMBER() OVER (PARTITION BY community, kind ORDER BY n DESC, name) AS rank
    FROM (
      SELECT community, kind, name, COUNT(*) AS n FROM (
        ${['households', 'women', 'births', 'figures'].map(placesIn).join(' UNION ALL ')}) AS places
      WHERE community IS NOT NULL AND name IS NOT NULL GROUP BY community, kind, name) AS counted
  ) AS ranked
  WHERE rank = 1 GROUP BY community ORDER BY community`;

function placesIn(register: string): string {
  const community = register === 'figures' ? 'area' : 'community';
  return ['street', 'district']
    .map((kind) => `SELECT ${community} AS community, '${kind}' AS kind, ${kind} AS name FROM ${register}`)
    .join(' UNION ALL ');
}

async function readAreas(store: Store, config: Config, reported: Reported): Promise<Areas> {
  const located = await store.all<Location>(LOCATED);
  const known = await store.all<{ community: string }>(
    'SELECT DISTINCT community FROM communities WHERE community IS NOT NULL ORDER BY community',
  );
  const cells = reported.cells.values();
  return areasOf({
    configured: config.areas,
    communities: config.communities,
    located,
    known: known.map(({ community }) => community),
    reported: [...new Set(cells.map(({ area }) => area))].filter((area) => !isTotal(area)).sort(),
  });
}

/** A bureau's own wholes and parts, by code where their names are known. */
function ownSums(config: Config, catalogue: Catalogue): Frame['sums'] {
  const codeOf = (name: string) => catalogue.find(name) ?? name;
  return config.identities.map(({ whole, parts }) => ({ whole: codeOf(whole), parts: parts.map(codeOf) }));
}
