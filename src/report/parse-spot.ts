import { z } from 'zod';

/** The rates of a spot audit, as a JSON report holds them. Keys that a later version adds are kept. */
const pair = z.tuple([z.number(), z.number()]);

const rate = z.looseObject({
  area: z.string(),
  point: z.string(),
  subject: z.string(),
  rate: z.string(),
  numerator: z.number(),
  denominator: z.number(),
  value: z.number().nullable(),
  estimate: z.number().optional(),
  wilson: pair.optional(),
  clopperPearson: pair.optional(),
  interval: pair.optional(),
  designEffect: z.number().optional(),
  effective: z.number().optional(),
  total: z.looseObject({ value: z.number(), low: z.number(), high: z.number() }).optional(),
});

const counts = z.record(z.string(), z.number());

const area = z.looseObject({
  area: z.string(),
  stratum: z.string(),
  role: z.enum(['drawn', 'reserve']),
  order: z.number(),
  state: z.string(),
  households: counts,
  persons: counts,
});

const verdict = z.looseObject({
  area: z.string(),
  point: z.string(),
  target: z.number(),
  n: z.number(),
  errors: z.number(),
  allowed: z.number(),
  verdict: z.enum(['met', 'missed', 'too-few']),
});

export const spotSchema = z.looseObject({
  draw: z.looseObject({
    code: z.string(),
    seed: z.string(),
    unitKind: z.enum(['household', 'area', 'record']),
  }),
  confidence: z.number(),
  areas: z.array(area),
  rates: z.array(rate),
  verdicts: z.array(verdict),
  notes: z.array(z.looseObject({ code: z.string(), count: z.number(), detail: z.string().optional() })),
});
