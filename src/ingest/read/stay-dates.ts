import type { BoundColumn, RawCell, Source } from '../../model/source.js';
import type { Binding } from './headings.js';

const DIRECTIONS = ['流入', '流出'] as const;
type Direction = (typeof DIRECTIONS)[number];

function directionIn(text: string): Direction | undefined {
  return DIRECTIONS.find((one) => text.includes(one));
}

/**
 * Where 流入日期 and 流出日期 stand side by side, the one of the list's own direction is the start of a stay and the other
 * its end; in a list of both directions, as for who came.
 *
 * @param own the direction that a name gives
 */
export function withStayDates(binding: Binding, own: string | undefined): Binding {
  const start = binding.columns.find(({ name }) => name === 'start_date');
  const rival = binding.rivals.find(({ name }) => name === 'start_date');
  if (!start || !rival || binding.columns.some(({ name }) => name === 'end_date')) return binding;
  const pair = [start, rival];
  const ofOwn = pair.find(({ heading }) => directionIn(heading) === (own ?? '流入'));
  const other = pair.find((column) => column !== ofOwn && directionIn(column.heading) !== undefined);
  if (!ofOwn || !other || directionIn(ofOwn.heading) === directionIn(other.heading)) return binding;
  const named = (column: BoundColumn, name: string) => ({ ...column, name });
  const columns = binding.columns.filter((column) => column !== start);
  columns.push(named(ofOwn, 'start_date'), named(other, 'end_date'));
  columns.sort((a, b) => a.index - b.index);
  return { ...binding, columns, rivals: binding.rivals.filter((column) => column !== rival) };
}

/** Makes the function that exchanges start and end in rows of the other direction; undefined where none can be. */
export function stayExchanger({ register, columns }: Source): ((cells: RawCell[]) => void) | undefined {
  const at = (name: string) => columns.findIndex((column) => column.name === name);
  const [direction, start, end] = [at('direction'), at('start_date'), at('end_date')];
  const own = directionIn(columns[start]?.heading ?? '');
  const other = directionIn(columns[end]?.heading ?? '');
  if (register !== 'migrants' || direction < 0 || !own || !other) return undefined;
  return (cells) => {
    const said = String(cells[direction] ?? '')
      .trim()
      .toLowerCase();
    const ofRow = directionIn(said) ?? { in: '流入', out: '流出' }[said];
    if (ofRow === other) [cells[start], cells[end]] = [cells[end] ?? null, cells[start] ?? null];
  };
}
