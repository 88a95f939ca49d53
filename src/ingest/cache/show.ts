import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { codeHash } from './code.js';
import { readContents } from './contents.js';
import { mustBeCache, ownNames } from './folder.js';
import { readSegment } from './segment.js';

/** What a cache holds. */
export interface CacheSummary {
  /** Of all that we wrote there. */
  bytes: number;
  segments: number;
  /** Files whose rows are kept, and these rows. */
  files: number;
  rows: number;
  /** Whether a run can use it: it is whole, and of this version. */
  isUsable: boolean;
}

/**
 * Looks at a cache without taking it from anybody.
 * @throws UserError where there is none, or it is not ours
 */
export function show(folder: string): CacheSummary {
  mustBeCache(folder);
  const found = readContents(folder, codeHash());
  const bytes = sizeOf(folder, ownNames(folder));
  if (typeof found === 'string')
    return { bytes, segments: 0, files: 0, rows: 0, isUsable: found === 'absent' };
  const entries = found.segments.map((segment) => readSegment(folder, segment));
  return {
    bytes,
    segments: found.segments.length,
    files: entries.reduce((sum, one) => sum + (one?.rows.size ?? 0), 0),
    rows: found.segments.reduce((sum, { rows }) => sum + rows, 0),
    isUsable: !entries.includes(undefined),
  };
}

function sizeOf(folder: string, names: readonly string[]): number {
  return names.reduce((sum, name) => {
    const place = join(folder, name);
    const stats = statSync(place);
    return sum + (stats.isDirectory() ? sizeOf(place, readdirSync(place)) : stats.size);
  }, 0);
}
