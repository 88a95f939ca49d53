import { createHash } from 'node:crypto';
import { byText } from '../../keys/order.js';
import { type Draw, drawSchema } from '../../model/draw.js';
import { parseJson } from '../../report/parse-json.js';

/** A draw as its file has it, and whether it is as it was written; or where the file is no draw. */
export type ParsedDraw = { draw: Draw; intact: boolean } | { fault: string };

/** Reads the text of a draw file. */
export function parseDraw(text: string): ParsedDraw {
  const parsed = parseJson(text, drawSchema);
  if ('fault' in parsed) return parsed;
  return { draw: parsed.value, intact: codeOf(parsed.value) === parsed.value.code };
}

/**
 * The code of a draw: the first 8 hex digits of the SHA-256 of its JSON without `code`, keys sorted, no white space.
 * It changes with every character of the file, so a sheet that bears it belongs to this draw and no other.
 */
export function codeOf(draw: Omit<Draw, 'code'>): string {
  const { code: _, ...rest } = draw as Draw;
  const text = JSON.stringify(sorted(rest));
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

/** The text of a draw file. */
export function drawText(draw: Draw): string {
  return `${JSON.stringify(draw, null, 2)}\n`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([a], [b]) => byText(a, b));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}
