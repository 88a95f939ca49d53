import { z } from 'zod';
import type { Draw } from '../../model/draw.js';

const historySchema = z.strictObject({
  schema: z.literal('plumbline.draw-history/1'),
  rounds: z.array(
    z.strictObject({
      round: z.string().min(1),
      code: z.string(),
      areaKind: z.enum(['community', 'building']),
      areas: z.array(z.string()),
    }),
  ),
});

/** Which areas were drawn in earlier rounds, the first round first. */
export type History = z.infer<typeof historySchema>;

export const NO_HISTORY: History = { schema: 'plumbline.draw-history/1', rounds: [] };

/** Reads the text of a history file, or says why it is none. */
export function parseHistory(text: string): History | { fault: string } {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { fault: (error as Error).message };
  }
  const checked = historySchema.safeParse(value);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  return { fault: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` };
}

export function historyText(history: History): string {
  return `${JSON.stringify(history, null, 2)}\n`;
}

/**
 * The areas drawn in the last rounds before this one. A round that is in the history already is drawn again: it and what
 * came after it do not count, so that the same draw comes out.
 */
export function drawnBefore(history: History, rounds: number, round?: string): string[] {
  const at = history.rounds.findIndex((one) => one.round === round);
  const earlier = at < 0 ? history.rounds : history.rounds.slice(0, at);
  const last = rounds > 0 ? earlier.slice(-rounds) : [];
  return [...new Set(last.flatMap(({ areas }) => areas))].sort();
}

/** The history with a draw in it: at the end, or in place of an earlier draw of the same round. */
export function withRound({ schema, rounds }: History, draw: Draw, round: string): History {
  const areas = draw.areas
    .filter(({ role }) => role === 'drawn')
    .map(({ area }) => area)
    .sort();
  const entry = { round, code: draw.code, areaKind: draw.parameters.areaKind, areas };
  const at = rounds.findIndex((one) => one.round === round);
  return { schema, rounds: at < 0 ? [...rounds, entry] : rounds.with(at, entry) };
}
