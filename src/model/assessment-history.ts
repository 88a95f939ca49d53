import { z } from 'zod';

export const ASSESSMENT_HISTORY_SCHEMA = 'plumbline.assessment-history/1';

/** One value of one year, as the history keeps it. */
const entrySchema = z.strictObject({
  year: z.int(),
  area: z.string().min(1),
  item: z.string().min(1),
  value: z.number(),
  missed: z.boolean(),
  numerator: z.number(),
  denominator: z.number(),
});

export type HistoryEntry = z.infer<typeof entrySchema>;

/** What assessments of earlier years found. */
export const assessmentHistorySchema = z.strictObject({
  schema: z.literal(ASSESSMENT_HISTORY_SCHEMA),
  entries: z.array(entrySchema),
});
