import { mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { DuckDBAppender, DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { privateFolder } from '../files/private-folder.js';
import type { Inspected } from './inspect.js';
import type { SqlColumn } from './tables.js';
import { expand, quote } from './vocabulary.js';

/** Required, not imported: what its hundred CommonJS files export takes longer to find out than they take to load. */
const duckdb: typeof import('@duckdb/node-api') = createRequire(import.meta.url)('@duckdb/node-api');

/** Statements that may run side by side. */
export const LANES = 2;

export type SqlValue = string | number | boolean | null;
export type SqlRow = Record<string, SqlValue>;

export interface StoreOptions {
  /** Memory the engine may use before it spills, for example `1GB`. */
  memory: string;
  threads: number;
  /** Folders, besides the private one, that tables may be written to and read from; absolute. */
  folders?: readonly string[];
}

/** The only door to the SQL engine: tables in memory that spill to a private folder past the limit. */
export class Store {
  /** How many statements were run. */
  statements = 0;

  private constructor(
    private readonly instance: DuckDBInstance,
    /** Connections that no statement is using. */
    private readonly idle: DuckDBConnection[],
    /** Statements that wait for one. */
    private readonly waiting: ((connection: DuckDBConnection) => void)[],
    private readonly folder: ReturnType<typeof privateFolder>,
  ) {}

  static async open({ memory, threads, folders: others = [] }: StoreOptions): Promise<Store> {
    const folder = privateFolder();
    const folders = [folder.path, ...others];
    const spill = join(folder.path, 'spill');
    mkdirSync(spill, { mode: 0o700 });
    const instance = await duckdb.DuckDBInstance.create(':memory:', {
      memory_limit: memory,
      threads: String(threads),
      temp_directory: spill,
      preserve_insertion_order: 'false',
      // A checkpoint would pack tables that are soon read again or dropped.
      checkpoint_threshold: '1TB',
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const connection = await instance.connect();
    await connection.run(`SET allowed_directories = [${folders.map(quote).join(', ')}]`);
    await connection.run('SET enable_external_access = false');
    const more = Array.from({ length: LANES - 1 }, () => instance.connect());
    return new Store(instance, [connection, ...(await Promise.all(more))], [], folder);
  }

  /**
   * Says how many threads work on one statement; from then on nothing about the engine can be changed. To be called
   * before anything that a user wrote is run.
   */
  async lock(threads: number): Promise<void> {
    await this.run(`SET threads = ${threads}`);
    await this.run('SET lock_configuration = true');
  }

  /** Lends an idle connection, so that independent statements may run side by side. */
  private async lend<Result>(use: (connection: DuckDBConnection) => Promise<Result>): Promise<Result> {
    this.statements++;
    const connection =
      this.idle.pop() ?? (await new Promise<DuckDBConnection>((resolve) => this.waiting.push(resolve)));
    try {
      return await use(connection);
    } finally {
      const next = this.waiting.shift();
      if (next) next(connection);
      else this.idle.push(connection);
    }
  }

  /** The private folder, for files on their way into tables. */
  get path(): string {
    return this.folder.path;
  }

  /** Runs one statement. @returns how many rows it inserted, changed or deleted */
  async run(sql: string): Promise<number> {
    return this.lend(async (connection) => (await connection.run(expand(sql))).rowsChanged);
  }

  /**
   * Works on items a few at once: small statements leave the engine's threads idle when they come one by one.
   * @returns the results in the order of the items
   */
  async sideBySide<Item, Result>(
    items: readonly Item[],
    work: (item: Item, place: number) => Promise<Result>,
  ): Promise<Result[]> {
    const results: Result[] = new Array(items.length);
    const queue = items.entries();
    const lane = async () => {
      for (const [place, item] of queue) results[place] = await work(item, place);
    };
    await Promise.all(Array.from({ length: Math.min(LANES, items.length) }, lane));
    return results;
  }

  /** Rows of a query as plain objects: numbers for all integers, YYYY-MM-DD for dates. */
  async all<Row extends object = SqlRow>(sql: string): Promise<Row[]> {
    const rows: Row[] = [];
    await this.each<Row>(sql, (some) => rows.push(...some));
    return rows;
  }

  /**
   * Hands over the rows of a query, some thousands at a time, so that other statements need not wait until thousands more
   * are made.
   */
  async each<Row extends object = SqlRow>(sql: string, use: (rows: Row[]) => void): Promise<void> {
    await this.lend(async (connection) => {
      const result = await connection.run(expand(sql));
      for await (const rows of result.yieldRowObjectJs()) use(rows.map((row) => plainRow(row) as Row));
    });
  }

  /**
   * Gives others a turn between two pieces of work that take long: a statement that is done waits to be followed by the
   * next. Only the second of two immediates is certain to come after such news.
   */
  async turn(): Promise<void> {
    await setImmediate();
    await setImmediate();
  }

  /** Whether a text is one SELECT that may be run here, and what it would return; nothing is run. */
  async inspect(sql: string): Promise<Inspected> {
    const { inspectSelect } = await import('./inspect.js');
    return this.lend((connection) => inspectSelect(connection, sql));
  }

  /** One named step: a table made of a SELECT, in place of one of the same name. @returns how many rows it has */
  async define(name: string, select: string): Promise<number> {
    const sql = expand(`CREATE OR REPLACE TABLE ${identifier(name)} AS ${select}`);
    const reader = await this.lend((connection) => connection.runAndReadAll(sql));
    return Number(reader.getRowsJS()[0]?.[0] ?? 0);
  }

  /** The number of rows of a table. */
  async count(table: string): Promise<number> {
    const rows = await this.all<{ n: number }>(`SELECT COUNT(*) AS n FROM ${identifier(table)}`);
    return rows[0]?.n ?? 0;
  }

  /** A named SELECT that is worked out where it is used. */
  async view(name: string, select: string): Promise<void> {
    await this.run(`CREATE OR REPLACE VIEW ${identifier(name)} AS ${select}`);
  }

  async create(name: string, columns: readonly SqlColumn[]): Promise<void> {
    await this.run(`CREATE TABLE ${identifier(name)} (${columns.map(declare).join(', ')})`);
  }

  /** Gives a column another type; its values are kept. */
  async retype(table: string, column: string, type: SqlColumn[1]): Promise<void> {
    await this.run(`ALTER TABLE ${identifier(table)} ALTER ${identifier(column)} TYPE ${type}`);
  }

  /** Calls a table otherwise. */
  async rename(table: string, name: string): Promise<void> {
    await this.run(`ALTER TABLE ${identifier(table)} RENAME TO ${identifier(name)}`);
  }

  async drop(...names: string[]): Promise<void> {
    await this.run(names.map((name) => `DROP TABLE IF EXISTS ${identifier(name)}`).join('; '));
  }

  /** Reads clean tab-separated text (written by `shards.ts`) into a table, and deletes the files. */
  async loadText(table: string, columns: readonly SqlColumn[], files: readonly string[]): Promise<void> {
    if (files.length === 0) return;
    const types = columns.map(([name, type]) => `${quote(name)}: ${quote(type)}`).join(', ');
    await this.run(
      `INSERT INTO ${identifier(table)} BY NAME SELECT * FROM read_csv([${files.map(quote).join(', ')}],
        delim = '\t', header = false, quote = '', escape = '', nullstr = '', auto_detect = false,
        strict_mode = false, columns = {${types}})`,
    );
    for (const file of files) rmSync(file);
  }

  /** Appends rows; for small tables that are made in TypeScript. */
  async append(table: string, columns: readonly SqlColumn[], rows: readonly SqlValue[][]): Promise<void> {
    await this.lend(async (connection) => {
      const appender = await connection.createAppender(table);
      for (const row of rows) {
        columns.forEach(([, type], i) => appendValue(appender, type, row[i] ?? null));
        appender.endRow();
      }
      appender.closeSync();
    });
  }

  /** Forgets everything: closes the engine and deletes the private folder. */
  close(): void {
    for (const connection of this.idle) connection.closeSync();
    this.instance.closeSync();
    this.folder.remove();
  }
}

function appendValue(appender: DuckDBAppender, type: SqlColumn[1], value: SqlValue): void {
  if (value === null) appender.appendNull();
  else if (type === 'BIGINT') appender.appendBigInt(BigInt(value));
  else if (type === 'INTEGER') appender.appendInteger(Number(value));
  else if (type === 'DOUBLE') appender.appendDouble(Number(value));
  else if (type === 'BOOLEAN') appender.appendBoolean(Boolean(value));
  else appender.appendVarchar(String(value));
}

function plainRow(row: Record<string, unknown>): object {
  for (const key in row) row[key] = plain(row[key]);
  return row;
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  return value instanceof Date ? value.toISOString().slice(0, 10) : value;
}

function declare([name, type]: SqlColumn): string {
  return `${identifier(name)} ${type}`;
}

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
