import { describe, expect, it, test } from 'vitest';
import { UserError } from '../../../src/messages/index.js';
import {
  Accident,
  explainFailure,
  type Failure,
  isLost,
  neverArrived,
} from '../../../src/store/spark/failure.js';

const explain = (failure: Partial<Failure>) =>
  explainFailure({ code: 13, text: '', begun: true, ...failure }, 'spark:15002', new Error('as it came'));

describe('what a cluster says when it fails, as one sentence', () => {
  it.each<[string, Partial<Failure>]>([
    ['spark.unreachable', { code: 14, begun: false, text: 'connect ECONNREFUSED 127.0.0.1:1' }],
    ['spark.unreachable', { code: 4, begun: false }],
    ['spark.lost', { code: 14 }],
    ['spark.lost', { code: 4 }],
    ['spark.lost', { text: 'Received RST_STREAM with code 2 (Internal server error)' }],
    ['spark.lost', { text: 'Cannot call methods on a stopped SparkContext.\nThis stopped SparkContext …' }],
    ['spark.lost', { text: 'Job 7 cancelled because SparkContext was shut down' }],
    ['spark.lost', { code: 2, text: 'Application error processing RPC' }],
    ['spark.not-admitted', { code: 16 }],
    ['spark.not-admitted', { code: 7 }],
    ['spark.no-spark', { code: 12, begun: false }],
    ['spark.session-ended', { text: '[INVALID_HANDLE.SESSION_NOT_FOUND] The handle …' }],
    ['spark.session-ended', { errorClass: 'INVALID_HANDLE.SESSION_CLOSED' }],
    ['spark.out-of-memory', { told: 'java.lang.OutOfMemoryError: Java heap space' }],
    ['spark.out-of-memory', { text: 'ExecutorLostFailure … Command exited with code 137: exit code 137' }],
    ['spark.out-of-memory', { text: 'ExecutorLostFailure … Reason: Command exited with code 52' }],
    ['spark.out-of-memory', { text: 'LongToUnsafeRowMap; unable to create instance' }],
    ['spark.out-of-memory', { text: 'Container killed by YARN for exceeding memory limits' }],
    ['spark.disk-full', { told: 'java.io.IOException: No space left on device' }],
    [
      'spark.executor-lost',
      { text: 'ExecutorLostFailure (executor 1 exited unrelated to the running tasks)' },
    ],
    ['spark.files-unseen', { text: '[PATH_NOT_FOUND] Path does not exist: file:/loaded/births.parquet.' }],
    ['spark.files-unseen', { errorClass: 'FAILED_READ_FILE.FILE_NOT_EXIST' }],
    [
      'spark.files-unseen',
      { told: 'java.io.FileNotFoundException: /loaded/births.parquet (Permission denied)' },
    ],
    ['spark.executor-lost', { errorClass: 'CHECKPOINT_RDD_BLOCK_ID_NOT_FOUND' }],
  ])('%s', (key, failure) => {
    const error = explain(failure);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).key).toBe(key);
    expect((error as UserError).params).toMatchObject({ address: 'spark:15002' });
  });

  test('a full disk is named before the executor that was lost by it', () =>
    expect(explain({ text: 'ExecutorLostFailure', told: 'No space left on device' })).toMatchObject({
      key: 'spark.disk-full',
    }));

  test('what nobody outside can mend is named by its class, and quotes no value', () => {
    const error = explain({
      errorClass: 'CAST_INVALID_INPUT',
      sqlState: '22018',
      text: "[CAST_INVALID_INPUT] The value '张三' of the type …",
    });
    expect(error).not.toBeInstanceOf(UserError);
    expect(error).not.toBeInstanceOf(Accident);
    expect(error.message).toBe('Spark: CAST_INVALID_INPUT, 22018');
    expect((error.cause as Error).cause).toEqual(new Error('as it came'));
  });

  it.each<[string, Partial<Failure>]>([
    ['Spark: gRPC 13', { text: "of the row '张三'" }],
    [
      'Spark: gRPC 2, java.lang.IllegalStateException',
      { code: 2, thrown: 'java.lang.IllegalStateException' },
    ],
  ])('what Spark has no class for is an accident: %s', (message, failure) => {
    const error = explain(failure);
    expect(error).toBeInstanceOf(Accident);
    expect(error.message).toBe(message);
  });
});

it.each([
  [{ code: 14 }, true],
  [{ code: 4 }, true],
  [{ code: 13, details: 'Received RST_STREAM with code 2' }, true],
  [{ code: 13, details: '[INVALID_CURSOR.DISCONNECTED] …' }, true],
  [{ code: 13, details: '[DIVIDE_BY_ZERO] …' }, false],
  [{ code: 16 }, false],
])('a stream is taken up again after %o: %s', (error, lost) => expect(isLost(error)).toBe(lost));

test('a statement is sent again only where the server knows nothing of it', () => {
  expect(neverArrived({ details: '[INVALID_HANDLE.OPERATION_NOT_FOUND] …' })).toBe(true);
  expect(neverArrived({ details: '[INVALID_HANDLE.OPERATION_ABANDONED] …' })).toBe(false);
  expect(neverArrived({})).toBe(false);
});
