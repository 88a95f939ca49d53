import { createReadStream } from 'node:fs';
import type { SqlValue } from '../store.js';
import type { SqlColumn } from '../tables.js';
import type { Packages } from './packages.js';
import type { Relation } from './plan.js';
import { schemaOf, sparkType } from './typed.js';

type Arrow = Packages['arrow'];

const NEWLINE = 0x0a;

/** Rows that are made here, as a relation that travels with the request. */
export function relationOf(
  arrow: Arrow,
  columns: readonly SqlColumn[],
  rows: readonly SqlValue[][],
): Relation {
  const schema = schemaOf(columns);
  if (rows.length === 0) return { local_relation: { schema } };
  const vectors = columns.map(([name, type], column) => {
    const values = rows.map((row) => arrowValue(type, row[column] ?? null));
    return [name, arrow.vectorFromArray(values as never[], typeOf(arrow, type))] as const;
  });
  const table = new arrow.Table(Object.fromEntries(vectors) as never);
  return { local_relation: { data: arrow.tableToIPC(table, 'stream'), schema } };
}

function arrowValue(type: SqlColumn[1], value: SqlValue) {
  if (value === null) return null;
  if (type === 'BIGINT') return BigInt(value);
  return type === 'DATE' ? new Date(`${value}T00:00:00Z`) : value;
}

function typeOf(arrow: Arrow, type: SqlColumn[1]) {
  if (type === 'BIGINT') return new arrow.Int64();
  if (type === 'INTEGER') return new arrow.Int32();
  if (type === 'DOUBLE') return new arrow.Float64();
  if (type === 'DATE') return new arrow.DateDay();
  return type === 'BOOLEAN' ? new arrow.Bool() : new arrow.Utf8();
}

/**
 * The lines of a text file in portions, each a relation with the one column `line`. The bytes go as they are: where a
 * line ends is all that is looked for here, and the cluster takes the lines apart.
 *
 * @param size bytes that a portion may have
 */
export async function* linesOf(arrow: Arrow, file: string, size: number): AsyncGenerator<Relation> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, { highWaterMark: size })) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk as Buffer]) : (chunk as Buffer);
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    if (end > 0) yield lineRelation(arrow, bytes.subarray(0, end));
    rest = bytes.subarray(end);
  }
}

/** @param text whole lines, each with its end */
function lineRelation(arrow: Arrow, text: Uint8Array): Relation {
  const offsets = [0];
  for (let at = text.indexOf(NEWLINE); at >= 0; at = text.indexOf(NEWLINE, at + 1)) offsets.push(at + 1);
  const type = new arrow.Utf8();
  const data = arrow.makeData({
    type,
    length: offsets.length - 1,
    nullCount: 0,
    valueOffsets: Int32Array.from(offsets),
    data: text,
  });
  const table = new arrow.Table({ line: new arrow.Vector([data]) });
  return { local_relation: { data: arrow.tableToIPC(table, 'stream'), schema: '`line` STRING' } };
}

/**
 * A SELECT that takes lines apart; an empty field is a null, and so is a column that the lines do not have.
 *
 * @param columns those of the lines
 * @param own those of the table, in its order
 * @param lines the name of a relation of lines
 */
export function fieldsOf(columns: readonly SqlColumn[], own: readonly SqlColumn[], lines: string): string {
  const place = new Map(columns.map(([name], at) => [name, at]));
  const fields = own.map(([name, type]) => {
    const at = place.get(name);
    const text = at === undefined ? 'NULL' : `NULLIF(fields[${at}], '')`;
    return `CAST(${text} AS ${sparkType(type)}) AS \`${name}\``;
  });
  return `SELECT ${fields.join(', ')}
    FROM (SELECT SPLIT(SUBSTRING(line, 1, LENGTH(line) - 1), '\\t', -1) AS fields FROM ${lines}) AS cut`;
}
