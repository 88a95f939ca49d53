import { totalWord } from '../keys/total-word.js';
import type { Span } from './periods.js';

/** Area keys of total rows hold this mark, so that they are nobody's name. */
const TOTAL_MARK = '\u0002';
/** The rows that follow are some of those that a total counts. */
const AMONG = /^其中[:：]?/;

/** The area as people read it. */
export function areaName(area: string): string {
  return area.split(TOTAL_MARK)[0] ?? area;
}

export function isTotal(area: string): boolean {
  return area.includes(TOTAL_MARK);
}

/** The area without the word that says that it is one of several. */
export function withoutAmong(area: string): string {
  return area.replace(AMONG, '') || area;
}

/** A total whose rows follow, as far as they have come. */
interface Leading {
  parts: string[];
  /** 其中 stands over them: they need not be all. */
  some: boolean;
}

/** What a table holds of one period so far. */
interface Above {
  areas: Set<string>;
  /** Since the last subtotal. */
  since: Set<string>;
  totals: number;
  /** The last whole, and how many areas stood above it. */
  whole?: { word: string; areas: number };
  /** The total whose rows are being read. */
  open?: { word: string; place: string; sub: boolean } | undefined;
  /** Totals and subtotals that stand before their rows. */
  leading: { whole?: Leading; sub?: Leading };
  /** Where the first total, the first subtotal stands before its rows. */
  leads: { whole?: boolean; sub?: boolean };
}

/** Tells rows that are wholes of the rows above or below them from areas of their own. */
export class TotalRows {
  private readonly above = new Map<string, Above>();

  constructor(private readonly totals: Map<string, string[]>) {}

  /**
   * The area key of the figures in a row of a source.
   *
   * @param among the row says that it is one of several (其中)
   */
  place(source: number, area: string, span: Span, among = false): string {
    const key = `${source}|${span.key}`;
    const table = this.above.get(key) ?? emptyTable();
    this.above.set(key, table);
    const word = area.replace(/\s/g, '');
    if (table.open?.word === word) return table.open.place;
    const total = among ? undefined : totalWord(area);
    if (total) return this.total(table, { word, key, span, ...total });
    this.part(table, area, among);
    return area;
  }

  /** An area: part of the totals before it that lead, and of those that follow. */
  private part(table: Above, area: string, among: boolean): void {
    if (table.open && table.areas.size > 0) this.turn(table, table.open);
    table.open = undefined;
    for (const leading of Object.values(table.leading)) {
      leading.some ||= among;
      if (leading.some) leading.parts.length = 0;
      else if (!leading.parts.includes(area)) leading.parts.push(area);
    }
    table.areas.add(area);
    table.since.add(area);
  }

  /** A total between rows, of a table whose first one led: it leads those below. */
  private turn(table: Above, { place, sub }: { place: string; sub: boolean }): void {
    const kind = sub ? 'sub' : 'whole';
    if (!table.leads[kind]) return;
    const parts: string[] = [];
    this.totals.set(place, parts);
    table.leading[kind] = { parts, some: false };
  }

  private total(
    table: Above,
    { word, key, span, sub, ...said }: Said & { word: string; key: string; span: Span; sub: boolean },
  ): string {
    const kind = sub ? 'sub' : 'whole';
    table.totals += 1;
    const place = `${word}${TOTAL_MARK}${key}|${table.totals}`;
    const rows = [...(sub ? table.since : table.areas)];
    const isKnown = isOfRows(said, span) && !table.areas.has(said.before) && (sub || !isNext(table, word));
    if (!sub) table.whole = { word, areas: table.areas.size };
    const parts = isKnown ? rows : [];
    this.totals.set(place, parts);
    delete table.leading[kind];
    table.leads[kind] ??= rows.length === 0;
    if (rows.length === 0 && isKnown) table.leading[kind] = { parts, some: false };
    table.since = new Set();
    table.open = { word, place, sub };
    return place;
  }
}

/** A second 合计 with other areas above it: of these, or of all, nobody can tell. */
function isNext({ whole, areas }: Above, word: string): boolean {
  return whole?.word === word && whole.areas > 0 && areas.size > whole.areas;
}

interface Said {
  before: string;
  running: boolean;
}

/** Whether a total is of the span of its rows: 本年累计 in a table of one month is of more. */
function isOfRows({ before, running }: Said, { grain }: Span): boolean {
  if (/\d[-—~至到]\d|半年/.test(before)) return false;
  if (/季/.test(before)) return grain === 'quarter';
  return !(running || before.includes('年')) || grain === undefined || grain === 'year';
}

function emptyTable(): Above {
  return { areas: new Set(), since: new Set(), totals: 0, leading: {}, leads: {} };
}
