import { z } from 'zod';
import type { AuditResult } from '../model/result.js';
import { spotSchema } from './parse-spot.js';

/** Keys that a later version adds are kept. */
const value = z.union([z.string(), z.number(), z.null()]);
const counts = z.record(z.string(), z.number());
const note = z.looseObject({ code: z.string(), count: z.number(), detail: z.string().optional() });
const severity = z.enum(['error', 'warning', 'notice']);

const place = z.looseObject({
  path: z.string(),
  sheet: z.string().optional(),
  row: z.number(),
  register: z.string(),
  point: z.string(),
  columns: z.array(z.string()),
  headings: z.array(z.string()),
  cells: z.array(z.string()),
  values: z.record(z.string(), value),
});

const finding = z.looseObject({
  id: z.string(),
  rule: z.string(),
  severity,
  community: z.string(),
  period: z.string().optional(),
  event: z.string().optional(),
  point: z.string().optional(),
  building: z.string().optional(),
  message: z.string(),
  suggestion: z.string(),
  params: z.record(z.string(), value),
  records: z.array(place),
  missingFrom: z
    .array(z.looseObject({ point: z.string(), register: z.string(), community: z.string() }))
    .optional(),
  evidence: z.record(z.string(), z.union([value, z.boolean()])),
  count: z.number().optional(),
  unconfirmed: z.literal(true).optional(),
  causedBy: z.string().nullable(),
  known: z.literal(true).optional(),
  accepted: z
    .object({ reason: z.string(), by: z.string().optional(), on: z.string(), until: z.string().optional() })
    .optional(),
});

const input = z.looseObject({
  path: z.string(),
  sha256: z.string(),
  sheet: z.string().optional(),
  register: z.string(),
  point: z.string(),
  community: z.string().optional(),
  months: z.string().optional(),
  encoding: z.string().optional(),
  rows: z.looseObject({ total: z.number(), read: z.number(), skipped: z.number(), refused: z.number() }),
  skippedRows: z.array(z.looseObject({ row: z.number(), reason: z.string() })),
  notes: z.array(note),
});

const run = z.looseObject({
  asOf: z.string(),
  period: z.string(),
  lang: z.enum(['zh', 'en']),
  masked: z.boolean(),
  complete: z.boolean(),
  population: z.enum(['registered', 'present']),
  idKey: z.string().optional(),
  startedAt: z.string().optional(),
  rules: z.array(
    z.looseObject({
      rule: z.string(),
      status: z.enum(['passed', 'failed', 'not-applicable']),
      count: z.number(),
      reason: z.string().optional(),
    }),
  ),
  refused: z.array(z.looseObject({ path: z.string(), reason: z.string() })),
  inputs: z.array(input),
  notes: z.array(note).default([]),
  previous: z.looseObject({ asOf: z.string(), since: z.string(), inputs: z.array(input) }).optional(),
});

const line = z.looseObject({
  event: z.string(),
  community: z.string(),
  period: z.string(),
  points: z.record(z.string(), z.looseObject({ claims: z.number(), covered: z.boolean() })),
  atOne: z.number(),
  atTwo: z.number(),
  atAll: z.number(),
  inLine: z.number(),
  unconfirmed: z.number(),
  total: z.number(),
});

const errorRate = z.looseObject({
  event: z.string(),
  point: z.string(),
  community: z.string(),
  period: z.string(),
  rate: z.string(),
  numerator: z.number(),
  denominator: z.number(),
  value: z.number().nullable(),
});

const indicator = z
  .looseObject({
    area: z.string(),
    period: z.string(),
    code: z.string(),
    level: z.enum(['community', 'street', 'district']).default('community'),
    reported: z.number().optional(),
    recomputed: z.number().optional(),
    numerator: z.number().optional(),
    denominator: z.number().optional(),
    interval: z.tuple([z.number(), z.number()]).optional(),
    unit: z.string(),
    verdict: z.enum(['agrees', 'differs', 'truncated', 'conflict', 'not-reported', 'not-checked', 'n/a']),
  })
  .transform((row) => ({ ...row, name: row.code }));

const quality = z.looseObject({
  community: z.string(),
  point: z.string(),
  measure: z.enum(['timely_rate', 'handed_in_rate', 'card_items_rate', 'signature_rate']),
  numerator: z.number(),
  denominator: z.number(),
});

const area = z.looseObject({
  area: z.string(),
  level: z.enum(['community', 'street', 'district']),
  parts: z.array(z.string()),
  persons: z.number().optional(),
});

const roster = z.looseObject({
  community: z.string(),
  point: z.string(),
  register: z.string(),
  before: z.number(),
  left: counts,
  vanished: z.number(),
  joined: counts,
  unexplained: z.number(),
  after: z.number(),
});

const resultSchema = z.looseObject({
  schema: z.literal('plumbline.audit/1'),
  tool: z.looseObject({ name: z.literal('plumbline'), version: z.string() }),
  run,
  summary: z.looseObject({
    error: z.number(),
    warning: z.number(),
    notice: z.number(),
    accepted: z.number(),
    byRule: counts,
    byCommunity: counts,
  }),
  line: z.array(line),
  errorRates: z.array(errorRate),
  indicators: z.array(indicator),
  quality: z.array(quality).optional(),
  areas: z.array(area).optional(),
  rosters: z.array(roster).optional(),
  spot: spotSchema.optional(),
  findings: z.array(finding),
});

/**
 * The result that a JSON report holds, checked once; titles and names of indicators, which it does not hold, are still
 * codes.
 * @returns the result, or where it is none: the first place that is wrong
 */
export function parseResult(text: string): { result: AuditResult } | { fault: string } {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { fault: 'JSON' };
  }
  const parsed = resultSchema.safeParse(raw);
  if (parsed.success) return { result: parsed.data as AuditResult };
  return { fault: parsed.error.issues[0]?.path.join('.') || 'schema' };
}
