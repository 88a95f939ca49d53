import type { SqlColumn } from '../tables.js';

/** A type of the store in Spark's words: text of a few known values is text. */
export function sparkType(type: SqlColumn[1]): string {
  return type === 'VARCHAR' || type.startsWith('ENUM(') ? 'STRING' : type;
}

/** Columns as Spark declares them. */
export function schemaOf(columns: readonly SqlColumn[]): string {
  return columns.map(([name, type]) => `${backticked(name)} ${sparkType(type)}`).join(', ');
}

/** A SELECT whose columns get the types of a table, one after the other. */
export function typed(select: string, columns: readonly SqlColumn[] | undefined): string {
  if (!columns) return select;
  const casts = columns.map(
    ([name, type]) => `CAST(${backticked(name)} AS ${sparkType(type)}) AS ${backticked(name)}`,
  );
  const names = columns.map(([name]) => backticked(name));
  return `SELECT ${casts.join(', ')} FROM (${select}) AS added(${names.join(', ')})`;
}

/** A SELECT of columns of another, by their names. */
export function picked(select: string, columns: readonly SqlColumn[]): string {
  return `SELECT ${columns.map(([name]) => backticked(name)).join(', ')} FROM (${select}) AS whole`;
}

export function backticked(name: string): string {
  return `\`${name}\``;
}
