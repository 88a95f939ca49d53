import { z } from 'zod';
import { findingSchema } from './finding.js';
import { inputSchema, noteSchema, refusalSchema } from './input.js';
import { LANGS } from './language.js';
import {
  areaSchema,
  errorRateSchema,
  indicatorSchema,
  lineSchema,
  qualitySchema,
  rosterSchema,
} from './measured.js';
import { openObject } from './open-object.js';
import { spotSchema } from './spot-result.js';

const counts = z.record(z.string(), z.number());

const ruleStatusSchema = openObject({
  rule: z.string(),
  /** The rule's title in the language of the run: for people, not part of the JSON contract. */
  title: z.string().optional(),
  status: z.enum(['passed', 'failed', 'not-applicable']),
  count: z.number(),
  reason: z.string().optional(),
});

export type RuleStatus = z.infer<typeof ruleStatusSchema>;

const runSchema = openObject({
  asOf: z.string(),
  period: z.string(),
  lang: z.enum(LANGS),
  masked: z.boolean(),
  complete: z.boolean(),
  population: z.enum(['registered', 'present']),
  /** Tells the key that made the ids of findings from other keys. Absent in results of earlier versions. */
  idKey: z.string().optional(),
  startedAt: z.string().optional(),
  rules: z.array(ruleStatusSchema),
  refused: z.array(refusalSchema),
  inputs: z.array(inputSchema),
  /** Notes about the run as a whole (files passed over). */
  notes: z.array(noteSchema).default([]),
  /** Last month's registers of people, where this month's were compared with them. */
  previous: openObject({
    /** The latest date in them, and the day from which events may explain a change. */
    asOf: z.string(),
    since: z.string(),
    inputs: z.array(inputSchema),
  }).optional(),
});

/** The JSON contract, schema `plumbline.audit/1`: one plain object that every reporter renders. */
export const resultSchema = openObject({
  schema: z.literal('plumbline.audit/1'),
  tool: openObject({ name: z.literal('plumbline'), version: z.string() }),
  run: runSchema,
  /** Faults: findings that are caused by no other, accepted by nobody, and not known from an earlier result. */
  summary: openObject({
    error: z.number(),
    warning: z.number(),
    notice: z.number(),
    /** Findings that follow from faults, in no other number. */
    caused: z.number().default(0),
    /** Faults that somebody accepted. */
    accepted: z.number(),
    byRule: counts,
    byCommunity: counts,
  }),
  line: z.array(lineSchema),
  errorRates: z.array(errorRateSchema),
  indicators: z.array(indicatorSchema),
  /** Absent in results of earlier versions. */
  quality: z.array(qualitySchema).optional(),
  /** Communities, then what they are part of. Absent in results of earlier versions. */
  areas: z.array(areaSchema).optional(),
  /** Registers of people compared with last month's; absent where no last month was given. */
  rosters: z.array(rosterSchema).optional(),
  /** Of a spot audit alone. */
  spot: spotSchema.optional(),
  findings: z.array(findingSchema),
});

export type AuditResult = z.infer<typeof resultSchema>;
