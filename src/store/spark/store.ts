import { rmSync } from 'node:fs';
import type { PrivateFolder } from '../../files/private-folder.js';
import { type Change, type Inspected, type NewType, type SqlValue, Store } from '../store.js';
import type { SqlColumn } from '../tables.js';
import { toSpark } from './dialect.js';
import { loadPackages, type Packages } from './packages.js';
import { type Kept, type Relation, selectOf, unionOf } from './protocol.js';
import { parseRemote, type Remote } from './remote.js';
import { rowsOf } from './rows.js';
import { Session } from './session.js';
import { fieldsOf, linesOf, relationOf, sparkType } from './upload.js';

/** What makes Spark read the common subset as it is meant. */
const SETTINGS = {
  'spark.sql.session.timeZone': 'UTC',
  'spark.sql.ansi.enabled': 'true',
  'spark.sql.ansi.doubleQuotedIdentifiers': 'true',
  'spark.sql.parser.escapedStringLiterals': 'true',
  'spark.sql.caseSensitive': 'false',
  'spark.sql.constraintPropagation.enabled': 'false',
};

/** Small statements wait for their planning rather than for the cluster: some may do so together. */
const LANES = 4;
/** Rows that may travel inside every statement that reads them; more are kept on the cluster. */
const INLINE_ROWS = 200;
/** The part of the largest message that a portion of text may fill. */
const PORTION = 1 / 8;

/**
 * Spark takes the size of a join for the product of the sizes of its sides, and what it keeps of a result bears that
 * estimate on, as a number without limit: after some dozen steps it has millions of digits, and one multiplication takes
 * minutes. So digits are counted here, and where there are too many, a table is kept in a way that is measured.
 */
const DIGITS = 6000;
const DIGITS_OF_A_TABLE = 10;

/** What a table is made of, in the order in which it came. */
interface Table {
  /** Upper bound of the digits of Spark's estimate of its size. */
  digits?: number;
  /** The columns, where they were declared. */
  columns?: readonly SqlColumn[] | undefined;
  parts: readonly Relation[];
}

/**
 * The store's engine on a cluster: Spark Connect. A table is a temporary view of the session over results that the
 * cluster keeps for it. So nothing is written into a warehouse, no other run sees it, and all of it ends with the
 * session.
 */
export class SparkStore extends Store {
  readonly lanes = LANES;
  private readonly tables = new Map<string, Table>();
  /** Some fill a table side by side: what is shown last is the table as it was made last. */
  private readonly turns = new Map<string, Promise<void>>();
  /** Digits as of tables. */
  private readonly views = new Map<string, number>();
  private named = 0;

  private constructor(
    folder: PrivateFolder,
    private readonly session: Session,
    private readonly packages: Packages,
    private readonly remote: Remote,
  ) {
    super(folder);
  }

  /** @throws UserError as `parseRemote`, `loadPackages` and `Session.open` */
  static async open(folder: PrivateFolder, address: string): Promise<SparkStore> {
    const remote = parseRemote(address);
    const packages = await loadPackages();
    return new SparkStore(folder, await Session.open(remote, packages, SETTINGS), packages, remote);
  }

  /** How many cores work on a statement is the cluster's business. */
  async lock(): Promise<void> {}

  async make(table: string, select: string): Promise<null> {
    const sql = toSpark(select);
    await this.show(table, { parts: [await this.keepSelect(sql)], digits: this.digitsOfKept(sql) });
    return null;
  }

  async view(name: string, select: string): Promise<void> {
    const sql = toSpark(select);
    this.views.set(name, this.digitsOf(sql));
    await this.command(`CREATE OR REPLACE TEMPORARY VIEW ${name} AS ${sql}`);
  }

  async create(table: string, columns: readonly SqlColumn[]): Promise<void> {
    await this.show(table, { columns, parts: [] });
  }

  async createAll(tables: Readonly<Record<string, readonly SqlColumn[]>>): Promise<void> {
    for (const [table, columns] of Object.entries(tables)) await this.create(table, columns);
  }

  async drop(...tables: string[]): Promise<void> {
    for (const table of tables) {
      const { parts } = this.tables.get(table) ?? { parts: [] };
      this.tables.delete(table);
      await this.command(`DROP VIEW IF EXISTS ${table}`);
      await this.forget(parts);
    }
  }

