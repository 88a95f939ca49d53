import { REGISTERS } from '../../src/registers/index.js';
import { type SqlValue, Store } from '../../src/store/store.js';
import { READING_TABLES, recordOf, type SqlColumn, tableColumns } from '../../src/store/tables.js';

const AFTER_MATCHING: Record<string, readonly SqlColumn[]> = {
  run: [
    ['as_of', 'DATE'],
    ['period_from', 'DATE'],
    ['period_to', 'DATE'],
  ],
  lunar: [
    ['day', 'VARCHAR'],
    ['lunar_day', 'VARCHAR'],
  ],
  person_of: [
    ['record', 'BIGINT'],
    ['role', 'VARCHAR'],
    ['person', 'BIGINT'],
    ['key', 'VARCHAR'],
  ],
  events: [
    ['event', 'BIGINT'],
    ['kind', 'VARCHAR'],
  ],
  event_claims: [
    ['event', 'BIGINT'],
    ['kind', 'VARCHAR'],
    ['record', 'BIGINT'],
  ],
};

/** The tables of an audit, by hand and empty, for tests of single rooms. */
export async function emptyTables(): Promise<Store> {
  const store = await Store.open({ memory: '256MB', threads: 1 });
  const tables = { ...READING_TABLES, ...AFTER_MATCHING };
  for (const [name, columns] of Object.entries(tables)) await store.create(name, columns);
  for (const register of Object.values(REGISTERS)) await store.create(register.name, tableColumns(register));
  const records = Object.values(REGISTERS).map(
    ({ name }) => `SELECT t.record, t.source, t.row, s.register, s.point, s.witness, t.community, t.fp
      FROM ${name} AS t JOIN sources AS s ON s.source = t.source`,
  );
  await store.view('records', records.join(' UNION ALL '));
  await store.run(`INSERT INTO run VALUES (DATE '2023-12-31', DATE '2023-01-01', DATE '2023-12-31')`);
  return store;
}

/** Puts rows of named values into a table; what is not named is null. */
export async function put(
  store: Store,
  table: string,
  rows: readonly Record<string, SqlValue>[],
): Promise<void> {
  for (const row of rows) {
    const columns = Object.keys(row).map((name) => `"${name}"`);
    await store.run(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${Object.values(row).map(literal).join(', ')})`,
    );
  }
}

function literal(value: SqlValue): string {
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value ?? 'NULL');
}

/** Puts a row of a register: its record number and content hash are those of its source and row. */
export async function putRow(
  store: Store,
  register: string,
  source: number,
  row: number,
  values: Record<string, SqlValue>,
): Promise<number> {
  const record = recordOf(source, row);
  await put(store, register, [{ record, source, row, community: '朝阳社区', fp: row, ...values }]);
  return record;
}
