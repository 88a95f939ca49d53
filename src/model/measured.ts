import { z } from 'zod';
import { openObject } from './open-object.js';

const counts = z.record(z.string(), z.number());

/** Events of one kind, community and period, by how many points claim them. */
export const lineSchema = openObject({
  event: z.string(),
  community: z.string(),
  period: z.string(),
  /** In line: claimed once, with the same values, by every point that covers the event. */
  points: z.record(z.string(), openObject({ claims: z.number(), covered: z.boolean() })),
  atOne: z.number(),
  atTwo: z.number(),
  atAll: z.number(),
  inLine: z.number(),
  /** Lone claims, which no other number of this row counts. */
  unconfirmed: z.number(),
  /** Confirmed events. */
  total: z.number(),
});

export type LineRow = z.infer<typeof lineSchema>;

export const errorRateSchema = openObject({
  event: z.string(),
  point: z.string(),
  community: z.string(),
  period: z.string(),
  rate: z.string(),
  numerator: z.number(),
  denominator: z.number(),
  /** Per cent (a verification factor: the factor itself); null where the denominator is 0. */
  value: z.number().nullable(),
  /** The denominator is too small for the rate to be compared with others. */
  small: z.literal(true).optional(),
});

export type ErrorRate = z.infer<typeof errorRateSchema>;

const level = z.enum(['community', 'street', 'district']);

const targetSchema = openObject({
  atMost: z.number().optional(),
  atLeast: z.number().optional(),
  verdict: z.enum(['met', 'missed', 'close', 'no-data']),
});

/** One indicator of one area and period: as reported, and as recomputed. */
export const indicatorSchema = openObject({
  area: z.string(),
  period: z.string(),
  code: z.string(),
  /** The figure as printed: for people, not part of the JSON contract. */
  printed: z.string().optional(),
  /** What the area and the period are, by which reports choose; not part of the JSON contract either. */
  level: level.default('community'),
  grain: z.enum(['month', 'quarter', 'half', 'year']).optional(),
  reported: z.number().optional(),
  recomputed: z.number().optional(),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  interval: z.tuple([z.number(), z.number()]).optional(),
  unit: z.string(),
  verdict: z.enum([
    'agrees',
    'differs',
    'explained',
    'truncated',
    'conflict',
    'not-reported',
    'not-checked',
    'n/a',
  ]),
  /** The denominator is the population at the end, since that at the start is not known. */
  note: z.literal('end-alone').optional(),
  target: targetSchema.optional(),
}).transform(named);

/** With the indicator's name as people read it, which the JSON contract has not: its code stands for it. */
function named<Row extends { code: string }>(row: Row): Row & { name: string } {
  return { ...row, name: row.code };
}

export type IndicatorRow = z.infer<typeof indicatorSchema>;

/** How complete and how timely the registers of one community are. */
export const qualitySchema = openObject({
  community: z.string(),
  point: z.string(),
  /**
   * `timely_rate`: events registered within the limit, of those with a registration date · `handed_in_rate`: registers
   * handed in, month by month, of those that its peers handed in · `card_items_rate`: items of the card that are filled
   * in · `signature_rate`: visits with enough signatures, of those with their signatures counted
   */
  measure: z.enum(['timely_rate', 'handed_in_rate', 'card_items_rate', 'signature_rate']),
  numerator: z.number(),
  denominator: z.number(),
});

export type QualityRow = z.infer<typeof qualitySchema>;

/** An area of the hierarchy. */
export const areaSchema = openObject({
  area: z.string(),
  level,
  /** The areas directly below it; none below a community. */
  parts: z.array(z.string()),
  /** People on its cards, by the run's `population`; absent where no cards were supplied. */
  persons: z.number().optional(),
});

export type AreaRow = z.infer<typeof areaSchema>;

/** A register of people of one community at one point, held against last month's: numbers of people. */
export const rosterSchema = openObject({
  community: z.string(),
  point: z.string(),
  register: z.string(),
  before: z.number(),
  /** Who left, by what explains it: death, move, stay, marriage, age, handover. */
  left: counts,
  /** Who left without a reason on record. */
  vanished: z.number(),
  /** Who joined, by what explains it: birth, move, stay, marriage, age, handover. */
  joined: counts,
  /** Who joined without a reason on record. */
  unexplained: z.number(),
  after: z.number(),
});

export type RosterRow = z.infer<typeof rosterSchema>;
