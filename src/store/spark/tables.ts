import type { SqlColumn } from '../tables.js';
import type { Cluster } from './cluster.js';
import { Estimates } from './estimates.js';
import type { Packages } from './packages.js';
import { type ClusterRows, type Relation, selectOf, unionOf } from './plan.js';
import { relationOf } from './upload.js';

/** What a table is made of, in the order in which it came. */
interface Table {
  /** The columns, where they were declared. */
  columns?: readonly SqlColumn[] | undefined;
  parts: readonly Relation[];
}

/** The tables of a session: each a temporary view of what the cluster keeps. SQL is Spark's own here. */
export class Tables {
  private readonly tables = new Map<string, Table>();
  /** Some fill a table side by side: what is shown last is the table as it was made last. */
  private readonly turns = new Map<string, Promise<void>>();
  private readonly estimates = new Estimates();

  constructor(
    private readonly cluster: Cluster,
    private readonly arrow: Packages['arrow'],
  ) {}

  /** The declared columns of a table, if they were. @throws Error where there is no such table */
  declared(table: string): readonly SqlColumn[] | undefined {
    return this.known(table).columns;
  }

  /** The names of the columns of a table. */
  async columnsOf(table: string): Promise<string[]> {
    const columns = this.declared(table);
    if (columns) return columns.map(([name]) => name);
    const described = await this.cluster.all<{ col_name: string }>(selectOf(`DESCRIBE ${table}`));
    return described.map(({ col_name }) => col_name);
  }

  /** A view of a SELECT, which is worked out where it is read. */
  async view(name: string, sql: string): Promise<void> {
    this.estimates.set(name, this.estimates.ofSelect(sql));
    await this.cluster.command(`CREATE OR REPLACE TEMPORARY VIEW ${name} AS ${sql}`);
  }

  /** A table without rows. */
  async create(table: string, columns: readonly SqlColumn[]): Promise<void> {
    this.estimates.forget(table);
    await this.show(table, { columns, parts: [] });
  }

  /** Makes a table, anew if it is there; it may be read by its own SELECT. @param columns where they are declared */
  async make(table: string, sql: string, columns?: readonly SqlColumn[]): Promise<void> {
    const kept = await this.keep(sql);
    this.estimates.set(table, this.estimates.ofKept(sql));
    await this.show(table, { columns, parts: [kept] });
  }

  /** Adds what a SELECT returns. */
  async insert(table: string, sql: string): Promise<ClusterRows> {
    const kept = await this.keep(sql);
    await this.add(table, [kept], this.estimates.ofKept(sql));
    return kept;
  }

  /** Adds relations that are no SELECT from tables. @param digits of Spark's estimate of their size */
  async add(table: string, parts: readonly Relation[], digits?: number): Promise<void> {
    if (parts.length === 0) return;
    const known = this.known(table);
    this.estimates.add(table, digits);
    await this.show(table, { ...known, parts: [...known.parts, ...parts] });
  }

  async drop(table: string): Promise<void> {
    const { parts } = this.tables.get(table) ?? { parts: [] };
    this.tables.delete(table);
    this.estimates.forget(table);
    await this.cluster.command(`DROP VIEW IF EXISTS ${table}`);
    await this.forget(parts);
  }

  private known(table: string): Table {
    const known = this.tables.get(table);
    if (!known) throw new Error(`No table ${table}.`);
    return known;
  }

  /** Has the cluster keep what a SELECT returns: measured, where the estimate has too many digits. */
  private async keep(sql: string): Promise<ClusterRows> {
    const kept = await this.cluster.keep(selectOf(sql));
    return this.estimates.mustMeasure(sql) ? this.cluster.measure(kept) : kept;
  }

  /** Puts a table in place of one of its name. */
  private async show(name: string, table: Table): Promise<void> {
    const before = this.tables.get(name)?.parts ?? [];
    this.tables.set(name, table);
    const [first, ...others] = table.parts;
    const input = first ? unionOf([first, ...others]) : relationOf(this.arrow, table.columns ?? [], []);
    const turn = (this.turns.get(name) ?? Promise.resolve()).then(() => this.cluster.show(name, input));
    this.turns.set(name, turn);
    await turn;
    await this.forget(before);
  }

  /** Lets the cluster forget what no table is made of any more. */
  private async forget(parts: readonly Relation[]): Promise<void> {
    const used = new Set([...this.tables.values()].flatMap((table) => table.parts));
    for (const part of parts)
      if ('cached_remote_relation' in part && !used.has(part)) await this.cluster.forget(part);
  }
}
