import { rmSync } from 'node:fs';
import type { PrivateFolder } from '../../files/private-folder.js';
import { type Change, type Inspected, type NewType, type SqlValue, Store } from '../store.js';
import type { SqlColumn } from '../tables.js';
import { Cluster } from './cluster.js';
import { toSpark } from './dialect.js';
import { loadPackages, type Packages } from './packages.js';
import { type ClusterRows, parquetOf, selectOf } from './plan.js';
import { parseRemote, type Remote } from './remote.js';
import { Session } from './session.js';
import { Tables } from './tables.js';
import { backticked, picked, sparkType, typed } from './typed.js';
import { fieldsOf, linesOf, relationOf } from './upload.js';

/** What makes Spark read the common subset as it is meant. */
const SETTINGS = {
  'spark.sql.session.timeZone': 'UTC',
  'spark.sql.ansi.enabled': 'true',
  'spark.sql.ansi.doubleQuotedIdentifiers': 'true',
  'spark.sql.parser.escapedStringLiterals': 'true',
  'spark.sql.caseSensitive': 'false',
  'spark.sql.constraintPropagation.enabled': 'false',
  // Whatever waits for a value of another plan may wait without an end (see `Patience`), and these filters do.
  'spark.sql.optimizer.runtime.bloomFilter.enabled': 'false',
  // Nobody reads the plans, which Spark would write out in full whenever it changes one.
  'spark.sql.ui.explainMode': 'simple',
  'spark.sql.maxToStringFields': '1',
  'spark.sql.maxPlanStringLength': '1000',
};

/** Small statements wait for their planning rather than for the cluster: some may do so together. */
const CONCURRENCY = 4;
/** Rows that may travel inside every statement that reads them; more are kept on the cluster. */
const INLINE_ROWS = 200;
/** The part of the largest message that a portion of text may fill. */
const PORTION = 1 / 8;

/**
 * The store's engine on a cluster: Spark Connect. A table is a temporary view of the session over results that the
 * cluster keeps for it. So nothing is written into a warehouse, no other run sees it, and all of it ends with the
 * session.
 */
export class SparkStore extends Store {
  readonly concurrency = CONCURRENCY;
  private readonly tables: Tables;
  private readonly cluster: Cluster;

  private constructor(
    folder: PrivateFolder,
    session: Session,
    private readonly arrow: Packages['arrow'],
    private readonly remote: Remote,
  ) {
    super(folder);
    this.cluster = new Cluster(session, arrow, () => {
      this.statements++;
    });
    this.tables = new Tables(this.cluster, arrow);
  }

  /** @throws UserError as `parseRemote`, `loadPackages` and `Session.open` */
  static async open(folder: PrivateFolder, address: string): Promise<SparkStore> {
    const remote = parseRemote(address);
    const packages = await loadPackages();
    return new SparkStore(folder, await Session.open(remote, packages, SETTINGS), packages.arrow, remote);
  }

  /** How many cores work on a statement is the cluster's business. */
  async lock(): Promise<void> {}

  async make(table: string, select: string): Promise<null> {
    await this.tables.make(table, toSpark(select));
    return null;
  }

  unite(table: string, selects: readonly string[]): Promise<null> {
    return this.make(table, selects.join(' UNION ALL '));
  }

  async view(name: string, select: string): Promise<void> {
    await this.tables.view(name, toSpark(select));
  }

  async create(table: string, columns: readonly SqlColumn[]): Promise<void> {
    await this.tables.create(table, columns);
  }

  async createAll(tables: Readonly<Record<string, readonly SqlColumn[]>>): Promise<void> {
    for (const [table, columns] of Object.entries(tables)) await this.create(table, columns);
  }

  async drop(...tables: string[]): Promise<void> {
    for (const table of tables) await this.tables.drop(table);
  }

  async insert(table: string, select: string): Promise<number> {
    const kept = await this.tables.insert(table, typed(toSpark(select), this.tables.declared(table)));
    return this.cluster.count(kept);
  }

  async append(table: string, columns: readonly SqlColumn[], rows: readonly SqlValue[][]): Promise<void> {
    if (rows.length === 0) return;
    const relation = relationOf(this.arrow, columns, rows);
    await this.tables.add(table, [rows.length <= INLINE_ROWS ? relation : await this.cluster.keep(relation)]);
  }

  async loadText(table: string, columns: readonly SqlColumn[], files: readonly string[]): Promise<void> {
    const own = this.tables.declared(table) ?? columns;
    const parts: ClusterRows[] = [];
    for (const file of files) {
      for await (const lines of linesOf(this.arrow, file, this.remote.messageSize * PORTION)) {
        const rows = this.cluster.selectFrom(lines, (name) => fieldsOf(columns, own, name));
        parts.push(await this.cluster.keep(rows));
      }
      rmSync(file);
    }
    await this.tables.add(table, parts);
  }

  async loadParquet(
    table: string,
    files: readonly string[],
    select: (files: string) => string,
  ): Promise<void> {
    const columns = this.tables.declared(table) ?? [];
    const rows = this.cluster.selectFrom(parquetOf(files), (name) =>
      typed(picked(toSpark(select(name)), columns), columns),
    );
    await this.tables.add(table, [await this.cluster.keep(rows)]);
  }

  async redefine(table: string, { set, where }: Change): Promise<void> {
    const columns = await this.tables.columnsOf(table);
    const values = columns.map((name) => {
      const value = set[name];
      return value === undefined
        ? backticked(name)
        : `CASE WHEN ${where} THEN ${value} ELSE ${backticked(name)} END AS ${backticked(name)}`;
    });
    await this.remake(table, `SELECT ${values.join(', ')} FROM ${table}`);
  }

  async remove(table: string, where: string): Promise<void> {
    await this.remake(table, `SELECT * FROM ${table} WHERE NOT COALESCE(${where}, FALSE)`);
  }

  /** Text of a few known values is text here, as any other. */
  async retype(changes: readonly NewType[]): Promise<void> {
    for (const change of changes) await this.retypeOne(change);
  }

  private async retypeOne({ table, column, type }: NewType): Promise<void> {
    const columns = this.tables.declared(table) ?? [];
    const [, before] = columns.find(([name]) => name === column) ?? [];
    if (before !== undefined && sparkType(before) === sparkType(type)) return;
    await this.redefine(table, {
      set: { [column]: `CAST(${backticked(column)} AS ${sparkType(type)})` },
      where: 'TRUE',
    });
  }

  async each<Row extends object>(sql: string, use: (rows: Row[]) => void): Promise<void> {
    await this.cluster.read(selectOf(toSpark(sql)), use);
  }

  async inspect(): Promise<Inspected> {
    throw new Error('A text is looked at by the embedded engine.');
  }

  async run(sql: string): Promise<number> {
    await this.cluster.command(sql);
    return 0;
  }

  protected disconnect(): Promise<void> {
    return this.cluster.close();
  }

  /** Makes a table anew from itself. */
  private async remake(table: string, select: string): Promise<void> {
    const columns = this.tables.declared(table);
    await this.tables.make(table, typed(toSpark(select), columns), columns);
  }
}
