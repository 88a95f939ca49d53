import type { Config, TargetConfig } from '../config/types.js';
import type { ErrorRate, IndicatorRow } from '../model/measured.js';
import type { Source } from '../model/source.js';
import { putRows } from '../store/steps.js';
import type { Store } from '../store/store.js';
import { type Areas, areasOf, type Location } from './areas.js';
import type { Frame } from './block.js';
import type { Catalogue } from './catalogue.js';
import { countRates, FIGURES } from './error-rates.js';
import type { Reported } from './figures.js';
import { coveredCommunities, type HandedIn, registersOf } from './handed-in.js';
import { frameOf, identitiesOf } from './identities.js';
import { judgeFigures } from './judge.js';
import { monthsOf, spanOf } from './periods.js';
import { compareWithRegisters } from './recount/compare.js';
import { RegisterNumbers } from './recount/numbers.js';
import { recount } from './recount/recount.js';
import type { SpansAsked } from './spans.js';
import { indicatorRows } from './table.js';
import { missedTargets } from './targets.js';
import { isTotal } from './total-rows.js';
import { FAULT_COLUMNS, verdictRows } from './verdicts.js';

/** What measuring leaves for the report. */
export interface Measured {
  indicators: IndicatorRow[];
  /** How far reported births, deaths and marriages of the period are from the registers. */
  figureRates: ErrorRate[];
  areas: Areas;
  handedIn: HandedIn;
  /** People on the cards of each community. */
  residents: ReadonlyMap<string, number>;
  /** Names of indicators that nobody knows, by source, with their number of figures. */
  unknown: ReadonlyMap<number, ReadonlyMap<string, number>>;
}

export interface MeasureOptions extends SpansAsked {
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
  { reported, handedIn }: { reported: Reported; handedIn: HandedIn },
): Promise<Measured> {
  const { catalogue } = reported;
  const known = coveredCommunities(handedIn);
  const areas = await readAreas(store, config, reported, known);
  const frame = frameOf(reported, areas, ownSums(config, catalogue));
  const identities = identitiesOf(frame);
  const recounted = await recount(store, config, catalogue, registersOf(handedIn));
  const numbers = new RegisterNumbers(recounted, frame, options.period);
  await store.turn();
  const { verdicts, suspected } = judgeFigures(frame, identities, (cell) => numbers.ofCell(cell)?.value);
  const compared = await compareWithRegisters(store, frame, numbers, suspected);
  await store.turn();
  const made = { frame, numbers, suspected: new Set(suspected.keys()) };
  const indicators = await indicatorRows(store, made, { ...options, known });
  await store.turn();
  const missed = missedTargets(indicators, options.targets ?? config.targets, frame);
  const wide = new Set(sources.filter((source) => source.wide).map(({ source }) => source));
  const rows = verdictRows([...verdicts, ...compared, ...missed], wide);
  await putRows(store, 'figure_faults', FAULT_COLUMNS, rows);
  return {
    indicators,
    areas,
    handedIn,
    residents: recounted.residents,
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
  numbers: RegisterNumbers,
  period: MeasureOptions['period'],
): ErrorRate[] {
  const { key, label } = spanOf(monthsOf(period), period.label);
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
const LOCATED = `WITH places AS (
    SELECT community, street, district, COUNT(*) AS n FROM (
      ${['households', 'women', 'births', 'figures'].map(placesIn).join(' UNION ALL ')}) AS placed
    WHERE community IS NOT NULL GROUP BY community, street, district
  )
  SELECT community, MAX(CASE WHEN kind = 'street' THEN name END) AS street,
    MAX(CASE WHEN kind = 'district' THEN name END) AS district
  FROM (
    SELECT community, kind, name,
      ROW_NUMBER() OVER (PARTITION BY community, kind ORDER BY SUM(n) DESC, name) AS rank
    FROM (SELECT community, 'street' AS kind, street AS name, n FROM places
      UNION ALL SELECT community, 'district', district, n FROM places) AS named_places
    WHERE name IS NOT NULL GROUP BY community, kind, name) AS ranked
  WHERE rank = 1 GROUP BY community ORDER BY community`;

function placesIn(register: string): string {
  const community = register === 'figures' ? 'area' : 'community';
  return `SELECT ${community} AS community, street, district FROM ${register}`;
}

async function readAreas(
  store: Store,
  config: Config,
  reported: Reported,
  known: readonly string[],
): Promise<Areas> {
  const located = await store.all<Location>(LOCATED);
  const cells = reported.cells.values();
  return areasOf({
    configured: config.areas,
    communities: config.communities,
    located,
    known,
    reported: [...new Set(cells.map(({ area }) => area))].filter((area) => !isTotal(area)).sort(),
  });
}

/** A bureau's own wholes and parts, by code where their names are known. */
function ownSums(config: Config, catalogue: Catalogue): Frame['sums'] {
  const codeOf = (name: string) => catalogue.find(name) ?? name;
  return config.identities.map(({ whole, parts }) => ({ whole: codeOf(whole), parts: parts.map(codeOf) }));
}
