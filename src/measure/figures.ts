import { remember } from '../keys/remember.js';
import type { Catalogue } from './catalogue.js';
import { unknownCount } from './catalogue.js';
import type { Indicator } from './indicators/indicator.js';
import { both, hull, type Interval, isEmpty } from './interval.js';
import { readSpan, type Span } from './periods.js';
import { type Printed, readPrinted } from './printed.js';
import { TotalRows, withoutAmong } from './total-rows.js';

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
export interface FigureCell {
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
  /** The indicators that they are of. */
  catalogue: Catalogue;
  cells: FigureCells;
  spans: Map<string, Span>;
  /** Names of unknown indicators by source, with their number of figures. */
  unknown: Map<number, Map<string, number>>;
  /** Rows named 合计 and the like: their area keys, with the areas above them. */
  totals: Map<string, string[]>;
}

export function cellKey(area: string, span: string, code: string): string {
  return `${area}\u0001${span}\u0001${code}`;
}

/** The same for the same cells, in whatever order. */
export function nameOfCells(cells: Iterable<FigureCell>): string {
  const keys = Array.from(cells, ({ key }) => key);
  return keys.sort().join('\u0003');
}

/** The cells of one area. */
interface OfArea {
  all: FigureCell[];
  /** Key of the period → code → cell. */
  spans: Map<string, Map<string, FigureCell>>;
}

const NONE: ReadonlyMap<string, FigureCell> = new Map();

/** Cells in the order in which they were first reported, found by area, key of the period and code. */
export class FigureCells {
  private readonly all: FigureCell[] = [];
  private readonly places: FigureCell[] = [];
  private readonly areas = new Map<string, OfArea>();

  add(cell: FigureCell): void {
    const { area, span, indicator } = cell;
    const held: OfArea = this.areas.get(area) ?? { all: [], spans: new Map() };
    const codes = held.spans.get(span.key) ?? new Map<string, FigureCell>();
    if (codes.size === 0) this.places.push(cell);
    this.all.push(cell);
    held.all.push(cell);
    held.spans.set(span.key, codes.set(indicator.code, cell));
    this.areas.set(area, held);
  }

  get(area: string, span: string, code: string): FigureCell | undefined {
    return this.at(area, span).get(code);
  }

  /** The cells of one area and period, by code. */
  at(area: string, span: string): ReadonlyMap<string, FigureCell> {
    return this.areas.get(area)?.spans.get(span) ?? NONE;
  }

  ofArea(area: string): readonly FigureCell[] {
    return this.areas.get(area)?.all ?? [];
  }

  /** The first cell of every area and period. */
  firsts(): readonly FigureCell[] {
    return this.places;
  }

  values(): readonly FigureCell[] {
    return this.all;
  }
}

/**
 * Gathers the figures that can be read from rows, given in the order of their records.
 * @param nameArea the one name of an area, however it is written
 */
export function figureGatherer(
  catalogue: Catalogue,
  yearStart: 1 | 10,
  nameArea: (raw: string) => string | null,
): { reported: Reported; take(row: FigureRow): void } {
  const reported: Reported = {
    catalogue,
    cells: new FigureCells(),
    spans: new Map(),
    unknown: new Map(),
    totals: new Map(),
  };
  const spanOf = remember((text: string) => readSpan(text, yearStart));
  const indicatorOf = remember(
    (name: string) => catalogue.get(catalogue.find(name) ?? '') ?? unknownCount(name),
  );
  const reader = remember((home: string) =>
    remember((unit: string) => remember((text: string) => readPrinted(text, unit, home))),
  );
  const totals = new TotalRows(reported.totals);
  const take = ({ record, source, area, period, indicator, value, unit }: FigureRow) => {
    const among = area !== null && withoutAmong(area) !== area;
    const name = area === null ? null : nameArea(withoutAmong(area));
    if (name === null || period === null || indicator === null || value === null) return;
    const span = spanOf(period);
    const known = indicatorOf(indicator);
    const place = totals.place(source, name, span, among);
    const printed = reader(known.unit)(unit ?? unitIn(indicator))(value);
    if (known.kind === 'count' && known.time === 'unknown') noteUnknown(reported, source, indicator);
    if (!printed) return;
    if (!reported.spans.has(span.key)) reported.spans.set(span.key, span);
    const figure = { record, source, name: indicator, printed };
    add(reported.cells, place, reported.spans.get(span.key) ?? span, known, figure);
  };
  return { reported, take };
}

/** The unit in brackets behind a heading: `总人口（万人）`. */
function unitIn(heading: string): string {
  return /[(（]([^()（）]*)[)）]\s*$/.exec(heading)?.[1] ?? '';
}

function add(cells: FigureCells, area: string, span: Span, indicator: Indicator, figure: Figure): void {
  const cell = cells.get(area, span.key, indicator.code);
  const { within } = figure.printed;
  if (!cell) {
    const key = cellKey(area, span.key, indicator.code);
    cells.add({ key, area, span, indicator, figures: [figure], within });
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
