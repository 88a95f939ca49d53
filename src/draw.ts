import { readFile } from 'node:fs/promises';
import { UserError } from './messages/index.js';
import type { Draw } from './spot/draw-file.js';
import { parseDraw } from './spot/parse-draw.js';

/**
 * A draw from its file.
 * @throws UserError where it cannot be read, is no draw, or was changed by hand
 */
export async function loadDraw(path: string): Promise<Draw> {
  const { draw, intact } = await readDraw(path);
  if (!intact) throw new UserError('spot-draw.altered', { path, code: draw.code });
  return draw;
}

async function readDraw(path: string): Promise<{ draw: Draw; intact: boolean }> {
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    const key = cause.code === 'ENOENT' ? 'spot-draw.absent' : 'spot-draw.cannot-read';
    throw new UserError(key, { path, reason: cause.code }, { cause });
  });
  const parsed = parseDraw(text);
  if ('fault' in parsed) throw new UserError('spot-draw.not-a-draw', { path, reason: parsed.fault });
  return parsed;
}
