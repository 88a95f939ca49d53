import { join } from 'node:path';
import { remember } from '../keys/remember.js';
import type { Mention, NormalRow, Value } from '../model/row.js';
import type { Register, RegisterName } from '../registers/types.js';
import { READING_TABLES, recordOf, type SqlColumn, tableColumns } from './tables.js';
import { TextFile } from './text-file.js';

/**
 * Rows on their way into tables: one tab-separated text file for each table, without quotes or escapes. Normalised
 * text holds no tabs and no line breaks, and is never empty, so none are needed: an empty field is a null. Measured
 * against the engine's appender, writing such text and reading it back costs two thirds of the time, and it can be
 * written by many threads at once.
 */
export interface Shard {
  table: string;
  file: string;
  columns: readonly SqlColumn[];
}

/** A problem of a row or a sheet, as the table of problems keeps it. */
export interface ProblemRow {
  source: number;
  row: number;
  rule: string;
  column: string | null;
  raw: string | null;
  detail: string | null;
}

const HALF = 100_000_000;
/** Worked out once, not for every source. */
const columnsOf = remember(tableColumns);
/** Communities of one source whose hash is remembered. */
const SEEDS = 1_000;

/**
 * 53 bits of content hash: cyrb53 (bryc, public domain), which mixes every UTF-16 unit into two 32-bit halves.
 *
 * @param seed the hash of what stands before the text
 * @returns an integer that a double holds exactly
 */
export function hash53(text: string, seed = 0): number {
  let h1 = 0xdeadbeef ^ seed;
  let h2 = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    h1 = Math.imul(h1 ^ unit, 2654435761);
    h2 = Math.imul(h2 ^ unit, 1597334677);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  return 0x100000000 * (h2 & 0x1fffff) + (h1 >>> 0);
}

/** Writes normalised rows into shards. One writer a thread; the files lie in a private folder of the caller. */
export class ShardWriter {
  private readonly files = new Map<string, { file: TextFile; columns: readonly SqlColumn[] }>();

  /**
   * @param folder an existing folder that only its owner may read
   * @param name what tells this writer's files from those of other writers
   */
  constructor(
    private readonly folder: string,
    private readonly name: string,
  ) {}

  /**
   * Opens a register for the rows of a source.
   *
   * @returns a function that writes one row with its mentions and problems
   */
  rows(register: Register, source: number): (row: number, normal: NormalRow) => void {
    const table = this.open(register.name, columnsOf(register));
    const mentions = this.open('mentions', READING_TABLES.mentions);
    const community = register.columns.findIndex((column) => column.name === 'community');
    const seedOf = remember((name: Value) => hash53(String(name)), SEEDS);
    return (row, normal) => {
      const record = decimal(recordOf(source, row));
      table.write(rowLine(record, source, row, normal, community, seedOf));
      for (const mention of normal.mentions) mentions.write(mentionLine(record, register.name, mention));
      for (const { rule, column, raw, detail } of normal.problems) {
        this.problem({ source, row, rule, column, raw, detail: detail ?? null });
      }
      for (const { column, raw } of normal.unusual ?? []) this.writing(record, column, raw);
    };
  }

  /** Writes one problem. */
  problem({ source, row, rule, column, raw, detail }: ProblemRow): void {
    const problems = this.open('problems', READING_TABLES.problems);
    const cells = [recordOf(source, row), source, row, rule, column, raw, detail];
    problems.write(`${cells.join('\t')}\n`);
  }

  /** Ends all files; nothing can be written afterwards. A second call ends nothing more. */
  close(): Shard[] {
    const open = [...this.files];
    this.files.clear();
    return open.map(([table, { file, columns }]) => {
      file.close();
      return { table, file: file.path, columns };
    });
  }

  /** Writes what a cell holds. */
  private writing(record: string, column: string, raw: string): void {
    this.open('writings', READING_TABLES.writings).write(`${record}\t${column}\t${raw}\n`);
  }

  private open(table: string, columns: readonly SqlColumn[]): TextFile {
    let entry = this.files.get(table);
    if (!entry) {
      entry = { file: new TextFile(join(this.folder, `${table}.${this.name}.tsv`)), columns };
      this.files.set(table, entry);
    }
    return entry.file;
  }
}

/** One row of a register's table; `join` leaves nulls empty, and is far faster than adding field to field. */
function rowLine(
  record: string,
  source: number,
  row: number,
  normal: NormalRow,
  communityAt: number,
  seedOf: (community: Value) => number,
): string {
  const { values, partial } = normal;
  const community = communityAt < 0 ? '' : (values[communityAt] ?? '');
  const own = without(values, communityAt).join('\t');
  const fingerprint = decimal(hash53(own, seedOf(community)));
  return `${record}\t${source}\t${row}\t${community}\t${fingerprint}\t${partial.join(' ')}\t${own}\n`;
}

/** The values without the one at a position; four times as fast as `toSpliced`. */
function without(values: readonly Value[], position: number): readonly Value[] {
  if (position < 0) return values;
  const others = values.slice(1);
  for (let i = 0; i < position; i++) others[i] = values[i] ?? null;
  return others;
}

/** Decimal digits of an integer below 2^53; large ones in two halves, since the engine writes doubles slowly. */
function decimal(integer: number): string {
  if (integer < HALF) return String(integer);
  const upper = Math.floor(integer / HALF);
  return `${upper}${String(integer - upper * HALF).padStart(8, '0')}`;
}

/** The check digit of a valid ID only repeats what the digits before it say: they number the person. */
const NUMBERED = 17;

/** A text of a dozen short fields is made faster by a template than by `join`, which rows of any width take. */
function mentionLine(record: string, register: RegisterName, mention: Mention): string {
  const { role, nameKey, pinyin, id, idStatus, birthDate, sex } = mention;
  const name = `${nameKey ?? ''}\t${pinyin ?? ''}`;
  const person = idStatus === 'valid' && id !== null ? id.slice(0, NUMBERED) : '';
  const number = `${id ?? ''}\t${idStatus}\t${person}`;
  return `${record}\t${register}\t${role}\t${name}\t${number}\t${birthDate ?? ''}\t${sex ?? ''}\n`;
}
