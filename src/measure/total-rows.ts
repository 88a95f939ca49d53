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
export class TotalRows {
  private readonly above = new Map<string, Above>();

  constructor(private readonly totals: Map<string, string[]>) {}

  /** The area key of the figures in a row of a source. */
  place(source: number, area: string, span: string): string {
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
