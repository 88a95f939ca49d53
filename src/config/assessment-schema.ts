import { z } from 'zod';
import { EVENT_KINDS } from '../model/event-kinds.js';
import { MEASURE_NAMES, SCHEMES } from './measures.js';
import { someWords, strict, word } from './shapes.js';

const percent = z.number().min(0).max(100);
const step = strict({ beyond: percent, deduct: z.number().positive() });

/** One thing that areas are scored on. Values are per cent, points are of the weight. */
const item = strict({
  /** Its name, by which scores and the history know it; that of the measure where absent. */
  item: word.nullish(),
  measure: z.enum(MEASURE_NAMES),
  /** Of which events and at which points the errors count; all where absent. */
  events: z.array(z.enum(EVENT_KINDS)).min(1).nullish(),
  points: someWords.nullish(),
  /** Counts under this scheme alone. */
  only: z.enum(SCHEMES).nullish(),
  weight: z.number().positive(),
  /** The value that earns the whole weight, and the one that earns nothing; between them points go in proportion. */
  full: percent.nullish(),
  zero: percent.nullish(),
  /** Instead: what is deducted from the weight beyond each value; the greatest deduction counts. */
  steps: z.array(step).min(1).nullish(),
  /** Fewest points that it earns. */
  floor: z.number().nonnegative().nullish(),
  /** The value to be reached: a year in which it is not is missed. */
  target: percent.nullish(),
});

/** How areas are scored on the quality of their data; the scheme is that of communities that name none. */
export const assessmentSchema = strict({
  scheme: z.enum(SCHEMES).nullish(),
  items: z.array(item).min(1).nullish(),
});

export type RawItem = z.output<typeof item>;
