import { dealt } from '../files/side-by-side.js';
import { isCalledCopy } from '../keys/copy-name.js';
import type { Handed } from '../model/handed.js';
import type { Source } from '../model/source.js';
import { REGISTERS } from '../registers/index.js';
import { REGISTER_NAMES, type RegisterName, ROSTER_NAMES } from '../registers/types.js';
import type { Shard } from './shards.js';
import type { Store } from './store.js';
import { HANDED_BEFORE, oneOf, PREVIOUS, previousTable, READING_TABLES, tableColumns } from './tables.js';

/** Creates all tables that reading fills (see `tables.ts`). */
export async function createTables(store: Store): Promise<void> {
  const columnsOf = (name: RegisterName) => tableColumns(REGISTERS[name]);
  await store.createAll({
    ...READING_TABLES,
    ...Object.fromEntries(REGISTER_NAMES.map((name) => [name, columnsOf(name)])),
    handed_before: HANDED_BEFORE,
    [previousTable('sources')]: READING_TABLES.sources,
    [previousTable('mentions')]: READING_TABLES.mentions,
    ...Object.fromEntries(ROSTER_NAMES.map((name) => [previousTable(name), columnsOf(name)])),
  });
}

/** Fills the tables from the shards of the loaders, which are then deleted. */
export async function loadShards(store: Store, shards: readonly Shard[]): Promise<void> {
  await store.sideBySide(shards, ({ table, columns, file }) => store.loadText(table, columns, [file]));
}

/** Says whose the rows are, once all are there: the table of sources, and all records in one table. */
export async function defineRecords(store: Store, sources: readonly Source[]): Promise<void> {
  await store.append('sources', READING_TABLES.sources, sources.map(sourceRow));
  await narrow(store);
  const rows = Object.values(REGISTERS).map(
    ({ name }) => `SELECT t.record, t.source, t.row, s.register, s.point, s.witness, t.community, t.fp
      FROM ${name} t JOIN sources s ON s.source = t.source`,
  );
  await store.define('records', rows.join(' UNION ALL '));
}

/** As `loadShards` and `defineRecords`, where rows are added to those of an earlier reading. */
export async function addRows(
  store: Store,
  sources: readonly Source[],
  shards: readonly Shard[],
): Promise<void> {
  await store.retype(
    NARROWED.flatMap(([column, tables]) =>
      tables.map((table) => ({ table, column, type: 'VARCHAR' as const })),
    ),
  );
  await loadShards(store, shards);
  await defineRecords(store, sources);
}

/** Text columns of which the tables hold few values, known only when all rows are there. */
const NARROWED: readonly (readonly [string, readonly string[]])[] = [
  ['point', ['sources']],
  ['community', ['sources', ...REGISTER_NAMES]],
  ...['area', 'period', 'indicator', 'unit'].map((column) => [column, ['figures']] as const),
];

/** Keeps those columns as `oneOf` their values. */
async function narrow(store: Store): Promise<void> {
  const values = NARROWED.map(([column, tables]) => {
    const all = tables.map((table) => `SELECT ${column} AS value FROM ${table}`);
    return `SELECT DISTINCT '${column}' AS name, value FROM (${all.join(' UNION ALL ')}) AS placed
      WHERE value IS NOT NULL`;
  });
  const found = await store.all<{ name: string; value: string }>(values.join(' UNION ALL '));
  const changes = NARROWED.flatMap(([column, tables]) => {
    const known = found.filter(({ name }) => name === column).map(({ value }) => value);
    return known.length === 0 ? [] : tables.map((table) => ({ table, column, type: oneOf(known) }));
  });
  // Two statements cannot change one table side by side.
  const places = new Map(
    [...new Set(changes.map(({ table }) => table))].map((table, place) => [table, place]),
  );
  const shares = dealt(changes, store.concurrency, ({ table }) => places.get(table) ?? 0);
  await store.sideBySide(shares, (share) => store.retype(share));
}

/** Says which registers were handed in before: what of them is absent now is a finding. */
export async function fillHandedBefore(store: Store, handed: readonly Handed[]): Promise<void> {
  const rows = handed.map(({ register, point, community }) => [register, point, community ?? null]);
  await store.append('handed_before', HANDED_BEFORE, rows);
}

/** Fills the tables of last month's registers of people from the shards of their loaders; other shards are left. */
export async function fillPrevious(
  store: Store,
  sources: readonly Source[],
  shards: readonly Shard[],
): Promise<void> {
  const kept = shards.filter(({ table }) => PREVIOUS.includes(table));
  await store.sideBySide(kept, ({ table, columns, file }) =>
    store.loadText(previousTable(table), columns, [file]),
  );
  await loadShards(
    store,
    shards.filter(({ table }) => table === 'writings'),
  );
  await store.append(previousTable('sources'), READING_TABLES.sources, sources.map(sourceRow));
}

function sourceRow(source: Source) {
  const { path, sheet, register, point, witness, community, months } = source;
  const places = [source.source, path, sheet ?? null, register, point, witness, community ?? null];
  const columns = ` ${source.columns.map(({ name }) => name).join(' ')} `;
  const calledCopy = isCalledCopy(path, sheet ?? '');
  return [...places, months?.from ?? null, months?.to ?? null, calledCopy, false, columns];
}
