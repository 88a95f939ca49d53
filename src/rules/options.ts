import { z } from 'zod';

/** A limit in days. */
export interface DayLimit {
  days: number;
}

/** The options of rules about something that took too long, or happened too soon: more days than none. */
export const SOME_DAYS = z.strictObject({ days: z.int().positive() });

/** The same, where the limit may be the day itself. */
export const DAYS = z.strictObject({ days: z.int().nonnegative() });
