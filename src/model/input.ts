import { z } from 'zod';
import { openObject } from './open-object.js';

/** Something that people should know of a file, or of a run as a whole. */
export const noteSchema = openObject({
  /**
   * hidden-rows, hidden-columns, hidden-sheet, sheet-not-read, unknown-column, unknown-indicator,
   * filled-community, files-passed-over, unplaced-rows, …
   */
  code: z.string(),
  count: z.number(),
  detail: z.string().optional(),
});

export type Note = z.infer<typeof noteSchema>;

/** A file that cannot be audited, with the sentence that says why and what to do (already in the run's language). */
export const refusalSchema = openObject({ path: z.string(), reason: z.string() });

export type Refusal = z.infer<typeof refusalSchema>;

/** A file or sheet that was audited, and what became of its rows: total = read + skipped + refused. */
export const inputSchema = openObject({
  path: z.string(),
  sha256: z.string(),
  sheet: z.string().optional(),
  register: z.string(),
  point: z.string(),
  community: z.string().optional(),
  months: z.string().optional(),
  encoding: z.string().optional(),
  rows: openObject({ total: z.number(), read: z.number(), skipped: z.number(), refused: z.number() }),
  skippedRows: z.array(openObject({ row: z.number(), reason: z.string() })),
  notes: z.array(noteSchema),
});

export type InputReport = z.infer<typeof inputSchema>;
