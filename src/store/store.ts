import { setImmediate } from 'node:timers/promises';
import type { PrivateFolder } from '../files/private-folder.js';
import { sideBySide } from '../files/side-by-side.js';
import type { SqlColumn } from './tables.js';

export type SqlValue = string | number | boolean | null;
export type SqlRow = Record<string, SqlValue>;

/** New values for columns of a table, where a condition holds. */
export interface Change {
  /** An expression for each column, over the columns of the row as it is. */
  set: Readonly<Record<string, string>>;
  where: string;
}

/** What a column of a table is to be. */
export interface NewType {
  table: string;
  column: string;
  type: SqlColumn[1];
}

/** What a text is as SQL: the columns of one SELECT, or why it is none that may be run. */
export type Inspected =
  | { columns: { name: string; type: string }[] }
  | { refused: 'count' | 'kind' | 'parameters' | 'engine'; detail: string };

/**
 * The only way to an SQL engine: tables of one run, gone with it. Nobody outside this room knows which engine it is
 * (`open.ts`): SQL is the common subset and the vocabulary (`vocabulary.ts`), which each engine writes in its own words.
 * Names of tables are plain words. What is abstract here is what an engine must do.
 */
export abstract class Store {
  /** Statements that may run side by side. */
  abstract readonly concurrency: number;
  /** How many statements were run. */
  statements = 0;

  protected constructor(private readonly folder: PrivateFolder) {}

  /** The private folder, for files on their way into tables. */
  get path(): string {
    return this.folder.path;
  }

  /**
   * Says how many threads of this machine work on one statement; from then on nothing about the engine can be changed. To
   * be called before anything that a user wrote is run.
   */
  abstract lock(threads: number): Promise<void>;

  /** A table made of a SELECT, in place of one of the same name. @returns how many rows, where that costs nothing */
  abstract make(table: string, select: string): Promise<number | null>;
  /** As `make`, of what several SELECTs return together; all of the same columns, of the same types. */
  abstract unite(table: string, selects: readonly string[]): Promise<number | null>;
  /** A named SELECT that is worked out where it is used. */
  abstract view(name: string, select: string): Promise<void>;
  /** A table without rows, in place of one of the same name. */
  abstract create(table: string, columns: readonly SqlColumn[]): Promise<void>;
  /** Several tables without rows. */
  abstract createAll(tables: Readonly<Record<string, readonly SqlColumn[]>>): Promise<void>;
  abstract drop(...tables: string[]): Promise<void>;

  /** Adds what a SELECT returns, column by column in their order. @returns how many rows */
  abstract insert(table: string, select: string): Promise<number>;
  /** Adds rows; for small tables that are made in TypeScript. */
  abstract append(table: string, columns: readonly SqlColumn[], rows: readonly SqlValue[][]): Promise<void>;
  /** Adds clean tab-separated text (written by `shards.ts`), and deletes the files. */
  abstract loadText(table: string, columns: readonly SqlColumn[], files: readonly string[]): Promise<void>;
  /**
   * Adds what a SELECT makes of Parquet files, column by column under their names. The engine reads the files where they
   * lie; no row of them comes here.
   *
   * @param files absolute paths
   * @param select from the files, under the name that it is given
   * @throws UserError where the engine does not see them
   */
  abstract loadParquet(
    table: string,
    files: readonly string[],
    select: (files: string) => string,
  ): Promise<void>;
  /** Gives columns of a table new values. */
  abstract redefine(table: string, change: Change): Promise<void>;
  /** Takes rows away. */
  abstract remove(table: string, where: string): Promise<void>;
  /** Gives columns other types; their values are kept. */
  abstract retype(changes: readonly NewType[]): Promise<void>;

  /**
   * Hands over the rows of a query as plain objects, some thousands at a time, so that other statements need not wait
   * until thousands more are made: numbers for all integers, YYYY-MM-DD for dates.
   */
  abstract each<Row extends object = SqlRow>(sql: string, use: (rows: Row[]) => void): Promise<void>;
  /** Whether a text is one SELECT that may be run here, and what it would return; nothing is run. */
  abstract inspect(sql: string): Promise<Inspected>;
  /** Runs one statement in the engine's own SQL. @returns how many rows it inserted, changed or deleted */
  abstract run(sql: string): Promise<number>;
  /** Lets the engine go, with all that is in it. */
  protected abstract disconnect(): Promise<void>;

  /** As `make`. @returns how many rows the table has */
  async define(table: string, select: string): Promise<number> {
    return (await this.make(table, select)) ?? this.count(table);
  }

  /** Rows of a query, all at once. */
  async all<Row extends object = SqlRow>(sql: string): Promise<Row[]> {
    const rows: Row[] = [];
    await this.each<Row>(sql, (some) => rows.push(...some));
    return rows;
  }

  /** The number of rows of a table. */
  async count(table: string): Promise<number> {
    const rows = await this.all<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`);
    return rows[0]?.n ?? 0;
  }

  /**
   * Works on items a few at once: small statements leave the engine's threads idle when they come one by one.
   * @returns the results in the order of the items
   */
  async sideBySide<Item, Result>(
    items: readonly Item[],
    work: (item: Item, place: number) => Promise<Result>,
  ): Promise<Result[]> {
    return sideBySide(items, this.concurrency, work);
  }

  /**
   * Gives others a turn between two pieces of work that take long: a statement that is done waits to be followed by the
   * next. Only the second of two immediates is certain to come after such news.
   */
  async turn(): Promise<void> {
    await setImmediate();
    await setImmediate();
  }

  /** Forgets everything: closes the engine and deletes the private folder. */
  async close(): Promise<void> {
    const gone = this.disconnect();
    this.folder.remove();
    await gone;
  }
}
