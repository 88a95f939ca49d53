import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Handed } from '../../model/handed.js';
import { CONTENTS_FILE } from './folder.js';
import { replaceFile, stamp, unstamp } from './stamped.js';

/** One file of a segment, and what shows that it is whole. */
export interface SegmentFile {
  name: string;
  bytes: number;
  sha256: string;
}

/** What was kept at one time: a folder of rows as Parquet, and of what is known of the files they came from. */
export interface Segment {
  name: string;
  /** Rows of registers. */
  rows: number;
  pieces: SegmentFile[];
  /** Runs since one of its rows was last needed. */
  idle: number;
}

/** The table of contents of a cache. */
export interface Contents {
  /** What decided about reading when the segments were written. */
  code: string;
  /** The first number that no unit has. */
  next: number;
  segments: Segment[];
  /** The registers that the last run had, by a hash of the paths that it was asked for. */
  handed: Record<string, Handed[]>;
}

/** Name and version of the format. */
const FORMAT = 'plumbline-cache 2';

/** The contents, or why there are none: the file is not there, is not what was written, or was written by another version. */
export type Found = Contents | 'absent' | 'damaged' | 'other-version';

/** Reads the table of contents. @param code what decides about reading now */
export function readContents(folder: string, code: string): Found {
  let text: string;
  try {
    text = readFileSync(join(folder, CONTENTS_FILE), 'utf8');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'absent' : 'damaged';
  }
  const body = unstamp(FORMAT, text);
  if (body === undefined) return 'damaged';
  const contents = JSON.parse(body) as Contents;
  return contents.code === code ? contents : 'other-version';
}

/** Replaces the table of contents, whole or not at all. */
export function writeContents(folder: string, contents: Contents): void {
  replaceFile(join(folder, CONTENTS_FILE), stamp(FORMAT, `${JSON.stringify(contents, null, 1)}\n`));
}
