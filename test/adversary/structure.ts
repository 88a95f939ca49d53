/** Faults of whole registers and files, each in a world of its own, and disorder that is no fault. */
import { join } from 'node:path';
import { type District, shuffled } from './district.js';
import { copyFile, type Row, Table } from './world.js';

export interface Structure {
  rules: string[];
  /** Findings that may rightly stand for it. */
  most: number;
  /** Edits the tables before they are written. */
  edit?: (d: District) => void;
  /** Edits the folder after it was written. */
  after?: (root: string) => void;
}

const remove = (d: District, gone: (table: Table) => boolean): void => {
  d.tables.splice(0, d.tables.length, ...d.tables.filter((table) => !gone(table)));
};

const SHEETS = ['births', 'marriages', 'contraception', 'women', 'deaths'];

const absent = Object.fromEntries(
  SHEETS.map((register): [string, Structure] => [
    `register ${register} of one community missing at ledger`,
    {
      rules: ['coverage/register-absent'],
      most: 1,
      edit: (d) =>
        remove(d, (t) => t.register === register && t.point === 'ledger' && t.community === d.communities[0]),
    },
  ]),
);

function copySheet(d: District, register: string, name: string): void {
  const table = d.tables.find((t) => t.register === register && t.point === 'ledger');
  if (table === undefined) return;
  const copy = new Table(
    table.path,
    name,
    table.register,
    table.point,
    table.head,
    table.columns,
    table.headMerges,
  );
  copy.rows = [...table.rows];
  d.tables.splice(d.tables.indexOf(table) + 1, 0, copy);
}

const monthsOf = (row: Row): string => row.get('birth_date').slice(0, 7);

export const STRUCTURES: Record<string, Structure> = {
  ...absent,
  'cards of one community missing': {
    rules: ['coverage/register-absent'],
    most: 2,
    edit: (d) => remove(d, (t) => t.point === 'card' && t.community === d.communities[1]),
  },
  'household cards of one community missing': {
    rules: ['coverage/register-absent'],
    most: 1,
    edit: (d) => remove(d, (t) => t.register === 'households' && t.community === d.communities[1]),
  },
  'births of five months missing at system': {
    rules: ['coverage/register-absent'],
    most: 1,
    edit: (d) => {
      const gone = (row: Row) =>
        row.table.point === 'system' && monthsOf(row) >= '2023-04' && monthsOf(row) <= '2023-08';
      for (const row of d.rows('births', 'system').filter(gone)) row.drop();
    },
  },
  'a workbook handed in twice': {
    rules: ['coverage/register-twice'],
    most: 12,
    after: (root) => copyFile(root, '台账/红旗社区.xlsx', '台账/红旗社区（备份）.xlsx'),
  },
  'a system export handed in twice': {
    rules: ['coverage/register-twice'],
    most: 1,
    after: (root) =>
      copyFile(root, join('信息系统', '出生登记.csv'), join('信息系统', '出生登记 - 副本.csv')),
  },
  'a sheet copied inside its workbook': {
    rules: ['coverage/register-twice'],
    most: 1,
    edit: (d) => copySheet(d, 'births', '出生登记 (2)'),
  },
  'files renamed, sheets and rows in another order': { rules: [], most: 0, edit: disorder },
};

/** Other names and another order for everything; twins' blank parents are filled in first. */
function disorder(d: District): void {
  d.tables.reverse();
  for (const table of d.tables) {
    fillParents(table);
    const data = shuffled(table.data, d.random);
    table.rows = table.rows.map((row) => (row.data ? (data.pop() ?? row) : row));
    for (const row of table.rows) row.merged.clear();
    const [folder, file] = table.path.split('/');
    table.path = file?.endsWith('.csv') ? `${folder}/导出_${table.register}.csv` : `${folder}/修订_${file}`;
  }
}

function fillParents(table: Table): void {
  const columns = ['mother_name', 'mother_id', 'father_name', 'father_id'];
  table.data.forEach((row, i) => {
    const above = table.data[i - 1];
    if (table.register !== 'births' || above === undefined || columns.some((c) => row.get(c) !== '')) return;
    for (const column of columns) row.set(column, above.get(column));
  });
}
