import type { Packages } from './packages.js';
import { type ClusterRows, type Relation, selectOf } from './plan.js';
import { arrowRows } from './rows.js';
import type { Session } from './session.js';

/** So many rows may lie in one place. */
const FEW = 200_000;

/** What a cluster can be asked to do with relations and statements, in Spark's own SQL. */
export class Cluster {
  private named = 0;

  /** @param onStatement called for each statement that is worked out */
  constructor(
    private readonly session: Session,
    private readonly arrow: Packages['arrow'],
    private readonly onStatement: () => void,
  ) {}

  /** A SELECT from a relation, under a name of its own: for as long as it runs, the whole session knows it. */
  selectFrom(relation: Relation, select: (name: string) => string): Relation {
    const name = `relation_${this.named++}`;
    return selectOf(select(name), { [name]: relation });
  }

  /** Works out a relation and keeps what it is. */
  async keep(relation: Relation): Promise<ClusterRows> {
    let kept: ClusterRows | undefined;
    this.onStatement();
    await this.session.execute(
      { command: { checkpoint_command: { relation, local: true, eager: true } } },
      ({ checkpoint_command_result: result }) => {
        if (result) kept = { cached_remote_relation: { relation_id: result.relation.relation_id } };
      },
    );
    if (!kept) throw new Error('Spark kept nothing of a statement.');
    return kept;
  }

  /** The number of rows of what was kept. */
  async count(kept: ClusterRows): Promise<number> {
    const [row] = await this.all<{ n: number }>(
      this.selectFrom(kept, (name) => `SELECT COUNT(*) AS n FROM ${name}`),
    );
    return row?.n ?? 0;
  }

  /**
   * Keeps what was kept anew, in a way that tells Spark how large it is (see `estimates.ts`): by a limit, which moves all
   * rows to one place; where they are too many for that, by its cache, which it keeps for all sessions together and does
   * not clear for one that was killed.
   */
  async measure(kept: ClusterRows): Promise<ClusterRows> {
    const rows = await this.count(kept);
    const measured =
      rows <= FEW
        ? await this.keep(this.selectFrom(kept, (name) => `SELECT * FROM ${name} LIMIT ${Math.max(rows, 1)}`))
        : await this.keepCached(kept);
    await this.forget(kept);
    return measured;
  }

  private async keepCached(kept: ClusterRows): Promise<ClusterRows> {
    const name = `measured_${this.named++}`;
    await this.show(`${name}_rows`, kept);
    await this.command(`CACHE TABLE ${name} AS SELECT * FROM ${name}_rows`);
    const measured = await this.keep(selectOf(`SELECT * FROM ${name}`));
    await this.command(`DROP VIEW ${name}`);
    await this.command(`DROP VIEW ${name}_rows`);
    return measured;
  }

  /** Forgets what was kept. */
  async forget({ cached_remote_relation: relation }: ClusterRows): Promise<void> {
    await this.session.execute({ command: { remove_cached_remote_relation_command: { relation } } });
  }

  /** Lets the session know a relation by a name. */
  async show(name: string, input: Relation): Promise<void> {
    const view = { input, name, is_global: false, replace: true };
    await this.session.execute({ command: { create_dataframe_view: view } });
  }

  /** Hands over rows, a portion at a time. */
  async read<Row extends object>(root: Relation, use: (rows: Row[]) => void): Promise<void> {
    this.onStatement();
    await this.session.execute({ root }, ({ arrow_batch: batch }) => {
      if (batch) use(arrowRows<Row>(this.arrow, batch.data));
    });
  }

  /** The rows of a small relation. */
  async all<Row extends object>(root: Relation): Promise<Row[]> {
    const rows: Row[] = [];
    await this.read<Row>(root, (some) => rows.push(...some));
    return rows;
  }

  /** Carries out a statement that returns nothing. */
  async command(sql: string): Promise<void> {
    this.onStatement();
    await this.session.execute({ command: { sql_command: { sql, input: { sql: { query: sql } } } } });
  }

  /** Ends the session, with all that is in it. */
  close(): Promise<void> {
    return this.session.close();
  }
}
