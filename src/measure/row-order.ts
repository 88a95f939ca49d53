import { byText } from '../keys/order.js';
import type { IndicatorRow } from '../model/measured.js';
import type { Frame } from './block.js';

/**
 * Rows in the order of areas, periods and the catalogue; sorted by places in lists, since there may be a hundred thousand.
 *
 * @param rows by the keys of their cells
 */
export function inCatalogueOrder(
  rows: ReadonlyMap<string, IndicatorRow>,
  { catalogue, areas }: Pick<Frame, 'catalogue' | 'areas'>,
): IndicatorRow[] {
  const keyed = [...rows].map(([key, row]) => ({ row, span: key.split('\u0001')[1] ?? '' }));
  const rank = { district: 0, street: 1, community: 2 };
  const ofArea = places(
    keyed.map(({ row }) => row.area),
    (a, b) => rank[areas.levelOf(a)] - rank[areas.levelOf(b)] || byText(a, b),
  );
  const ofSpan = places(
    keyed.map(({ span }) => span),
    byText,
  );
  const known = new Map(catalogue.all.map(({ code }, n) => [code, n]));
  const ofCode = places(
    keyed.map(({ row }) => row.code),
    (a, b) => (known.get(a) ?? known.size) - (known.get(b) ?? known.size) || byText(a, b),
  );
  const placed = keyed.map(({ row, span }) => ({
    row,
    area: ofArea(row.area),
    span: ofSpan(span),
    code: ofCode(row.code),
  }));
  return placed.sort((a, b) => a.area - b.area || a.span - b.span || a.code - b.code).map(({ row }) => row);
}

/** Where each of some names comes among them. */
function places(names: readonly string[], order: (a: string, b: string) => number): (name: string) => number {
  const sorted = [...new Set(names)].sort(order);
  const place = new Map(sorted.map((name, n) => [name, n]));
  return (name) => place.get(name) ?? sorted.length;
}
