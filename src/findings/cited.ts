import { tidy } from '../keys/text.js';
import type { Source } from '../model/source.js';
import { REGISTERS } from '../registers/index.js';
import type { RegisterName } from '../registers/types.js';
import type { RawFinding } from '../rules/raw-finding.js';
import type { SqlRow, SqlValue, Store } from '../store/store.js';
import { previousTable, ROWS_PER_SOURCE, type SqlColumn } from '../store/tables.js';

/** A record that some finding cites. */
export interface Cited {
  source: Source;
  row: number;
  /** Values of the row; null where the record is no row of its register (a header, an unreadable row). */
  values: Readonly<Record<string, SqlValue>> | null;
}

/** What is wanted of one table. */
interface Wanted {
  register: RegisterName;
  records: Set<number>;
  columns: Set<string>;
}

/**
 * Looks up every record that the findings cite: one query a register.
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
    const table = source.previous ? previousTable(source.register) : source.register;
    const want = wanted.get(table) ?? { register: source.register, records: new Set(), columns: new Set() };
    wanted.set(table, want);
    want.records.add(record);
    for (const column of columns) want.columns.add(column);
  }
  await store.sideBySide([...wanted], async ([table, want]) => {
    for (const row of await rowsOf(store, table, want)) {
      const entry = cited.get(Number(row.record));
      if (entry) entry.values = { ...entry.values, ...row, ...figureOf(entry.source, row) };
    }
  });
  return cited;
}

/** A figure of the wide form under the name of its column, since a row of it holds several. */
function figureOf({ wide, columns }: Source, { indicator, value }: SqlRow): Record<string, SqlValue> {
  if (!wide || value === undefined) return {};
  const column = columns.find(({ heading }) => tidy(heading) === indicator);
  return { value: null, ...(column ? { [column.name]: value } : {}) };
}

const CITED: readonly SqlColumn[] = [['record', 'BIGINT']];

async function rowsOf(store: Store, table: string, { records, columns, ...want }: Wanted): Promise<SqlRow[]> {
  const register = REGISTERS[want.register];
  const needed = register.columns
    .map((column) => column.name)
    .filter(
      (name) =>
        register.name === 'figures' ||
        columns.has(name) ||
        register.identity.includes(name) ||
        name === 'building',
    );
  const list = ['record', 'fp', 'partial', 'community', ...needed.filter((name) => name !== 'community')];
  const wanted = `cited_${table}`;
  await store.create(wanted, CITED);
  await store.append(
    wanted,
    CITED,
    [...records].map((record) => [record]),
  );
  const select = list.map((name) => `t.${name}`).join(', ');
  const rows = await store.all(
    `SELECT ${select} FROM ${table} AS t JOIN ${wanted} AS c ON c.record = t.record`,
  );
  await store.drop(wanted);
  return rows;
}

/** The finding with its citations of equal ordinal in an order that neither files nor row numbers decide. */
export function inContentOrder(finding: RawFinding, cited: ReadonlyMap<number, Cited>): RawFinding {
  if (finding.cited.length < 2) return finding;
  const ordered = finding.cited.map((citation) => ({ citation, entry: cited.get(citation.record) }));
  ordered.sort(
    (a, b) =>
      a.citation.ordinal - b.citation.ordinal ||
      compare(claimantOf(a.entry), claimantOf(b.entry)) ||
      Number(a.entry?.values?.fp ?? 0) - Number(b.entry?.values?.fp ?? 0) ||
      a.citation.record - b.citation.record,
  );
  return { ...finding, cited: ordered.map(({ citation }) => citation) };
}

function claimantOf(entry: Cited | undefined): string {
  return entry ? `${entry.source.point}|${entry.source.register}` : '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
