import type { ServiceError } from '@grpc/grpc-js';
import { UserError } from '../../messages/index.js';

/** What is known of a request that failed. */
export interface Failure {
  /** The status of the transport. */
  code: number;
  /** The words that came with it. */
  text: string;
  /** Whether the server had answered this run before. */
  begun: boolean;
  /** The class of Spark's own error, for example `TABLE_OR_VIEW_NOT_FOUND`. */
  errorClass?: string | undefined;
  /** The class of what was thrown in the server, for example `java.lang.IllegalStateException`. */
  thrown?: string | undefined;
  sqlState?: string | undefined;
  /** What the error and its causes say. */
  told?: string;
}

/** Status codes of gRPC. */
const STATUS = {
  deadline: 4,
  denied: 7,
  unimplemented: 12,
  internal: 13,
  unavailable: 14,
  unauthenticated: 16,
} as const;

/** What a cluster may run out of, by the words of what it throws; the first that fits. */
const CAUSES = [
  ['spark.disk-full', /No space left on device|not enough space on the disk|UNABLE_TO_CREATE_DIRECTORY/i],
  [
    'spark.out-of-memory',
    /OutOfMemoryError|LongToUnsafeRowMap; unable to create instance|OUT_OF_MEMORY|UNABLE_TO_ACQUIRE_MEMORY|OOMKilled|memory limits|exit(ed with)? (code|status)( is|:)? (52|137)\b|maxResultSize/i,
  ],
  [
    'spark.executor-lost',
    /ExecutorLostFailure|FetchFailed|CHECKPOINT_RDD_BLOCK_ID_NOT_FOUND|Checkpoint block .* not found/i,
  ],
  [
    'spark.files-unseen',
    /\bPATH_NOT_FOUND|FAILED_READ_FILE|AccessControlException|AccessDeniedException|\(Permission denied\)/,
  ],
] as const;

/** What went wrong inside the server: Spark has no word for it, so it is not about the statement, and may not come again. */
export class Accident extends Error {}

/** A server that is being shut down. */
const STOPPED = /SparkContext was shut down|stopped SparkContext|Application error processing RPC/;

const SESSION = /INVALID_HANDLE\.SESSION|SESSION_(CLOSED|CHANGED|NOT_FOUND)|OPERATION_ABANDONED/;

/** Why no connection came about, in the system's words. */
const REASON =
  /\bE[A-Z]{5,}\b|[Cc]ertificate[^.;]*|self.signed[^.;]*|wrong version number|Name resolution failed/;

/**
 * One clear sentence for what a user or whoever runs the cluster can mend; else an error that names Spark's class, or an
 * accident that has none. Its first line quotes nothing, since Spark's words may hold values of rows; the rest is for
 * `--debug`.
 *
 * @param address where the server is
 * @param cause the error as it came
 */
export function explainFailure(failure: Failure, address: string, cause: unknown): Error {
  const { text, errorClass = '', sqlState, told = '', thrown } = failure;
  const all = [errorClass, text, told].join('\n');
  const sentence = SESSION.test(all)
    ? 'spark.session-ended'
    : (ofTransport(failure) ?? CAUSES.find(([, words]) => words.test(all))?.[0]);
  if (sentence) return new UserError(sentence, { address, reason: reasonOf(text) }, { cause });
  const named = [errorClass || /\[([A-Z_.]+)\]/.exec(text)?.[1], sqlState].filter(Boolean).join(', ');
  const whole = { cause: new Error(all, { cause }) };
  if (named) return new Error(`Spark: ${named}`, whole);
  return new Accident(`Spark: ${[`gRPC ${failure.code}`, thrown].filter(Boolean).join(', ')}`, whole);
}

function ofTransport({ code, text, begun }: Failure) {
  if (isLost({ code, details: text }) || STOPPED.test(text))
    return begun ? 'spark.lost' : 'spark.unreachable';
  if (code === STATUS.unauthenticated || code === STATUS.denied) return 'spark.not-admitted';
  return code === STATUS.unimplemented ? 'spark.no-spark' : undefined;
}

function reasonOf(text: string): string {
  return REASON.exec(text)?.[0] ?? text.split('\n', 1)[0]?.slice(0, 120) ?? '';
}

/** The connection broke, not the statement: the server still has it, and tells the rest when asked. */
export function isLost(error: unknown): boolean {
  const { code, details = '' } = error as Partial<ServiceError>;
  if (code === STATUS.unavailable || code === STATUS.deadline) return true;
  return code === STATUS.internal && /RST_STREAM|CURSOR\.DISCONNECTED/.test(details);
}

/** The server knows nothing of the statement: it was lost on its way. */
export function neverArrived(error: unknown): boolean {
  return /INVALID_HANDLE\.OPERATION_NOT_FOUND/.test((error as Partial<ServiceError>).details ?? '');
}
