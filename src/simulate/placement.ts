import type { Row, Table } from './tables.js';

/** The folder of each point. */
export const FOLDERS: Readonly<Record<string, string>> = {
  card: '户卡',
  ledger: '台账',
  system: '信息系统',
  hospital: '医院',
  civil: '民政',
};

/** How a district keeps its ledgers: in which files a table stands. Paths are relative to the data folder. */
export interface Placement {
  /** The table with those of its rows that are kept. */
  kept(table: Table): Table;
  /** The tables that it is kept as, each in a file or sheet of its own. */
  parts(table: Table): Table[];
  /** What of the table is handed in once more where it is handed in twice. */
  repeated(table: Table): Table;
  /** That of them which holds the row. */
  partOf(table: Table, row: Row): Table;
  /** The workbook of a community's table. */
  workbook(part: Table): string;
  /** The CSV file of a table under its title. */
  csv(part: Table, title: string): string;
}

/** Whether a point keeps one file for the whole district rather than one a community. */
export function wholeDistrict(point: string): boolean {
  return point !== 'card' && point !== 'ledger';
}

/** One running register a community and point. */
export const RUNNING: Placement = {
  kept: (table) => table,
  parts: (table) => [table],
  repeated: (table) => table,
  partOf: (table) => table,
  workbook: ({ point, community }) => `${FOLDERS[point]}/${community}.xlsx`,
  csv: ({ point, community }, title) =>
    `${FOLDERS[point]}/${wholeDistrict(point) ? title : `${community}_${title}`}.csv`,
};
