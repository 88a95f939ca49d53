import type { Piece } from './plan.js';

/** Watches what comes of a statement. */
export interface Watch {
  /** Aborted when the server has fallen silent about the statement. */
  signal: AbortSignal;
  /** Whether rows have come: they cannot be taken back. */
  readonly given: boolean;
  heard(piece: Piece): void;
  end(): void;
}

/**
 * Watches for a statement that waits for nothing: nothing was heard of it for a time, though a server tells of every task
 * that begins or ends, and none is running. Once rows have come, it is not watched any more.
 *
 * @param ms how long the server may be silent; without it, for ever
 */
export function watchFor(ms: number | undefined): Watch {
  const controller = new AbortController();
  let running = 0;
  let timer: NodeJS.Timeout | undefined;
  const end = () => clearTimeout(timer);
  const wait = () => {
    end();
    if (ms !== undefined) timer = setTimeout(() => (running > 0 ? wait() : controller.abort()), ms);
  };
  let given = false;
  wait();
  return {
    signal: controller.signal,
    get given() {
      return given;
    },
    heard({ execution_progress: progress, arrow_batch }) {
      given ||= Boolean(arrow_batch);
      if (progress) running = progress.num_inflight_tasks ?? 0;
      if (given) end();
      else wait();
    },
    end,
  };
}
