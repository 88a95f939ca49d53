import { mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { Pool } from '../../files/pool.js';
import type { PrivateFolder } from '../../files/private-folder.js';
import { dealt } from '../../files/side-by-side.js';
import { type Change, type Inspected, type NewType, type SqlValue, Store } from '../store.js';
import type { SqlColumn } from '../tables.js';
import { expand, quote } from '../vocabulary.js';
import { appendValue, declare, identifier, plainRow } from './values.js';

/** Required, not imported: what its hundred CommonJS files export takes longer to find out than they take to load. */
const duckdb: typeof import('@duckdb/node-api') = createRequire(import.meta.url)('@duckdb/node-api');

/** Statements that may run side by side. */
const CONCURRENCY = 2;

export interface DuckDBOptions {
  /** Memory the engine may use before it spills, for example `1GB`. */
  memory: string;
  threads: number;
  /** Folders, besides the private one, that tables may be written to and read from; absolute. */
  folders?: readonly string[];
}

/** The store's engine on this machine: tables in memory that spill to a private folder past the limit. */
export class DuckDBStore extends Store {
  readonly concurrency = CONCURRENCY;

  private constructor(
    folder: PrivateFolder,
    private readonly instance: DuckDBInstance,
    private readonly connections: Pool<DuckDBConnection>,
  ) {
    super(folder);
  }

  static async open(
    folder: PrivateFolder,
    { memory, threads, folders: others = [] }: DuckDBOptions,
  ): Promise<DuckDBStore> {
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
      // What dropped tables held goes back to the system, and not only from half a gigabyte on.
      allocator_bulk_deallocation_flush_threshold: '128MB',
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const connection = await instance.connect();
    await connection.run(`SET allowed_directories = [${folders.map(quote).join(', ')}]`);
    await connection.run('SET enable_external_access = false');
    const more = Array.from({ length: CONCURRENCY - 1 }, () => instance.connect());
    return new DuckDBStore(folder, instance, new Pool([connection, ...(await Promise.all(more))]));
  }

  async lock(threads: number): Promise<void> {
    await this.execute(`SET threads = ${threads}`);
    await this.execute('SET lock_configuration = true');
  }

  /** Lends an idle connection, so that independent statements may run side by side. */
  private lend<Result>(use: (connection: DuckDBConnection) => Promise<Result>): Promise<Result> {
    this.statements++;
    return this.connections.lend(use);
  }

  run(sql: string): Promise<number> {
    return this.execute(sql);
  }

  /** As `run`; what this engine says in SQL of its own does not count as asked of it. */
  private async execute(sql: string): Promise<number> {
    return this.lend(async (connection) => (await connection.run(expand(sql))).rowsChanged);
  }

  async make(table: string, select: string): Promise<number> {
    const sql = expand(`CREATE OR REPLACE TABLE ${identifier(table)} AS ${select}`);
    const reader = await this.lend((connection) => connection.runAndReadAll(sql));
    return Number(reader.getRowsJS()[0]?.[0] ?? 0);
  }

  /**
   * The first makes the table, and the others are added in statements side by side: one over all of them would be planned
   * by one thread, and hold what all of them join in memory at once.
   */
  async unite(table: string, [first = '', ...others]: readonly string[]): Promise<number> {
    const made = await this.make(table, first);
    const shares = dealt(others, CONCURRENCY, (_, place) => place);
    const added = await this.sideBySide(shares, (share) => this.insert(table, share.join(' UNION ALL ')));
    return added.reduce((sum, rows) => sum + rows, made);
  }

  async view(name: string, select: string): Promise<void> {
    await this.execute(`CREATE OR REPLACE VIEW ${identifier(name)} AS ${select}`);
  }

  create(table: string, columns: readonly SqlColumn[]): Promise<void> {
    return this.createAll({ [table]: columns });
  }

  async createAll(tables: Readonly<Record<string, readonly SqlColumn[]>>): Promise<void> {
    const create = (table: string, columns: readonly SqlColumn[]) =>
      `CREATE OR REPLACE TABLE ${identifier(table)} (${columns.map(declare).join(', ')})`;
    await this.execute(
      Object.entries(tables)
        .map((table) => create(...table))
        .join('; '),
    );
  }

  async drop(...tables: string[]): Promise<void> {
    await this.execute(tables.map((table) => `DROP TABLE IF EXISTS ${identifier(table)}`).join('; '));
  }

  insert(table: string, select: string): Promise<number> {
    return this.execute(`INSERT INTO ${identifier(table)} ${select}`);
  }

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

  async loadText(table: string, columns: readonly SqlColumn[], files: readonly string[]): Promise<void> {
    if (files.length === 0) return;
    const types = columns.map(([name, type]) => `${quote(name)}: ${quote(type)}`).join(', ');
    await this.execute(
      `INSERT INTO ${identifier(table)} BY NAME SELECT * FROM read_csv([${files.map(quote).join(', ')}],
        delim = '\t', header = false, quote = '', escape = '', nullstr = '', auto_detect = false,
        strict_mode = false, columns = {${types}})`,
    );
    for (const file of files) rmSync(file);
  }

  async loadParquet(
    table: string,
    files: readonly string[],
    select: (files: string) => string,
  ): Promise<void> {
    const read = `read_parquet([${files.map(quote).join(', ')}])`;
    await this.execute(`INSERT INTO ${identifier(table)} BY NAME ${select(read)}`);
  }

  async redefine(table: string, { set, where }: Change): Promise<void> {
    const values = Object.entries(set).map(([column, value]) => `${identifier(column)} = ${value}`);
    await this.execute(`UPDATE ${identifier(table)} SET ${values.join(', ')} WHERE ${where}`);
  }

  async remove(table: string, where: string): Promise<void> {
    await this.execute(`DELETE FROM ${identifier(table)} WHERE ${where}`);
  }

  async retype(changes: readonly NewType[]): Promise<void> {
    if (changes.length === 0) return;
    const statement = ({ table, column, type }: NewType) =>
      `ALTER TABLE ${identifier(table)} ALTER ${identifier(column)} TYPE ${type}`;
    await this.execute(changes.map(statement).join('; '));
  }

  async each<Row extends object>(sql: string, use: (rows: Row[]) => void): Promise<void> {
    await this.lend(async (connection) => {
      const result = await connection.run(expand(sql));
      for await (const rows of result.yieldRowObjectJs()) use(rows.map((row) => plainRow(row) as Row));
    });
  }

  async inspect(sql: string): Promise<Inspected> {
    const { inspectSelect } = await import('./inspect.js');
    return this.lend((connection) => inspectSelect(connection, sql));
  }

  protected async disconnect(): Promise<void> {
    for (const connection of this.connections.idle) connection.closeSync();
    this.instance.closeSync();
  }
}
