import { z } from 'zod';
import { openObject } from './open-object.js';
import { SEVERITIES } from './severity.js';

const value = z.union([z.string(), z.number(), z.null()]);

/** A row of a file that a finding cites. */
const citedRecordSchema = openObject({
  path: z.string(),
  sheet: z.string().optional(),
  row: z.number(),
  register: z.string(),
  point: z.string(),
  /** Canonical columns concerned, their headings as in the file, and their cells in A1 notation. */
  columns: z.array(z.string()),
  headings: z.array(z.string()),
  cells: z.array(z.string()),
  /** The cell that names the record, where no cell of its own is concerned: by it a person finds the row. */
  anchor: z.string().optional(),
  /** Canonical column → value, masked unless revealed. */
  values: z.record(z.string(), value),
  /** Canonical column → the cell as it stands, where it is written otherwise than it was read (安全套, 43433). */
  written: z.record(z.string(), z.string()).optional(),
});

export type CitedRecord = z.infer<typeof citedRecordSchema>;

/** A claimant that lacks a record, and where it would go: file, sheet and row, as far as they are known. */
const lackingSchema = openObject({
  point: z.string(),
  register: z.string(),
  community: z.string(),
  path: z.string().optional(),
  sheet: z.string().optional(),
  row: z.number().optional(),
});

export type Lacking = z.infer<typeof lackingSchema>;

/** The decision to leave a finding as it is. */
const acceptedSchema = z.object({
  reason: z.string(),
  /** Who decided, as free text. */
  by: z.string().optional(),
  /** When, and how long it holds: YYYY-MM-DD. */
  on: z.string(),
  until: z.string().optional(),
});

export type Accepted = z.infer<typeof acceptedSchema>;

export const findingSchema = openObject({
  /** Stable fingerprint of rule and record identity. */
  id: z.string(),
  rule: z.string(),
  severity: z.enum(SEVERITIES),
  /** Empty where a finding belongs to no community. */
  community: z.string(),
  period: z.string().optional(),
  event: z.string().optional(),
  point: z.string().optional(),
  /** Building of the first record, where known: clerks work down one building at a time. */
  building: z.string().optional(),
  message: z.string(),
  suggestion: z.string(),
  params: z.record(z.string(), value),
  records: z.array(citedRecordSchema),
  /** Who lacks a record: there it is to be entered. */
  missingFrom: z.array(lackingSchema).optional(),
  evidence: z.record(z.string(), z.union([value, z.boolean()])),
  count: z.number().optional(),
  /** True for a lone claim: an omission elsewhere or a false report here, undecided. */
  unconfirmed: z.literal(true).optional(),
  causedBy: z.string().nullable(),
  /** An earlier result has it already (`--baseline`): it is in no count, and only the JSON report lists it. */
  known: z.literal(true).optional(),
  /** Somebody decided to leave it: it is counted apart. */
  accepted: acceptedSchema.optional(),
});

export type Finding = z.infer<typeof findingSchema>;
