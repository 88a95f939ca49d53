/**
 * The part of the Spark Connect protocol that the store speaks: messages with the fields it sets or reads, under the
 * field numbers of the public protocol (Spark 4.0 to 4.2). Fields that are not here are skipped by whoever reads them.
 */

type Scalar = 'string' | 'bytes' | 'bool' | 'int32' | 'int64';
/** Type and number of a field; the third word stands where it holds more than one. */
type Field = readonly [type: Scalar | Message, number: number, many?: 'list' | 'map'];
type Message = keyof typeof MESSAGES;

const SESSION = {
  session_id: ['string', 1],
  user_context: ['UserContext', 2],
} as const;

const MESSAGES = {
  UserContext: { user_id: ['string', 1], user_name: ['string', 2] },
  Empty: {},

  // What is to be done: a relation to be read, or a command.
  Plan: { root: ['Relation', 1], command: ['Command', 2] },
  Relation: {
    read: ['Read', 2],
    set_op: ['SetOperation', 6],
    sql: ['Sql', 10],
    local_relation: ['LocalRelation', 11],
    subquery_alias: ['Named', 16],
    cached_remote_relation: ['CachedRemoteRelation', 37],
    with_relations: ['WithRelations', 41],
  },
  Read: { data_source: ['DataSource', 2] },
  DataSource: { format: ['string', 1], paths: ['string', 4, 'list'] },
  SetOperation: {
    left_input: ['Relation', 1],
    right_input: ['Relation', 2],
    set_op_type: ['int32', 3],
    is_all: ['bool', 4],
  },
  Named: { input: ['Relation', 1], alias: ['string', 2] },
  WithRelations: { root: ['Relation', 1], references: ['Relation', 2, 'list'] },
  Sql: { query: ['string', 1] },
  LocalRelation: { data: ['bytes', 1], schema: ['string', 2] },
  CachedRemoteRelation: { relation_id: ['string', 1] },
  Command: {
    create_dataframe_view: ['CreateView', 3],
    sql_command: ['SqlCommand', 5],
    checkpoint_command: ['Checkpoint', 14],
    remove_cached_remote_relation_command: ['RemoveCachedRelation', 15],
  },
  CreateView: {
    input: ['Relation', 1],
    name: ['string', 2],
    is_global: ['bool', 3],
    replace: ['bool', 4],
  },
  SqlCommand: { sql: ['string', 1], input: ['Relation', 6] },
  Checkpoint: { relation: ['Relation', 1], local: ['bool', 2], eager: ['bool', 3] },
  RemoveCachedRelation: { relation: ['CachedRemoteRelation', 1] },

  // Doing it, and reading what comes of it.
  ExecutePlanRequest: {
    ...SESSION,
    plan: ['Plan', 3],
    client_type: ['string', 4],
    request_options: ['RequestOption', 5, 'list'],
    operation_id: ['string', 6],
  },
  RequestOption: { reattach_options: ['ReattachOptions', 1] },
  ReattachOptions: { reattachable: ['bool', 1] },
  ExecutePlanResponse: {
    arrow_batch: ['ArrowBatch', 2],
    response_id: ['string', 13],
    result_complete: ['Empty', 14],
    execution_progress: ['ExecutionProgress', 18],
    checkpoint_command_result: ['CheckpointResult', 19],
  },
  ExecutionProgress: { num_inflight_tasks: ['int64', 2] },
  ArrowBatch: { row_count: ['int64', 1], data: ['bytes', 2] },
  CheckpointResult: { relation: ['CachedRemoteRelation', 1] },
  ReattachExecuteRequest: {
    ...SESSION,
    operation_id: ['string', 3],
    client_type: ['string', 4],
    last_response_id: ['string', 5],
  },
  ReleaseExecuteRequest: {
    ...SESSION,
    operation_id: ['string', 3],
    client_type: ['string', 4],
    release_all: ['Empty', 5],
  },

  // The session.
  ConfigRequest: { ...SESSION, operation: ['ConfigOperation', 3], client_type: ['string', 4] },
  ConfigOperation: { set: ['ConfigSet', 1] },
  ConfigSet: { pairs: ['KeyValue', 1, 'list'] },
  KeyValue: { key: ['string', 1], value: ['string', 2] },
  AnalyzePlanRequest: { ...SESSION, client_type: ['string', 3], spark_version: ['Empty', 10] },
  AnalyzePlanResponse: { spark_version: ['SparkVersion', 8] },
  SparkVersion: { version: ['string', 1] },
  ReleaseSessionRequest: { ...SESSION, client_type: ['string', 3] },

  // What went wrong: `Status` comes with the error itself (google.rpc), the rest is asked for.
  Status: { details: ['Any', 3, 'list'] },
  Any: { type_url: ['string', 1], value: ['bytes', 2] },
  ErrorInfo: { reason: ['string', 1], metadata: ['string', 3, 'map'] },
  FetchErrorDetailsRequest: { ...SESSION, error_id: ['string', 3], client_type: ['string', 4] },
  FetchErrorDetailsResponse: { errors: ['ErrorDetail', 2, 'list'] },
  ErrorDetail: {
    error_type_hierarchy: ['string', 1, 'list'],
    message: ['string', 2],
    spark_throwable: ['SparkThrowable', 5],
  },
  SparkThrowable: { error_class: ['string', 1], sql_state: ['string', 4] },
} as const;

/** What can be asked, with what is sent and what comes back; `stream` where that is piece by piece. */
const CALLS = {
  ExecutePlan: ['ExecutePlanRequest', 'ExecutePlanResponse', 'stream'],
  ReattachExecute: ['ReattachExecuteRequest', 'ExecutePlanResponse', 'stream'],
  ReleaseExecute: ['ReleaseExecuteRequest', 'Empty'],
  AnalyzePlan: ['AnalyzePlanRequest', 'AnalyzePlanResponse'],
  Config: ['ConfigRequest', 'Empty'],
  ReleaseSession: ['ReleaseSessionRequest', 'Empty'],
  FetchErrorDetails: ['FetchErrorDetailsRequest', 'FetchErrorDetailsResponse'],
} as const;

function fieldOf([type, id, many]: Field) {
  if (many === 'map') return { keyType: 'string', type, id };
  return { type, id, ...(many === 'list' && { rule: 'repeated' }) };
}

function messageOf(fields: Record<string, Field>) {
  return {
    fields: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldOf(field)])),
  };
}

function methodOf([requestType, responseType, stream]: readonly [string, string, 'stream'?]) {
  return { requestType, responseType, ...(stream && { responseStream: true }) };
}

/** The protocol as the protobuf library reads it. `Decode` is called nowhere: it gives the readers of what an error holds. */
export const PROTOCOL = {
  nested: {
    spark: {
      nested: {
        connect: {
          nested: {
            ...Object.fromEntries(
              Object.entries(MESSAGES).map(([name, fields]) => [name, messageOf(fields)]),
            ),
            SparkConnectService: {
              methods: Object.fromEntries(
                Object.entries(CALLS).map(([name, call]) => [name, methodOf(call)]),
              ),
            },
            Decode: {
              methods: {
                Status: methodOf(['Empty', 'Status']),
                ErrorInfo: methodOf(['Empty', 'ErrorInfo']),
              },
            },
          },
        },
      },
    },
  },
};
