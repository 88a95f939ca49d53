import { createHash } from 'node:crypto';
import { z } from 'zod';
import { DRAW_SCHEMA, type Draw } from '../../model/draw.js';
import { REGISTER_NAMES } from '../../registers/types.js';

const count = z.int().nonnegative();
const probability = z.number().min(0).max(1);
const ticket = z.string().regex(/^0\.\d{9,}$/);
const role = z.enum(['drawn', 'reserve']);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

const unit = z.strictObject({
  unit: z.string(),
  building: z.string().optional(),
  order: count,
  role,
  ticket,
  probability,
});

const area = z.strictObject({
  area: z.string(),
  community: z.string(),
  building: z.string().optional(),
  street: z.string().optional(),
  stratum: z.string(),
  order: count,
  role,
  ticket,
  size: count,
  probability,
  units: z.array(unit),
});

const parameters = z.strictObject({
  areaKind: z.enum(['community', 'building']),
  unitKind: z.enum(['household', 'area', 'record']),
  register: z.enum(REGISTER_NAMES).optional(),
  point: z.string().optional(),
  period: z.string().optional(),
  areas: count.optional(),
  units: count.optional(),
  reserveAreas: count,
  reserveUnits: count,
  stratify: z.enum(['street', 'none']),
  allocation: z.enum(['equal', 'proportional']),
  selection: z.enum(['equal', 'size']),
  rounds: count,
  leftOut: z.array(z.string()),
});

const note = z.strictObject({
  code: z.enum(['fewer-areas', 'fewer-units', 'let-in', 'no-street', 'no-cards', 'refused']),
  stratum: z.string().optional(),
  asked: count.optional(),
  given: count.optional(),
  names: z.array(z.string()).optional(),
});

/** The draw file as it is read back, and as its JSON schema describes it. */
export const drawSchema = z.strictObject({
  schema: z.literal(DRAW_SCHEMA),
  tool: z.strictObject({ name: z.string(), version: z.string() }),
  code: z.string().regex(/^[0-9a-f]{8}$/),
  seed: z.string().min(1),
  round: z.string().optional(),
  extends: z.string().optional(),
  frame: z.strictObject({
    sha256: hash,
    areas: count,
    units: count,
    unnumbered: count,
    unplaced: count,
    inputs: z.array(z.strictObject({ path: z.string(), sha256: hash })),
  }),
  parameters,
  strata: z.array(z.strictObject({ stratum: z.string(), areas: count, units: count, drawnAreas: count })),
  areas: z.array(area),
  notes: z.array(note),
}) satisfies z.ZodType<Draw>;

/** A draw as its file has it, and whether it is as it was written; or where the file is no draw. */
export type ParsedDraw = { draw: Draw; intact: boolean } | { fault: string };

/** Reads the text of a draw file. */
export function parseDraw(text: string): ParsedDraw {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { fault: (error as Error).message };
  }
  const checked = drawSchema.safeParse(value);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    return { fault: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` };
  }
  return { draw: checked.data, intact: codeOf(checked.data) === checked.data.code };
}

/**
 * The code of a draw: the first 8 hex digits of the SHA-256 of its JSON without `code`, keys sorted, no white space.
 * It changes with every character of the file, so a sheet that bears it belongs to this draw and no other.
 */
export function codeOf(draw: Omit<Draw, 'code'>): string {
  const { code: _, ...rest } = draw as Draw;
  return createHash('sha256')
    .update(JSON.stringify(sorted(rest)))
    .digest('hex')
    .slice(0, 8);
}

/** The text of a draw file. */
export function drawText(draw: Draw): string {
  return `${JSON.stringify(draw, null, 2)}\n`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item)]),
  );
}
