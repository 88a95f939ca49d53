import { z } from 'zod';
import { AREA_KINDS, ROLES, UNIT_KINDS } from './draw.js';
import { noteSchema } from './input.js';
import { openObject } from './open-object.js';

const count = z.number();
const interval = z.tuple([z.number(), z.number()]);

/** A share that a spot audit found, in per cent (a verification factor: the factor itself). */
const spotRateSchema = openObject({
  /** Blank for the whole frame. */
  area: z.string(),
  /**
   * record (all that was checked of a person), person, birth, enrolment, or an item: sex, birth_date, marital, parity,
   * method, visit_done, certificate_seen
   */
  subject: z.string(),
  /** The point held against the field; blank where the field speaks alone. */
  point: z.string(),
  rate: z.enum([
    'accuracy',
    'omission_rate',
    'duplication_rate',
    'misentry_rate',
    'false_report_rate',
    'verification_factor',
  ]),
  /** As counted, in households that answered. */
  numerator: count,
  denominator: count,
  value: z.number().nullable(),
  /** Weighted by the chances of the draw: what the whole frame, or area, would show. */
  estimate: z.number().optional(),
  /** Intervals of the estimate, with the confidence of the audit. */
  wilson: interval.optional(),
  clopperPearson: interval.optional(),
  /** Of a factor, by Student's t. */
  interval: interval.optional(),
  /** How much the variance is above that of a simple sample, and the size of the simple sample that is worth as much. */
  designEffect: z.number().optional(),
  effective: z.number().optional(),
  /** So many in the whole frame. */
  total: openObject({ value: z.number(), low: z.number(), high: z.number() }).optional(),
  /** The denominator is too small for the rate to be compared with others. */
  small: z.literal(true).optional(),
});

export type SpotRate = z.infer<typeof spotRateSchema>;

/** What became of an area of the draw. Households and persons are those drawn, and the reserves that took their place. */
const spotAreaSchema = openObject({
  area: z.string(),
  stratum: z.string(),
  role: z.enum(ROLES),
  order: z.number(),
  /** unused: a reserve that was not needed; out-of-order: one that was visited though it was not its turn. */
  state: z.enum(['counted', 'not-returned', 'no-answer', 'unused', 'out-of-order']),
  households: openObject({
    visited: count,
    answered: count,
    notMet: count,
    refused: count,
    open: count,
  }),
  /** Rows by their outcome; `added`: people found at the door who are on no list. */
  persons: openObject({
    listed: count,
    match: count,
    differs: count,
    notFound: count,
    notMet: count,
    refused: count,
    open: count,
    added: count,
  }),
});

export type SpotArea = z.infer<typeof spotAreaSchema>;

/** Whether a point's records reach the target, by lot quality assurance sampling. */
const spotVerdictSchema = openObject({
  /** Blank for the whole frame. */
  area: z.string(),
  point: z.string(),
  /** Share of right records that is asked for, in per cent. */
  target: z.number(),
  /** Effective sample, errors in it, and how many are allowed. */
  n: count,
  errors: count,
  allowed: count,
  /** too-few: nothing speaks against it, but so small a sample passes almost anything. */
  verdict: z.enum(['met', 'missed', 'too-few']),
  /** Chance that records exactly at the target are rejected, and the share of right records that would pass in one of ten. */
  rejectGood: z.number(),
  passes: z.number(),
});

export type SpotVerdict = z.infer<typeof spotVerdictSchema>;

/** What a spot audit found. */
export const spotSchema = openObject({
  draw: openObject({
    code: z.string(),
    seed: z.string(),
    round: z.string().optional(),
    areaKind: z.enum(AREA_KINDS),
    unitKind: z.enum(UNIT_KINDS),
    register: z.string().optional(),
    point: z.string().optional(),
    /** Areas and units that could be drawn, and areas that were. */
    frameAreas: count,
    frameUnits: count,
    drawnAreas: count,
  }),
  /** Of all intervals, in per cent. */
  confidence: z.number(),
  areas: z.array(spotAreaSchema),
  rates: z.array(spotRateSchema),
  verdicts: z.array(spotVerdictSchema),
  notes: z.array(noteSchema),
});

export type SpotResult = z.infer<typeof spotSchema>;
