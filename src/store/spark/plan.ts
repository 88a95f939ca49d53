/** A relation to be read. */
export type Relation =
  | { sql: { query: string } }
  | { local_relation: { data?: Uint8Array; schema: string } }
  | { read: { data_source: { format: 'parquet'; paths: string[] } } }
  | { cached_remote_relation: { relation_id: string } }
  | { set_op: { left_input: Relation; right_input: Relation; set_op_type: number; is_all: boolean } }
  | { subquery_alias: { input: Relation; alias: string } }
  | { with_relations: { root: Relation; references: Relation[] } };

/** Rows that the cluster keeps until the session ends. */
export type ClusterRows = Extract<Relation, { cached_remote_relation: unknown }>;

/** Parquet files that the cluster reads where they lie. @param files absolute paths, the same on every machine of it */
export function parquetOf(files: readonly string[]): Relation {
  return { read: { data_source: { format: 'parquet', paths: files.map(locate) } } };
}

/** A path as Spark reads one: nothing in it is a pattern, and it lies in the file system that all machines share. */
function locate(file: string): string {
  return `file://${file.replace(/[[\]{}*?\\]/g, '\\$&')}`;
}

/** The number of `UNION` among set operations. */
const UNION = 2;

/** The rows of all relations; there is at least one. */
export function unionOf([first, ...others]: readonly [Relation, ...Relation[]]): Relation {
  return others.reduce<Relation>(
    (left_input, right_input) => ({ set_op: { left_input, right_input, set_op_type: UNION, is_all: true } }),
    first,
  );
}

/** A SELECT; `named` are relations that it reads under these names, beside the tables of the session. */
export function selectOf(query: string, named: Readonly<Record<string, Relation>> = {}): Relation {
  const references = Object.entries(named).map(([alias, input]) => ({ subquery_alias: { input, alias } }));
  const root = { sql: { query } };
  return references.length === 0 ? root : { with_relations: { root, references } };
}

type Command =
  | { create_dataframe_view: { input: Relation; name: string; is_global: boolean; replace: boolean } }
  | { sql_command: { sql: string; input: { sql: { query: string } } } }
  | { checkpoint_command: { relation: Relation; local: boolean; eager: boolean } }
  | { remove_cached_remote_relation_command: { relation: { relation_id: string } } };

export type SparkPlan = { root: Relation } | { command: Command };

/** One piece of an answer. */
export interface Piece {
  arrow_batch?: { data: Uint8Array } | null;
  response_id: string;
  result_complete?: object | null;
  /** How many tasks of the statement run; none is not sent. */
  execution_progress?: { num_inflight_tasks?: number } | null;
  checkpoint_command_result?: { relation: { relation_id: string } } | null;
}
