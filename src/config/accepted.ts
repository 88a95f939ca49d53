import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { byText } from '../keys/order.js';
import { UserError } from '../messages/index.js';
import type { Accepted } from '../model/finding.js';
import type { Config } from './types.js';

/** The name of the file beside the configuration. */
const ACCEPTED_FILE = 'plumbline-accepted.json';

const day = z.iso.date();

/** A finding that somebody decided to leave as it is: what it is known by, and the decision. */
const entrySchema = z.strictObject({
  /** The stable id of the finding. */
  id: z.string().min(1),
  reason: z.string().min(1),
  by: z.string().optional(),
  on: day,
  until: day.optional(),
  /** For those who read the file: what the finding was about. */
  rule: z.string().optional(),
  community: z.string().optional(),
}) satisfies z.ZodType<Accepted>;

export type AcceptedEntry = z.infer<typeof entrySchema>;

const SCHEMA = 'plumbline.accepted/1';
const fileSchema = z.strictObject({ schema: z.literal(SCHEMA), accepted: z.array(entrySchema) });

/** Where accepted findings are kept: beside the configuration, else in the first folder that is audited. */
export function acceptedPath(config: Config, paths: readonly string[]): string {
  return join(config.path === undefined ? (paths[0] ?? '.') : dirname(config.path), ACCEPTED_FILE);
}

/**
 * Reads accepted findings; none where there is no file.
 * @throws UserError where it is not what `plumbline accept` writes
 */
export async function readAccepted(path: string): Promise<AcceptedEntry[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw new UserError('accepted.unreadable', { path, code: error.code }, { cause: error });
  });
  if (text === undefined) return [];
  const checked = fileSchema.safeParse(json(text, path));
  if (checked.success) return checked.data.accepted;
  const [issue] = checked.error.issues;
  const place = issue?.path.join('.') || ACCEPTED_FILE;
  throw new UserError('accepted.broken', { path, detail: `${place}: ${issue?.message}` });
}

function json(text: string, path: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new UserError('accepted.broken', { path, detail: (cause as Error).message }, { cause });
  }
}

/** The text of the file: in the order of ids, so that changes to it can be compared. */
export function acceptedText(entries: readonly AcceptedEntry[]): string {
  const accepted = [...entries].sort((a, b) => byText(a.id, b.id));
  return `${JSON.stringify({ schema: SCHEMA, accepted }, null, 2)}\n`;
}