  async insert(table: string, select: string): Promise<number> {
    const sql = typed(toSpark(select), this.known(table).columns);
    const kept = await this.keepSelect(sql);
    await this.add(table, [kept], this.digitsOfKept(sql));
    return this.size(kept);
  }

  async append(table: string, columns: readonly SqlColumn[], rows: readonly SqlValue[][]): Promise<void> {
    if (rows.length === 0) return;
    const relation = relationOf(this.packages.arrow, columns, rows);
    await this.add(table, [rows.length <= INLINE_ROWS ? relation : await this.keep(relation)]);
  }

  async loadText(table: string, columns: readonly SqlColumn[], files: readonly string[]): Promise<void> {
    const { columns: own = columns } = this.known(table);
    const parts: Kept[] = [];
    for (const file of files) {
      for await (const lines of linesOf(this.packages.arrow, file, this.remote.messageSize * PORTION))
        parts.push(await this.keep(this.selectFrom(lines, (name) => fieldsOf(columns, own, name))));
      rmSync(file);
    }
    await this.add(table, parts);
  }

  async redefine(table: string, { set, where }: Change): Promise<void> {
    const columns = await this.columnsOf(table);
    const values = columns.map((name) => {
      const value = set[name];
      return value === undefined
        ? quoted(name)
        : `CASE WHEN ${where} THEN ${value} ELSE ${quoted(name)} END AS ${quoted(name)}`;
    });
    await this.replace(table, `SELECT ${values.join(', ')} FROM ${table}`);
  }

  async remove(table: string, where: string): Promise<void> {
    await this.replace(table, `SELECT * FROM ${table} WHERE NOT COALESCE(${where}, FALSE)`);
  }

  /** Text of a few known values is text here, as any other. */
  async retype(changes: readonly NewType[]): Promise<void> {
    for (const change of changes) await this.retypeOne(change);
  }

  private async retypeOne({ table, column, type }: NewType): Promise<void> {
    const { columns = [] } = this.known(table);
    const [, before] = columns.find(([name]) => name === column) ?? [];
    if (before !== undefined && sparkType(before) === sparkType(type)) return;
    await this.redefine(table, {
      set: { [column]: `CAST(${quoted(column)} AS ${sparkType(type)})` },
      where: 'TRUE',
    });
  }

  async each<Row extends object>(sql: string, use: (rows: Row[]) => void): Promise<void> {
    await this.read(selectOf(toSpark(sql)), use);
  }

  async inspect(): Promise<Inspected> {
    throw new Error('A text is looked at by the embedded engine.');
  }

  async run(sql: string): Promise<number> {
    await this.command(sql);
    return 0;
  }

  protected disconnect(): Promise<void> {
    return this.session.close();
  }

  private known(table: string): Table {
    const known = this.tables.get(table);
    if (!known) throw new Error(`No table ${table}.`);
    return known;
  }

  /** A SELECT from a relation, under a name of its own: for as long as it runs, the whole session knows it. */
  private selectFrom(relation: Relation, select: (name: string) => string): Relation {
    const name = `relation_${this.named++}`;
    return selectOf(select(name), { [name]: relation });
  }

  /** Has the cluster work out a relation and keep what it is. */
  private async keep(relation: Relation): Promise<Kept> {
    let kept: Kept | undefined;
    this.statements++;
    await this.session.execute(
      { command: { checkpoint_command: { relation, local: true, eager: true } } },
      ({ checkpoint_command_result: result }) => {
        if (result) kept = { cached_remote_relation: { relation_id: result.relation.relation_id } };
      },
    );
    if (!kept) throw new Error('Spark kept nothing of a statement.');
    return kept;
  }

  /** The digits of Spark's estimate of what a SELECT returns, at most. */
  private digitsOf(sql: string): number {
    const read = [...sql.matchAll(/\b(?:FROM|JOIN)\s+(\w+)/g)];
    const digits = read.map(
      ([, name = '']) => this.views.get(name) ?? this.tables.get(name)?.digits ?? DIGITS_OF_A_TABLE,
    );
    return digits.reduce((sum, n) => sum + n, DIGITS_OF_A_TABLE);
  }

