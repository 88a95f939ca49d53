import type { Catalogue } from './catalogue.js';
import { unknownCount } from './catalogue.js';
import type { Indicator } from './indicators/indicator.js';
import { both, hull, type Interval, isEmpty } from './interval.js';
import { readSpan, type Span } from './periods.js';
import { type Printed, readPrinted } from './printed.js';

/** A row of the figures register, as the store keeps it. */
export interface FigureRow {
  record: number;
  source: number;
  area: string | null;
  period: string | null;
  indicator: string | null;
  value: string | null;
  unit: string | null;
}

/** One reported figure and where it stands. */
export interface Figure {
  record: number;
  source: number;
  /** The indicator as the report names it. */
  name: string;
  printed: Printed;
}

/** What was reported for one indicator of one area and period, once or more often. */
export interface Cell {
  key: string;
  area: string;
  span: Span;
  indicator: Indicator;
  figures: [Figure, ...Figure[]];
  /** What all of its figures may stand for. */
  within: Interval;
  /** Its figures contradict each other. */
  conflict?: true;
  /** The rate is cut off where it should be rounded. */
  truncated?: true;
}

/** All reported figures of a run. */
export interface Reported {
  cells: Map<string, Cell>;
  spans: Map<string, Span>;
  /** Names of unknown indicators by source, with their number of figures. */
  unknown: Map<number, Map<string, number>>;
  /** Rows named 合计 and the like: their area keys, with the areas above them. */
  totals: Map<string, string[]>;
}

export function cellKey(area: string, span: string, code: string): string {
  return `${area}\u0001${span}\u0001${code}`;
}

const TOTAL = /^(?:合计|小计|总计)$/;
/** Area keys of total rows hold this mark, so that they are nobody's name. */
const TOTAL_MARK = '\u0002';

/** The area as people read it. */
export function areaName(area: string): string {
  return area.split(TOTAL_MARK)[0] ?? area;
}

export function isTotal(area: string): boolean {
  return area.includes(TOTAL_MARK);
}

export interface FigureOptions {
  catalogue: Catalogue;
  yearStart: 1 | 10;
  /** The one name of an area, however it is written. */
  nameArea: (raw: string) => string | null;
}

/** Gathers the figures that can be read, in the order of their records. */
export function gatherFigures(rows: readonly FigureRow[], options: FigureOptions): Reported {
  const reported: Reported = { cells: new Map(), spans: new Map(), unknown: new Map(), totals: new Map() };
  const spanOf = remember((text: string) => readSpan(text, options.yearStart));
  const totals = new TotalRows(reported.totals);
  for (const row of rows) {
    const { area, period, indicator, value, unit } = row;
    const name = area === null ? null : options.nameArea(area);
    if (name === null || period === null || indicator === null || value === null) continue;
    const span = spanOf(period);
    const known = indicatorOf(indicator, options.catalogue);
    const place = totals.place(row, name, span.key);
    const printed = readPrinted(value, unit ?? unitIn(indicator), known.unit);
    if (known.kind === 'count' && known.time === 'unknown') noteUnknown(reported, row.source, indicator);
    if (!printed) continue;
    if (!reported.spans.has(span.key)) reported.spans.set(span.key, span);
    const figure = { record: row.record, source: row.source, name: indicator, printed };
    add(reported.cells, place, reported.spans.get(span.key) ?? span, known, figure);
  }
  return reported;
}

/** The unit in brackets behind a heading: `总人口（万人）`. */
function unitIn(heading: string): string {
  return /[(（]([^()（）]*)[)）]\s*$/.exec(heading)?.[1] ?? '';
}

function indicatorOf(name: string, catalogue: Catalogue): Indicator {
  return catalogue.get(catalogue.find(name) ?? '') ?? unknownCount(name);
}

function add(cells: Map<string, Cell>, area: string, span: Span, indicator: Indicator, figure: Figure): void {
  const key = cellKey(area, span.key, indicator.code);
  const cell = cells.get(key);
  const { within } = figure.printed;
  if (!cell) {
    cells.set(key, { key, area, span, indicator, figures: [figure], within });
    return;
  }
  cell.figures.push(figure);
  const common = both(cell.within, within);
  if (cell.conflict || isEmpty(common)) {
    cell.conflict = true;
    cell.within = hull(cell.within, within);
  } else cell.within = common;
}

function noteUnknown({ unknown }: Reported, source: number, name: string): void {
  const names = unknown.get(source) ?? new Map<string, number>();
  unknown.set(source, names.set(name, (names.get(name) ?? 0) + 1));
}

/** What a table holds of one period so far. */
interface Above {
  areas: Set<string>;
  /** Since the last subtotal. */
  since: Set<string>;
  totals: number;
  /** The total whose rows are being read. */
  open?: string | undefined;
}

/** Tells rows that are wholes of the rows above them from areas of their own. */
class TotalRows {
  private readonly above = new Map<string, Above>();

  constructor(private readonly totals: Map<string, string[]>) {}

  /** The area key of a row's figures. */
  place({ source }: FigureRow, area: string, span: string): string {
    const key = `${source}|${span}`;
    const table = this.above.get(key) ?? { areas: new Set(), since: new Set(), totals: 0 };
    this.above.set(key, table);
    const word = area.replace(/\s/g, '');
    if (TOTAL.test(word)) return this.total(table, word, key);
    table.open = undefined;
    table.areas.add(area);
    table.since.add(area);
    return area;
  }

  private total(table: Above, word: string, key: string): string {
    if (table.open?.startsWith(word)) return table.open;
    table.totals += 1;
    const place = `${word}${TOTAL_MARK}${key}|${table.totals}`;
    this.totals.set(place, [...(word === '小计' ? table.since : table.areas)]);
    table.since = new Set();
    table.open = place;
    return place;
  }
}

function remember<Value>(work: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const value = known.get(text) ?? work(text);
    known.set(text, value);
    return value;
  };
}
