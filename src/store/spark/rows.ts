import type { DataType, RecordBatch, Vector } from 'apache-arrow';
import type { SqlValue } from '../store.js';
import type { Packages } from './packages.js';

type Arrow = Packages['arrow'];

/** Rows as plain objects out of what Spark sends: numbers for all integers and decimals, YYYY-MM-DD for dates. */
export function arrowRows<Row extends object>(arrow: Arrow, data: Uint8Array): Row[] {
  return arrow.RecordBatchReader.from(data)
    .readAll()
    .flatMap((batch) => rowsOfBatch<Row>(arrow, batch));
}

function rowsOfBatch<Row extends object>(arrow: Arrow, batch: RecordBatch): Row[] {
  const rows = Array.from({ length: batch.numRows }, () => ({}) as Record<string, SqlValue>);
  batch.schema.fields.forEach(({ name, type }, column) => {
    const vector = batch.getChildAt(column);
    if (vector) fillColumn(rows, name, vector, reader(arrow, type));
  });
  return rows as Row[];
}

function fillColumn(
  rows: Record<string, SqlValue>[],
  name: string,
  vector: Vector,
  plain: (value: never) => SqlValue,
): void {
  rows.forEach((row, i) => {
    const value = vector.get(i);
    row[name] = value === null ? null : plain(value as never);
  });
}

function reader(arrow: Arrow, type: DataType): (value: never) => SqlValue {
  if (arrow.DataType.isDate(type)) return (ms: number | Date) => new Date(ms).toISOString().slice(0, 10);
  if (arrow.DataType.isDecimal(type)) return (words: Uint32Array) => decimalOf(words, type.scale);
  if (arrow.DataType.isInt(type)) return (value: number | bigint) => Number(value);
  return (value: SqlValue) => value;
}

/** A decimal is a whole number of 128 bits, in words of 32, the lowest first. */
function decimalOf(words: Uint32Array, scale: number): number {
  const whole = words.reduceRight((sum, word) => (sum << 32n) | BigInt(word), 0n);
  return Number(`${BigInt.asIntN(words.length * 32, whole)}e-${scale}`);
}
