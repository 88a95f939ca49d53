import type { DuckDBAppender } from '@duckdb/node-api';
import type { SqlValue } from '../store.js';
import type { SqlColumn } from '../tables.js';

/** Appends a value as its column takes it. */
export function appendValue(appender: DuckDBAppender, type: SqlColumn[1], value: SqlValue): void {
  if (value === null) appender.appendNull();
  else if (type === 'BIGINT') appender.appendBigInt(BigInt(value));
  else if (type === 'INTEGER') appender.appendInteger(Number(value));
  else if (type === 'DOUBLE') appender.appendDouble(Number(value));
  else if (type === 'BOOLEAN') appender.appendBoolean(Boolean(value));
  else appender.appendVarchar(String(value));
}

/** A row as other rooms know it: whole numbers are numbers, and days are texts YYYY-MM-DD. Changed where it stands. */
export function plainRow(row: Record<string, unknown>): object {
  for (const key in row) row[key] = plain(row[key]);
  return row;
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  return value instanceof Date ? value.toISOString().slice(0, 10) : value;
}

/** A column in the definition of a table. */
export function declare([name, type]: SqlColumn): string {
  return `${identifier(name)} ${type}`;
}

/** A name as SQL takes it. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
