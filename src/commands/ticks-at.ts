import { existsSync } from 'node:fs';
import type { Ticks } from '../report/ticks.js';

/** What was ticked in the workbook that stands where another one goes; nothing where there is none. */
export async function ticksAt(path: string): Promise<Ticks> {
  return existsSync(path) ? (await import('../report/ticks.js')).readTicks(path) : new Map();
}
