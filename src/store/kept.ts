import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { REGISTERS } from '../registers/index.js';
import type { Store } from './store.js';
import { READING_TABLES, ROWS_PER_SOURCE, type SqlColumn, tableColumns } from './tables.js';
import { quote } from './vocabulary.js';

/** A source of this run, and the number under which its rows are kept from run to run. */
export interface Unit {
  unit: number;
  source: number;
}

/** How the engine passes on that a disk is full; the error is given the system's code. */
const NO_ROOM = /no space left|not enough space/i;

/** No register has a column `kept_unit`; one has a `unit`. */
const UNITS: readonly SqlColumn[] = [
  ['kept_unit', 'INTEGER'],
  ['source', 'INTEGER'],
];

/** The tables that are kept, with their columns besides record, source and row. */
const TABLES: readonly { table: string; own: string[]; hasSource: boolean }[] = [
  ...Object.values(REGISTERS).map((register) => tableOf(register.name, tableColumns(register))),
  tableOf('mentions', READING_TABLES.mentions),
  tableOf('problems', READING_TABLES.problems),
  tableOf('writings', READING_TABLES.writings),
];

function tableOf(table: string, columns: readonly SqlColumn[]) {
  const names = columns.map(([name]) => name);
  const own = names.filter((name) => !['record', 'source', 'row'].includes(name)).map((name) => `"${name}"`);
  return { table, own, hasSource: names.includes('source') };
}

/**
 * Writes the rows of sources as Parquet, one file a table that has any. A unit and a row take the place of record and
 * source, which are numbered anew in every run.
 *
 * @param folder one that the store may write to, without such files
 * @returns how many rows of registers
 */
export async function keepRows(store: Store, folder: string, units: readonly Unit[]): Promise<number> {
  await defineUnits(store, units);
  const counts = await store.sideBySide(TABLES, async ({ table, own, hasSource }) => {
    const source = hasSource ? 't.source' : 'source_of(t.record)';
    const count = await writeParquet(
      store,
      join(folder, `${table}.parquet`),
      `SELECT u.kept_unit, CAST(t.record % ${ROWS_PER_SOURCE} AS INTEGER) AS "row", ${own.map((name) => `t.${name}`).join(', ')}
       FROM ${table} t JOIN units u ON u.source = ${source}`,
    );
    return table in REGISTERS ? count : 0;
  });
  await store.drop('units');
  return counts.reduce((sum, count) => sum + count, 0);
}

/** How many rows of registers there are. */
export async function countRows(store: Store): Promise<number> {
  const counts = await Promise.all(Object.keys(REGISTERS).map((register) => store.count(register)));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Reads kept rows back into the tables, as rows of this run's sources. @param folders that `keepRows` wrote to */
export async function loadKept(
  store: Store,
  folders: readonly string[],
  units: readonly Unit[],
): Promise<void> {
  if (units.length === 0) return;
  await defineUnits(store, units);
  await store.sideBySide(keptIn(folders), async ({ table, own, hasSource, files }) => {
    const place = hasSource ? 'u.source, t.row, ' : '';
    await store.loadParquet(
      table,
      files,
      (kept) =>
        `SELECT CAST(u.source AS BIGINT) * ${ROWS_PER_SOURCE} + t.row AS record, ${place}${own.map((name) => `t.${name}`).join(', ')}
         FROM ${kept} t JOIN units u ON u.kept_unit = t.kept_unit`,
    );
  });
  await store.drop('units');
}

/** The tables that are kept in some of the folders; the largest first, or it would be read alone at the end. */
function keptIn(folders: readonly string[]) {
  const kept = TABLES.map((table) => {
    const files = folders.map((folder) => join(folder, `${table.table}.parquet`)).filter(existsSync);
    return { ...table, files, bytes: files.reduce((sum, file) => sum + statSync(file).size, 0) };
  });
  return kept.filter(({ files }) => files.length > 0).sort((a, b) => b.bytes - a.bytes);
}

async function defineUnits(store: Store, units: readonly Unit[]): Promise<void> {
  await store.drop('units');
  await store.create('units', UNITS);
  await store.append(
    'units',
    UNITS,
    units.map(({ unit, source }) => [unit, source]),
  );
}

/** Writes what a SELECT returns into a Parquet file; none where that is nothing. @returns how many rows */
async function writeParquet(store: Store, file: string, select: string): Promise<number> {
  const copy = `COPY (${select}) TO ${quote(file)} (FORMAT parquet, COMPRESSION zstd)`;
  const rows = await store.run(copy).catch((error: Error) => {
    throw NO_ROOM.test(error.message) ? Object.assign(error, { code: 'ENOSPC' }) : error;
  });
  if (rows === 0) rmSync(file, { force: true });
  return rows;
}
