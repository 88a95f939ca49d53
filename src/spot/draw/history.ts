import type { Draw } from '../../model/draw.js';
import { type DrawHistory, drawHistorySchema } from '../../model/draw-history.js';
import { parseJson } from '../../report/parse-json.js';

export const NO_HISTORY: DrawHistory = { schema: 'plumbline.draw-history/1', rounds: [] };

/** Reads the text of a history file, or says why it is none. */
export function parseDrawHistory(text: string): DrawHistory | { fault: string } {
  const parsed = parseJson(text, drawHistorySchema);
  return 'fault' in parsed ? parsed : parsed.value;
}

export function drawHistoryText(history: DrawHistory): string {
  return `${JSON.stringify(history, null, 2)}\n`;
}

/**
 * The areas drawn in the last rounds before this one. A round that is in the history already is drawn again: it and what
 * came after it do not count, so that the same draw comes out.
 */
export function drawnBefore(history: DrawHistory, rounds: number, round?: string): string[] {
  const at = history.rounds.findIndex((one) => one.round === round);
  const earlier = at < 0 ? history.rounds : history.rounds.slice(0, at);
  const last = rounds > 0 ? earlier.slice(-rounds) : [];
  return [...new Set(last.flatMap(({ areas }) => areas))].sort();
}

/** The history with a draw in it: at the end, or in place of an earlier draw of the same round. */
export function withRound({ schema, rounds }: DrawHistory, draw: Draw, round: string): DrawHistory {
  const drawn = draw.areas.filter(({ role }) => role === 'drawn');
  const areas = drawn.map(({ area }) => area).sort();
  const entry = { round, code: draw.code, areaKind: draw.parameters.areaKind, areas };
  const at = rounds.findIndex((one) => one.round === round);
  return { schema, rounds: at < 0 ? [...rounds, entry] : rounds.with(at, entry) };
}
