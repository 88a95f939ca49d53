import type { Source } from '../../model/source.js';
import { REGISTERS } from '../../registers/index.js';
import type { LineColumns } from './line-kind.js';

const PLACES = new Set(['community', 'street', 'district']);

/** Where a source keeps what tells its records from other lines. */
export function lineColumns({ register, columns, wide }: Source): LineColumns {
  const typed = new Map(REGISTERS[register].columns.map(({ name, type }) => [name, type]));
  const indices = (some: Source['columns'] | NonNullable<Source['wide']>) => some.map(({ index }) => index);
  const ofType = (...types: string[]) =>
    indices(columns.filter(({ name, index }) => index >= 0 && types.includes(typed.get(name) ?? '')));
  const named = ofType('name');
  const figures = indices(wide ?? []);
  return {
    names: named,
    ids: ofType('id'),
    dates: ofType('date'),
    places: indices(columns.filter(({ name }) => PLACES.has(name))),
    counts: named.length > 0 ? [] : [...ofType('integer', 'number'), ...figures],
    known: new Set([...indices(columns), ...figures]),
  };
}

/** Up to the last column that every row must fill itself: some are taken from the row above, or from the source's names. */
export function leastCells({ register: name, columns, witness, named, width }: Source): number {
  const register = REGISTERS[name];
  const others = ['community', 'household_no', ...(register.inheritsWhenAllBlank ?? [])];
  const required = witness
    ? (register.witnessNeeds ?? [])
    : register.columns
        .filter((column) => column.required && !others.includes(column.name))
        .map((column) => column.name);
  const own = columns.filter(({ name: one }) => {
    return required.includes(one) && !(one === register.fromName && named !== undefined);
  });
  return Math.min(width.headings, Math.max(2, ...own.map(({ index }) => index + 1)));
}
