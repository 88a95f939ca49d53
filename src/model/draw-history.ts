import { z } from 'zod';
import { AREA_KINDS } from './draw.js';

/** Which areas were drawn in earlier rounds, the first round first. */
export const drawHistorySchema = z.strictObject({
  schema: z.literal('plumbline.draw-history/1'),
  rounds: z.array(
    z.strictObject({
      round: z.string().min(1),
      code: z.string(),
      areaKind: z.enum(AREA_KINDS),
      areas: z.array(z.string()),
    }),
  ),
});

export type DrawHistory = z.infer<typeof drawHistorySchema>;
