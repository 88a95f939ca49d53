import { z } from 'zod';
import { REGISTER_NAMES } from '../registers/types.js';

export const DRAW_SCHEMA = 'plumbline.draw/1';

/** What a draw takes within its areas: whole households, all of an area, or rows of one register. */
export const UNIT_KINDS = ['household', 'area', 'record'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];
export const AREA_KINDS = ['community', 'building'] as const;
export type AreaKind = (typeof AREA_KINDS)[number];
/** Drawn at once, or a reserve that takes the place of one that cannot be visited, in its order. */
export const ROLES = ['drawn', 'reserve'] as const;
export type DrawRole = (typeof ROLES)[number];

const count = z.int().nonnegative();
const probability = z.number().min(0).max(1);
const ticket = z.string().regex(/^0\.\d{9,}$/);
const role = z.enum(ROLES);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

const unitSchema = z.strictObject({
  /** Household number within its community, or the fingerprint of a record. */
  unit: z.string(),
  building: z.string().optional(),
  order: count,
  role,
  ticket,
  /** Chance that this unit is drawn, given its area is. */
  probability,
});

export type DrawnUnit = z.infer<typeof unitSchema>;

const areaSchema = z.strictObject({
  /** Community, or community and building with a slash between. */
  area: z.string(),
  community: z.string(),
  building: z.string().optional(),
  street: z.string().optional(),
  stratum: z.string(),
  /** Place in the draw of its stratum, from 1. */
  order: count,
  role,
  ticket,
  /** Units in the area; where the selection is by size, the ticket divided by it gives the order. */
  size: count,
  /** Chance that this area is drawn; reserves counted as not drawn. */
  probability,
  units: z.array(unitSchema),
});

export type DrawnArea = z.infer<typeof areaSchema>;

const parametersSchema = z.strictObject({
  areaKind: z.enum(AREA_KINDS),
  unitKind: z.enum(UNIT_KINDS),
  register: z.enum(REGISTER_NAMES).optional(),
  point: z.string().optional(),
  /** Only rows of this register whose event lies in this period. */
  period: z.string().optional(),
  /** Areas and units in each asked for; absent for all. */
  areas: count.optional(),
  units: count.optional(),
  reserveAreas: count,
  reserveUnits: count,
  stratify: z.enum(['street', 'none']),
  allocation: z.enum(['equal', 'proportional']),
  /** Whether areas have one chance each, or a chance in proportion to their units. */
  selection: z.enum(['equal', 'size']),
  /** Areas of so many last rounds were left out, and these were. */
  rounds: count,
  leftOut: z.array(z.string()),
});

export type DrawParameters = z.infer<typeof parametersSchema>;

/**
 * fewer-areas, fewer-units: more were asked for than there are, and all were drawn (`asked`, `given`; `names` of areas) ·
 * let-in: areas of the last rounds, drawn from again since leaving them out would have emptied their stratum ·
 * no-street: communities without a street, which make a stratum of their own · no-cards: communities of other registers
 * that have no unit in the frame · refused: files that could not be read
 */
const noteSchema = z.strictObject({
  code: z.enum(['fewer-areas', 'fewer-units', 'let-in', 'no-street', 'no-cards', 'refused']),
  stratum: z.string().optional(),
  asked: count.optional(),
  given: count.optional(),
  names: z.array(z.string()).optional(),
});

export type DrawNote = z.infer<typeof noteSchema>;

/** What could be drawn. */
const frameSchema = z.strictObject({
  /** SHA-256 over the sorted lines of all units. */
  sha256: hash,
  areas: count,
  units: count,
  /** Rows without a household number or a community: they cannot be drawn. */
  unnumbered: count,
  /** Households without a building, where buildings are drawn: they cannot be drawn either. */
  unplaced: count,
  inputs: z.array(z.strictObject({ path: z.string(), sha256: hash })),
});

export type DrawFrame = z.infer<typeof frameSchema>;

const stratumSchema = z.strictObject({
  /** A street; empty without strata, and for communities without a street. */
  stratum: z.string(),
  /** In the frame, those left out apart, and drawn (reserves apart). */
  areas: count,
  units: count,
  drawnAreas: count,
});

export type DrawStratum = z.infer<typeof stratumSchema>;

/**
 * The record of a draw: all that it takes to repeat it, and what came out. Holds no names and no IDs. The JSON schema of
 * draw files is made from it.
 */
export const drawSchema = z.strictObject({
  schema: z.literal(DRAW_SCHEMA),
  tool: z.strictObject({ name: z.string(), version: z.string() }),
  /** First 8 hex digits of the SHA-256 of this draw without its code; printed on every sheet. */
  code: z.string().regex(/^[0-9a-f]{8}$/),
  /** The public text that the tickets come from: dice, a lottery number. */
  seed: z.string().min(1),
  /** What the inspectors call this round, for the history. */
  round: z.string().optional(),
  /** Code of the smaller draw that this one extends, and contains. */
  extends: z.string().optional(),
  frame: frameSchema,
  parameters: parametersSchema,
  strata: z.array(stratumSchema),
  /** Drawn areas in the order of their tickets, then reserves. */
  areas: z.array(areaSchema),
  /** What does not go by the parameters alone, so that it is said and not hidden. */
  notes: z.array(noteSchema),
});

export type Draw = z.infer<typeof drawSchema>;
