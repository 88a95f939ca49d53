import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Accident, isLost, neverArrived } from './failure.js';
import type { Piece, SparkPlan } from './plan.js';
import type { StreamingCall } from './service.js';
import { type Watch, watchFor } from './silence.js';

/** How long is waited for what may yet come, in milliseconds. */
export interface Patience {
  /** Before a lost stream is asked for again; a server that is away for longer does not come back with its session. */
  breaks: readonly number[];
  /**
   * How long the server may be silent about a statement of which no task runs before it is given to it anew; the last
   * time, for ever. Spark up to 4.2 has statements that wait for each other's locks without an end (SPARK-57041); on a
   * busy cluster they wait for their turn.
   */
  silences: readonly number[];
  /** Before a statement that an accident in the server ended is given to it anew; one more is told. */
  accidents: readonly number[];
}

export const PATIENCE: Patience = {
  breaks: [50, 250, 1_000, 3_000, 10_000],
  silences: [180_000, 360_000, 720_000],
  accidents: [1_000, 5_000],
};

/** The part of a session that statements need. */
export interface Conversation {
  /** Whether the run takes leave: what fails then, fails for that reason. */
  readonly left: boolean;
  /** Asks, and hands over what is answered until the stream ends. */
  follow(order: StreamingCall, request: object, signal: AbortSignal, take: Take): Promise<void>;
  /** Lets the server forget an operation, and stop it where it still runs. */
  release(operation_id: string): void;
  /** The error as a sentence. */
  explain(error: unknown): Promise<unknown>;
}

export type Take = (piece: Piece) => void;

/**
 * Has a plan carried out, and hands over the answer piece by piece. A stream that breaks is taken up where it broke: the
 * server goes on with the statement meanwhile. Only one about which it falls silent, or which an accident ended before
 * rows came of it, is given to it anew.
 */
export async function execute(
  conversation: Conversation,
  plan: SparkPlan,
  use: Take,
  patience: Patience,
): Promise<void> {
  const silences = patience.silences.values();
  const accidents = patience.accidents.values();
  for (let silence = silences.next().value; ; ) {
    const operation = { operation_id: randomUUID() };
    const watch = watchFor(silence);
    const take: Take = (piece) => {
      watch.heard(piece);
      use(piece);
    };
    try {
      await answer(conversation, operation, plan, watch.signal, take, patience.breaks);
      return;
    } catch (error) {
      if (watch.signal.aborted) silence = silences.next().value;
      else await recover(error, watch, accidents.next().value);
    } finally {
      watch.end();
      conversation.release(operation.operation_id);
    }
  }
}

/** Waits after an accident. @throws what cannot be tried again, or has been often enough */
async function recover(error: unknown, { given }: Watch, ms: number | undefined): Promise<void> {
  if (!(error instanceof Accident) || given || ms === undefined) throw error;
  await pause(ms);
}

async function answer(
  conversation: Conversation,
  operation: { operation_id: string },
  plan: SparkPlan,
  signal: AbortSignal,
  use: Take,
  breaks: readonly number[],
): Promise<void> {
  const whole = { ...operation, plan, request_options: [{ reattach_options: { reattachable: true } }] };
  let last = '';
  let complete = false;
  const take: Take = (piece) => {
    last = piece.response_id || last;
    complete ||= Boolean(piece.result_complete);
    use(piece);
  };
  let sent = false;
  for (let failed = 0; !complete; ) {
    const before = last;
    try {
      const rest = last === '' ? operation : { ...operation, last_response_id: last };
      await (sent
        ? conversation.follow('ReattachExecute', rest, signal, take)
        : conversation.follow('ExecutePlan', whole, signal, take));
      sent = true;
    } catch (error) {
      if (conversation.left) return new Promise(() => {});
      sent = !neverArrived(error);
      const again = isLost(error) || (!sent && last === '');
      failed = last === before ? failed : 0;
      const ms = breaks[failed++];
      if (!again || ms === undefined) throw await conversation.explain(error);
      await pause(ms);
    }
  }
}
