import { columnLetters } from '../../keys/column-letters.js';
import { gathered } from '../../keys/order.js';
import { noted } from '../../model/noted.js';
import { sumOf } from '../../statistics/sum.js';
import type { FilledSheet } from './answers.js';
import type { AreaVisits, FieldVisit } from './visits.js';

/** What is to be known about the sheets, by code; `detail` names files or areas. */
export interface SpotNote {
  code:
    | 'not-returned'
    | 'no-outcome'
    | 'row-gone'
    | 'unknown-word'
    | 'unknown-row'
    | 'same-sheet'
    | 'added'
    | 'added-elsewhere'
    | 'reserve-unit-out-of-order'
    | 'reserve-area-out-of-order';
  count: number;
  detail?: string;
}

/** What a look at all rows shows. */
export function notesOf(areas: readonly AreaVisits[]): SpotNote[] {
  const returned = areas.filter(({ sheets }) => sheets.length > 0);
  const visits = returned.flatMap((area) => area.visits);
  const sheets = returned.flatMap((area) => area.sheets);
  const away = areas.filter(({ area, sheets: back }) => area.role === 'drawn' && back.length === 0);
  const strangers = returned.flatMap(({ people, sheets: back }) =>
    back.flatMap(({ answers }) => answers.filter(({ no }) => no !== null && no > people.length)),
  );
  const unknown = sumOf(sheets, (sheet) => sheet.unknown.length);
  const gone = visits.filter(isGone);
  return [
    ...noted('not-returned', away.length, away.map(({ area }) => area.area).join('、')),
    ...noted('no-outcome', visits.filter((visit) => isOpen(visit) && !isGone(visit)).length),
    ...noted('row-gone', gone.length, goneIn(gone)),
    ...noted('unknown-word', unknown, wordsOf(sheets)),
    ...noted('unknown-row', strangers.length),
    ...noted('added', visits.filter(({ listed }) => listed === null).length),
  ];
}

/** A row of a drawn household that nobody answered; reserves need not be visited. */
function isOpen({ listed, answer }: FieldVisit): boolean {
  return listed !== null && listed.unit.role === 'drawn' && answer.outcome === null;
}

function isGone({ answer }: FieldVisit): boolean {
  return answer.row === 0;
}

/** Cells and rows that a note names; its count is full. */
const MOST_NAMED = 20;

/** Numbers of the rows that are gone, sheet by sheet. */
function goneIn(gone: readonly FieldVisit[]): string {
  const bySheet = gathered(gone, ({ sheet }) => placeOf(sheet));
  const numbers = (visits: readonly FieldVisit[]) => visits.map(({ answer }) => answer.no).join(' ');
  return [...bySheet].map(([place, visits]) => `${place} › ${numbers(visits)}`).join('、');
}

/** Every cell with the word that it holds: file, sheet, cell. */
function wordsOf(sheets: readonly FilledSheet[]): string {
  const cells = sheets.flatMap((sheet) =>
    sheet.unknown.map(({ row, column, raw }) => {
      const letters = columnLetters(sheet.headings.get(column)?.index ?? 0);
      return `${placeOf(sheet)} › ${letters}${row} “${raw}”`;
    }),
  );
  const more = cells.length > MOST_NAMED ? ' …' : '';
  return cells.slice(0, MOST_NAMED).join('、') + more;
}

function placeOf({ path, sheet }: FilledSheet): string {
  return `${path} › ${sheet}`;
}