  private digitsOfKept(sql: string): number {
    const digits = this.digitsOf(sql);
    return digits > DIGITS ? DIGITS_OF_A_TABLE : digits;
  }

  /** Has the cluster keep what a SELECT returns: measured on the way, where the estimate has too many digits. */
  private async keepSelect(sql: string): Promise<Kept> {
    if (this.digitsOf(sql) <= DIGITS) return this.keep(selectOf(sql));
    const name = `measured_${this.named++}`;
    await this.command(`CACHE TABLE ${name} AS ${sql}`);
    const kept = await this.keep(selectOf(`SELECT * FROM ${name}`));
    await this.command(`DROP VIEW ${name}`);
    return kept;
  }

  /** Lets the cluster forget what no table is made of any more. */
  private async forget(parts: readonly Relation[]): Promise<void> {
    const used = new Set([...this.tables.values()].flatMap((table) => table.parts));
    for (const part of parts) {
      if (!('cached_remote_relation' in part) || used.has(part)) continue;
      const relation = part.cached_remote_relation;
      await this.session.execute({ command: { remove_cached_remote_relation_command: { relation } } });
    }
  }

  /** Puts a table in place of one of its name. */
  private async show(name: string, table: Table): Promise<void> {
    const before = this.tables.get(name)?.parts ?? [];
    this.tables.set(name, table);
    this.views.delete(name);
    const [first, ...others] = table.parts;
    const input = first
      ? unionOf([first, ...others])
      : relationOf(this.packages.arrow, table.columns ?? [], []);
    const view = { input, name, is_global: false, replace: true };
    const turn = (this.turns.get(name) ?? Promise.resolve()).then(() =>
      this.session.execute({ command: { create_dataframe_view: view } }),
    );
    this.turns.set(name, turn);
    await turn;
    await this.forget(before);
  }

  private async add(table: string, parts: readonly Relation[], digits = DIGITS_OF_A_TABLE): Promise<void> {
    const known = this.known(table);
    const most = Math.max(known.digits ?? DIGITS_OF_A_TABLE, digits) + 1;
    if (parts.length > 0)
      await this.show(table, { ...known, digits: most, parts: [...known.parts, ...parts] });
  }

  /** Makes a table anew from itself. */
  private async replace(table: string, select: string): Promise<void> {
    const { columns } = this.known(table);
    const sql = typed(toSpark(select), columns);
    await this.show(table, { columns, parts: [await this.keepSelect(sql)], digits: this.digitsOfKept(sql) });
  }

  private async size(kept: Kept): Promise<number> {
    let count = 0;
    await this.read<{ n: number }>(
      this.selectFrom(kept, (name) => `SELECT COUNT(*) AS n FROM ${name}`),
      ([row]) => {
        count = row?.n ?? count;
      },
    );
    return count;
  }

  private async columnsOf(table: string): Promise<string[]> {
    const { columns } = this.known(table);
    if (columns) return columns.map(([name]) => name);
    const names: string[] = [];
    await this.read<{ col_name: string }>(selectOf(`DESCRIBE ${table}`), (rows) =>
      names.push(...rows.map(({ col_name }) => col_name)),
    );
    return names;
  }

  private async read<Row extends object>(root: Relation, use: (rows: Row[]) => void): Promise<void> {
    this.statements++;
    await this.session.execute({ root }, ({ arrow_batch: batch }) => {
      if (batch) use(rowsOf<Row>(this.packages.arrow, batch.data));
    });
  }

  private async command(sql: string): Promise<void> {
    this.statements++;
    await this.session.execute({ command: { sql_command: { sql, input: { sql: { query: sql } } } } });
  }
}

/** A SELECT whose columns get the types of a table, one after the other. */
function typed(select: string, columns: readonly SqlColumn[] | undefined): string {
  if (!columns) return select;
  const casts = columns.map(
    ([name, type]) => `CAST(${quoted(name)} AS ${sparkType(type)}) AS ${quoted(name)}`,
  );
  const names = columns.map(([name]) => quoted(name));
  return `SELECT ${casts.join(', ')} FROM (${select}) AS added(${names.join(', ')})`;
}

function quoted(name: string): string {
  return `\`${name}\``;
}
