import type { IndicatorRow } from '../model/measured.js';
import { rounded } from '../statistics/rounding.js';
import type { Store } from '../store/store.js';
import { Block, type Frame } from './block.js';
import { statisticalError } from './error-rates.js';
import { cellKey, type FigureCell } from './figures.js';
import { asReported, cellsOf, FIRM, judge, type Quotient, weightedSum } from './identity.js';
import type { Indicator } from './indicators/indicator.js';
import { holds, overlap } from './interval.js';
import type { Span } from './periods.js';
import { recomputedNumbers } from './recomputed.js';
import type { RegisterNumbers } from './recount/numbers.js';
import { inCatalogueOrder } from './row-order.js';
import { type SpansAsked, spansOf } from './spans.js';
import { areaName, isTotal } from './total-rows.js';
import { middle, middleRate } from './words.js';

/** What rows are made from. */
interface Made {
  frame: Frame;
  numbers: RegisterNumbers;
  /** Figures that some identity shows to be wrong. */
  suspected: ReadonlySet<FigureCell>;
}

interface TableOptions extends SpansAsked {
  /** The communities that registers cover. */
  known: readonly string[];
}

/**
 * Reported beside recomputed, for every figure, and for what the registers show of the audited period where nothing is
 * reported. In the order of areas, periods and the catalogue.
 */
export async function indicatorRows(
  store: Pick<Store, 'turn'>,
  made: Made,
  options: TableOptions,
): Promise<IndicatorRow[]> {
  const { reported, areas, catalogue } = made.frame;
  const rows = new Map<string, IndicatorRow>();
  for (const cell of reported.cells.values())
    if (!isTotal(cell.area)) {
      rows.set(cell.key, reportedRow(cell, made));
      const error = errorRow(cell, made);
      if (error) rows.set(cellKey(cell.area, cell.span.key, error.code), error);
    }
  await store.turn();
  const places = [...new Set([...options.known, ...areas.wholes])];
  for (const span of spansOf(options)) {
    for (const area of places) {
      for (const indicator of catalogue.all) {
        const key = cellKey(area, span.key, indicator.code);
        if (rows.has(key)) continue;
        const row = countedRow(area, span, indicator, made);
        if (row) rows.set(key, row);
      }
    }
  }
  await store.turn();
  return inCatalogueOrder(rows, made.frame);
}

/** The statistical error of reported births, which targets are set for. */
function errorRow(cell: FigureCell, { frame, numbers }: Made): IndicatorRow | undefined {
  const { area, span, indicator, figures, conflict } = cell;
  const actual = indicator.code === 'births' && !conflict ? numbers.ofCell(cell)?.value : undefined;
  const reported = figures[0].printed.value;
  const error = actual === undefined ? null : statisticalError(reported, actual);
  if (actual === undefined || error === null) return undefined;
  const recomputed = rounded(error);
  const parts = { numerator: reported - actual, denominator: actual };
  const name = { code: 'statistical_error_rate', name: '统计误差率', unit: '%' };
  return { ...placeOf(frame, area, span), ...name, recomputed, ...parts, verdict: 'not-reported' };
}

type Place = Pick<IndicatorRow, 'area' | 'period' | 'level' | 'grain'>;

function placeOf({ areas }: Frame, area: string, { label, grain }: Span): Place {
  return { area: areaName(area), period: label, level: areas.levelOf(area), grain };
}

function reportedRow(cell: FigureCell, made: Made): IndicatorRow {
  const { frame, suspected } = made;
  const { indicator, area, span } = cell;
  const shown = made.numbers.ofCell(cell);
  const beside = new Block(frame, area, span).quotient(cell);
  const { value: reported, text: printed } = cell.figures[0].printed;
  const { code, unit } = indicator;
  const base = { ...placeOf(frame, area, span), code, name: cell.figures[0].name, reported, printed, unit };
  if (cell.conflict) return { ...base, verdict: 'conflict' };
  if (shown) {
    const right = cell.truncated ? 'truncated' : 'agrees';
    const wrong = isExplained(cell, countsOf(beside), suspected) ? 'explained' : 'differs';
    const verdict = holds(cell.within, shown.value) ? right : wrong;
    return { ...base, ...recomputedNumbers(shown, indicator), verdict };
  }
  if (!beside) return { ...base, ...fromParts(cell, made) };
  const { above: numerator, below: denominator, value } = middleRate(beside);
  if (denominator === 0) return { ...base, numerator, denominator, verdict: 'n/a' };
  // A part above its whole: what is left of the whole is no number of people, and gives no rate.
  if (denominator < 0 || (numerator < 0 && !maySink(beside)))
    return { ...base, verdict: verdictOn(beside, suspected) };
  return {
    ...base,
    ...recomputedNumbers({ value, numerator, denominator }, indicator),
    verdict: verdictOn(beside, suspected),
    ...(beside.loose === FIRM ? {} : { note: 'end-alone' }),
  };
}

/** Whether a rate may be negative: where its formula subtracts, as that of natural increase does. */
function maySink({ rate: { indicator } }: Quotient): boolean {
  return indicator.kind === 'rate' && indicator.numerator.some((code) => code.startsWith('-'));
}

/** What the figures beside a rate say of it; where one of them is found wrong and the rate is not, that explains it. */
function verdictOn(beside: Quotient, suspected: Made['suspected']): IndicatorRow['verdict'] {
  const verdict = judge(beside);
  return verdict !== 'agrees' && isExplained(beside.rate, cellsOf(beside), suspected) ? 'explained' : verdict;
}

/** Whether a figure is not found wrong itself, but one of those that it was held against is. */
function isExplained(cell: FigureCell, others: readonly FigureCell[], suspected: Made['suspected']): boolean {
  return !suspected.has(cell) && others.some((other) => suspected.has(other));
}

/** What a recounted rate takes as reported: its population. */
function countsOf(beside: Quotient | undefined): FigureCell[] {
  return beside ? beside.denominator.map(({ cell }) => cell) : [];
}

/** A whole as the sum of its parts; nothing to compare with where they are not reported. */
function fromParts(
  cell: FigureCell,
  { frame, suspected }: Made,
): Pick<IndicatorRow, 'recomputed' | 'verdict'> {
  if (isUndefined(cell, frame)) return { verdict: 'n/a' };
  const parts = new Block(frame, cell.area, cell.span).parts(cell.indicator.code);
  const sum = parts && weightedSum(parts, asReported);
  if (!sum) return { verdict: suspected.has(cell) ? 'differs' : 'not-checked' };
  const inputs = parts.map((part) => part.cell);
  const wrong = isExplained(cell, inputs, suspected) ? 'explained' : 'differs';
  return { recomputed: middle(sum), verdict: overlap(sum, cell.within) ? 'agrees' : wrong };
}

function isUndefined(cell: FigureCell, frame: Frame): boolean {
  if (cell.indicator.kind !== 'rate') return false;
  const denominator = new Block(frame, cell.area, cell.span).denominator(cell.indicator);
  return denominator !== undefined && weightedSum(denominator.terms, asReported).high === 0;
}

function countedRow(
  area: string,
  span: Span,
  indicator: Indicator,
  { frame, numbers }: Made,
): IndicatorRow | undefined {
  const shown = numbers.of(area, span, indicator);
  if (!shown) return undefined;
  const { code, name, unit } = indicator;
  const base = { ...placeOf(frame, area, span), code, name, unit };
  return { ...base, ...recomputedNumbers(shown, indicator), verdict: 'not-reported' };
}
