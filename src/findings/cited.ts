import { byText } from '../keys/order.js';
import { tidy } from '../keys/text.js';
import type { Source } from '../model/source.js';
import { REGISTERS } from '../registers/index.js';
import type { Column, ColumnType, Register } from '../registers/types.js';
import type { RawFinding } from '../rules/raw-finding.js';
import { putRows } from '../store/steps.js';
import type { SqlRow, SqlValue, Store } from '../store/store.js';
import { previousTable, ROWS_PER_SOURCE } from '../store/tables.js';

/** A record that some finding cites. */
export interface Cited {
  source: Source;
  row: number;
  /** Values of the row; null where the record is no row of its register (a header, an unreadable row). */
  values: Readonly<Record<string, SqlValue>> | null;
  /** Texts of cells that are written unlike others of their table, by canonical column; absent where there are none. */
  unusual?: Record<string, string>;
}

/** What is wanted of the rows of one register that are cited. */
interface Wanted {
  register: Register;
  records: Set<number>;
  columns: Set<string>;
}

/**
 * Looks up every record that the findings cite, and how its cells are written where that is unusual.
 *
 * @returns record number → what it is; records of unknown sources are left out
 */
export async function lookUpCited(
  store: Store,
  findings: readonly RawFinding[],
  sources: readonly Source[],
): Promise<Map<number, Cited>> {
  const byNumber = new Map(sources.map((source) => [source.source, source]));
  const wanted = new Map<string, Wanted>();
  const cited = new Map<number, Cited>();
  for (const { record, columns } of findings.flatMap((finding) => finding.cited)) {
    const source = byNumber.get(Math.floor(record / ROWS_PER_SOURCE));
    if (!source) continue;
    cited.set(record, { source, row: record % ROWS_PER_SOURCE, values: null });
    const register = REGISTERS[source.register];
    const want = wanted.get(tableOf(source)) ?? { register, records: new Set(), columns: new Set() };
    wanted.set(tableOf(source), want);
    want.records.add(record);
    for (const column of columns) want.columns.add(column);
  }
  const { rows, unusual } = await fetchCited(store, wanted);
  for (const { record, column, raw } of unusual) {
    const entry = cited.get(Number(record));
    if (entry) entry.unusual = { ...entry.unusual, [String(column)]: String(raw) };
  }
  for (const row of rows) {
    const entry = cited.get(Number(row.record));
    const want = entry && wanted.get(tableOf(entry.source));
    if (!want) continue;
    const values = valuesOf(row, want);
    entry.values = { ...entry.values, ...values, ...figureOf(entry.source, values) };
  }
  return cited;
}

function tableOf({ register, previous }: Source): string {
  return previous ? previousTable(register) : register;
}

/** A figure of the wide form under the name of its column, since a row of it holds several. */
function figureOf({ wide, columns }: Source, { indicator, value }: SqlRow): Record<string, SqlValue> {
  if (!wide || value === undefined) return {};
  const column = columns.find(({ heading }) => tidy(heading) === indicator);
  return { value: null, ...(column ? { [column.name]: value } : {}) };
}

/** Columns of every register, which come as they are. */
const PLACE = ['record', 'fp', 'partial', 'community'];

/** The columns of a register that a finding may show or be known by. */
function neededOf({ register, columns }: Wanted): Column[] {
  const known = [...columns, ...register.identity, 'building'];
  return register.columns.filter(
    ({ name }) => !PLACE.includes(name) && (register.name === 'figures' || known.includes(name)),
  );
}

async function fetchCited(store: Store, wanted: ReadonlyMap<string, Wanted>) {
  if (wanted.size === 0) return { rows: [], unusual: [] };
  const records = [...wanted.values()].flatMap((want) => [...want.records].map((record) => [record]));
  await putRows(store, 'cited', { record: 'BIGINT' }, records);
  const [rows, unusual] = await Promise.all([
    store.all(rowsOf(wanted)),
    store.all('SELECT w.record, w."column", w.raw FROM writings AS w JOIN cited AS c ON c.record = w.record'),
  ]);
  await store.drop('cited');
  return { rows, unusual };
}

/** Rows of all registers under each other, their values as text; what another register has is null. */
function rowsOf(wanted: ReadonlyMap<string, Wanted>): string {
  const all = new Set([...wanted.values()].flatMap((want) => neededOf(want).map(({ name }) => name)));
  const selects = [...wanted].map(([table, want]) => {
    const own = new Map(neededOf(want).map(({ name, type }) => [name, type]));
    const values = [...all].map((name) => `${textOf(name, own.get(name))} AS ${name}`);
    const list = [...PLACE.map((name) => `t.${name}`), ...values].join(', ');
    return `SELECT ${list} FROM ${table} AS t JOIN cited AS c ON c.record = t.record`;
  });
  return selects.join('\nUNION ALL ');
}

function textOf(name: string, type: ColumnType | undefined): string {
  if (type === 'date') return `iso(t.${name})`;
  return type === undefined ? 'CAST(NULL AS STRING)' : `CAST(t.${name} AS STRING)`;
}

/** The values of a row as its register types them. */
function valuesOf(row: SqlRow, want: Wanted): SqlRow {
  const values: SqlRow = Object.fromEntries(PLACE.map((name) => [name, row[name] ?? null]));
  for (const { name, type } of neededOf(want)) {
    const value = row[name] ?? null;
    values[name] = value !== null && type === 'integer' ? Number(value) : value;
  }
  return values;
}

/** The finding with its citations of equal ordinal in an order that neither files nor row numbers decide. */
export function inContentOrder(finding: RawFinding, cited: ReadonlyMap<number, Cited>): RawFinding {
  if (finding.cited.length < 2) return finding;
  const ordered = finding.cited.map((citation) => ({ citation, entry: cited.get(citation.record) }));
  ordered.sort(
    (a, b) =>
      a.citation.ordinal - b.citation.ordinal ||
      byText(claimantOf(a.entry), claimantOf(b.entry)) ||
      Number(a.entry?.values?.fp ?? 0) - Number(b.entry?.values?.fp ?? 0) ||
      a.citation.record - b.citation.record,
  );
  return { ...finding, cited: ordered.map(({ citation }) => citation) };
}

function claimantOf(entry: Cited | undefined): string {
  return entry ? `${entry.source.point}|${entry.source.register}` : '';
}
