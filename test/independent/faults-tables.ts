/** Faults of whole tables and of reported figures: one a district, told by one finding of one of the rules, or by none. */
import type { District } from './district.js';
import { type Figures, reported, reportOf } from './figures.js';
import type { Sheet } from './write.js';

/** The rules that may tell it (none for a trap), and what becomes of the tables. */
export interface TableWay {
  rules: readonly string[];
  notice?: true;
  shape(sheets: Sheet[], district: District): void;
}

/** The table of a register at a point that holds most rows. */
function tableOf(sheets: readonly Sheet[], point: string, register: string): Sheet {
  const [found] = sheets
    .filter((sheet) => sheet.register === register && sheet.rows.some((row) => row?.point === point))
    .sort((a, b) => b.rows.length - a.rows.length);
  if (found === undefined) throw new Error(`no ${register} at ${point}`);
  return found;
}

/** Cells of a column, in lines that hold a row. */
function rewrite(sheet: Sheet, column: string, change: (cell: string, n: number) => string): void {
  const at = sheet.columns.indexOf(column);
  let n = 0;
  sheet.lines.forEach((line, place) => {
    if (sheet.rows[place]) line[at] = change(line[at] ?? '', n++);
  });
}

/** The mother's name in two columns, each under one of its other headings. */
const twoNames =
  (change: (cell: string, n: number) => string) =>
  (sheets: Sheet[]): void => {
    const sheet = tableOf(sheets, 'ledger', 'births');
    const at = sheet.columns.indexOf('mother_name');
    sheet.lines.forEach((line, n) => {
      if (n === 0) line[at] = '妇女姓名';
      line.push(n === 0 ? '女方姓名' : change(line[at] ?? '', n));
    });
  };

const drop = (sheets: Sheet[], sheet: Sheet): void => void sheets.splice(sheets.indexOf(sheet), 1);

/** A report in which one figure is another. */
const figure = (rules: readonly string[], change: (figures: Figures[]) => void, notice?: true): TableWay => ({
  rules,
  ...(notice ? { notice } : {}),
  shape: (sheets, district) => {
    const figures = reported(district);
    change(figures);
    sheets.push(reportOf(district, figures));
  },
});

/** Adds to a figure of area n; the last is the sum. */
const add = (n: number, name: keyof Figures, by: number) => (figures: Figures[]) => {
  const area = figures.at(n);
  if (area) area[name] += by;
};

const TOTALS = ['parts-differ', 'balance-differs', 'rate-differs', 'rollup-differs', 'recount-differs'].map(
  (slug) => `totals/${slug}`,
);

export const tableWays: Readonly<Record<string, TableWay>> = {
  'a row with a cell too many': {
    rules: ['format/unreadable-row'],
    shape: (sheets) =>
      void tableOf(sheets, 'ledger', 'births').lines[1]?.splice(2, 0, '多出的一格', '又一格'),
  },
  'a row that lacks its last cells, required ones among them': {
    rules: ['format/unreadable-row'],
    shape: (sheets) => void tableOf(sheets, 'ledger', 'deaths').lines[1]?.splice(3),
  },
  'a row with an empty cell too many': {
    rules: [],
    shape: (sheets) => void tableOf(sheets, 'ledger', 'births').lines[1]?.push('', ''),
  },
  'two columns for one, that differ': {
    rules: ['format/conflicting-columns'],
    shape: twoNames((cell, n) => (n === 1 ? '诸葛明月' : cell)),
  },
  'two columns for one, that agree': { rules: [], shape: twoNames((cell) => cell) },
  'a register that one community has not handed in': {
    rules: ['coverage/register-absent'],
    shape: (sheets) => drop(sheets, tableOf(sheets, 'ledger', 'contraception')),
  },
  'a copy of a register': {
    rules: ['coverage/register-twice'],
    shape: (sheets) => {
      const sheet = tableOf(sheets, 'ledger', 'births');
      sheets.push({ ...sheet, path: sheet.path.replace('.csv', ' - 副本.csv'), rows: [] });
    },
  },
  'a building that the list lacks': {
    rules: ['coverage/building-absent'],
    shape: (sheets) => {
      const sheet = tableOf(sheets, 'ledger', 'buildings');
      sheet.lines.pop();
      sheet.rows.pop();
    },
  },
  'a household too many on the building list': {
    rules: ['coverage/household-count'],
    shape: (sheets) =>
      rewrite(tableOf(sheets, 'ledger', 'buildings'), 'households', (cell, n) =>
        n === 0 ? String(Number(cell) + 1) : cell,
      ),
  },
  'a household number that has no card': {
    rules: ['coverage/card-absent'],
    shape: (sheets) =>
      rewrite(tableOf(sheets, 'ledger', 'women'), 'household_no', (cell, n) =>
        n === 1 ? '23019088888' : cell,
      ),
  },
  'cards without room numbers': {
    rules: ['coverage/incomplete-card'],
    notice: true,
    shape: (sheets) => rewrite(tableOf(sheets, 'card', 'households'), 'unit_room', () => ''),
  },
  'three visits with three signatures': {
    rules: ['coverage/signatures-missing'],
    notice: true,
    shape: (sheets) =>
      rewrite(tableOf(sheets, 'ledger', 'visits'), 'signatures', (cell, n) => (n < 3 ? '3' : cell)),
  },
  'figures that agree': figure([], () => {}),
  'births of a community': figure(TOTALS, add(0, 'births', 3)),
  'girls of a community': figure(TOTALS, add(1, 'births_female', 2)),
  'deaths of all': figure(TOTALS, add(-1, 'deaths', 4)),
  'deaths of a community': figure(TOTALS, add(0, 'deaths', -1)),
  'people of a community at the end': figure(TOTALS, add(1, 'population_end', 30)),
  'people of all at the beginning': figure(TOTALS, add(-1, 'population_start', 20)),
  'people who moved into a community': figure(TOTALS, add(0, 'moved_in', 5)),
  'birth rate of a community': figure(TOTALS, add(0, 'birth_rate', 1.5)),
  'birth rate of all': figure(TOTALS, add(-1, 'birth_rate', -2)),
  'people managed above those due': figure(['totals/subset-exceeds'], (figures) => {
    for (const one of [figures[0], figures.at(-1)]) if (one) one.persons_managed += 200;
  }),
};
