import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Piece } from '../../../src/store/spark/plan.js';
import { watchFor } from '../../../src/store/spark/silence.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const running = (num_inflight_tasks?: number) => ({ execution_progress: { num_inflight_tasks } }) as Piece;
const rows: Piece = { response_id: '1', arrow_batch: { data: new Uint8Array() } };
const other: Piece = { response_id: '1', arrow_batch: null, execution_progress: null };

it.each<[string, [after: number, heard: Piece][], number, boolean]>([
  ['nothing was heard', [], 100, true],
  ['its time is not over', [], 99, false],
  ['something was heard since', [[60, other]], 99, false],
  ['and nothing after that', [[60, other]], 100, true],
  ['a task runs', [[10, running(1)]], 1000, false],
  [
    'a task runs, and something else is heard',
    [
      [10, running(1)],
      [10, other],
    ],
    1000,
    false,
  ],
  [
    'its tasks have ended',
    [
      [10, running(2)],
      [10, running()],
    ],
    100,
    true,
  ],
  ['rows have come', [[10, rows]], 1000, false],
  [
    'rows have come, and something else',
    [
      [10, rows],
      [10, other],
    ],
    1000,
    false,
  ],
])('falls silent, or not: %s', (_, pieces, rest, silent) => {
  const watch = watchFor(100);
  for (const [after, piece] of pieces) {
    vi.advanceTimersByTime(after);
    watch.heard(piece);
  }
  vi.advanceTimersByTime(rest);
  expect(watch.signal.aborted).toBe(silent);
});

it('waits for ever, or no longer', () => {
  const watches = [watchFor(undefined), watchFor(100)];
  watches[0]?.heard(running());
  watches[1]?.end();
  vi.advanceTimersByTime(1e9);
  expect(watches.map(({ signal }) => signal.aborted)).toEqual([false, false]);
  expect(vi.getTimerCount()).toBe(0);
});
