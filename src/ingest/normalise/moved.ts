import type { BoundColumn, RawCell } from '../../model/source.js';
import type { Column, Register } from '../../registers/types.js';
import { type CellReader, cellReader } from './cell.js';
import type { RowState } from './problem.js';
import type { CellOptions } from './ways.js';

/** Cells that are out of place by less may be slips of the pen, each for itself. */
const FEWEST = 2;
/** Types of which a cell tells whether it fits: any text is a text, and nearly any a name. */
const TELLING: readonly string[] = ['text', 'number'];

/** Whether the cells of a record, as the file has it, stand one place beside their columns. */
export type MovedTest = (record: readonly RawCell[]) => boolean;

/** A column whose cells tell whether they stand in their place. */
interface Place {
  index: number;
  fits: (cell: RawCell) => boolean;
}

/**
 * Makes the function that says whether the cells of a record fit their columns only when those from some cell on are
 * moved by one place: somebody typed one too many, or left one out.
 *
 * @param columns where the file keeps the register's columns
 * @returns a function from a record as the file has it; meant for records in which something is wrong
 */
export function makeMovedTest(
  register: Register,
  columns: readonly BoundColumn[],
  options: CellOptions,
): MovedTest {
  const places = columns.flatMap(({ name, index }): Place[] => {
    const column = register.columns.find((one) => one.name === name);
    return column && index >= 0 && !TELLING.includes(column.type)
      ? [{ index, fits: fitter(column, options) }]
      : [];
  });
  places.sort((a, b) => a.index - b.index);
  return (record) => isMoved(places, record, 1) || isMoved(places, record, -1);
}

/** From the first misfit on all cells fit when moved, and as they stand two or more do not. */
function isMoved(places: readonly Place[], record: readonly RawCell[], by: 1 | -1): boolean {
  const standing = places.map(({ index, fits }) => fits(record[index] ?? null));
  const first = standing.indexOf(false);
  if (first < 0 || standing.filter((fit) => !fit).length < FEWEST) return false;
  // Of a cell left out, the column that lacks it has none to fit.
  const after = places.slice(by < 0 ? first + 1 : first);
  const moved = after.filter(({ index }) => isFilled(record[index + by]));
  return moved.length >= FEWEST && after.every(({ index, fits }) => fits(record[index + by] ?? null));
}

function isFilled(cell: RawCell | undefined): boolean {
  return cell !== null && cell !== undefined && cell !== '';
}

/** A blank fits everywhere. */
function fitter(column: Column, options: CellOptions): Place['fits'] {
  const read: CellReader = cellReader(column, 0, options);
  return (cell) => {
    if (cell === null || cell === '') return true;
    if (typeof cell === 'object') return false;
    if (column.type === 'name') return !/\d/.test(String(cell));
    const row: RowState = { problems: [], partial: [], idStatus: [] };
    read(cell, row);
    return row.problems.every(({ rule }) => rule === 'format/partial-date');
  };
}
