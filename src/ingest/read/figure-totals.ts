import { totalWord } from '../../keys/total-word.js';
import type { RawCell, Source } from '../../model/source.js';
import { isNothing, textOf } from './line-kind.js';

/** Gives the total rows of figures what they leave blank: the area from whatever cell has the word, the period from above. */
export class FigureTotals {
  private readonly area: number;
  private readonly period: number;
  private above: RawCell = null;
  /** Rows of several periods stand above: a total without one may be of all. */
  private mixed = false;

  constructor({ columns }: Pick<Source, 'columns'>) {
    this.area = columns.findIndex(({ name }) => name === 'area');
    this.period = columns.findIndex(({ name }) => name === 'period');
  }

  /**
   * Fills the cells of the next row, in place.
   *
   * @param record the row as the file has it
   * @returns false for a total of which nobody can tell the period
   */
  settle(cells: RawCell[], record: readonly RawCell[], isTotal: () => boolean): boolean {
    const { area, period } = this;
    const lacksArea = area >= 0 && isNothing(cells[area]);
    const lacksPeriod = period >= 0 && isNothing(cells[period]);
    if ((lacksArea || lacksPeriod) && isTotal()) {
      if (lacksArea) cells[area] = record.find((cell) => totalWord(textOf(cell)) !== undefined) ?? null;
      if (lacksPeriod && this.mixed) return false;
      if (lacksPeriod) cells[period] = this.above;
    }
    if (period >= 0 && !isNothing(cells[period])) this.keep(cells[period] ?? null);
    return true;
  }

  private keep(period: RawCell): void {
    this.mixed ||= this.above !== null && textOf(this.above).trim() !== textOf(period).trim();
    this.above = period;
  }
}
