import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { RowAccount } from '../../model/source.js';
import type { Header } from '../read/header.js';
import type { Heading } from '../read/headings.js';
import type { FoundTable, InspectedFile } from '../read/inspect.js';
import type { Segment, SegmentFile } from './contents.js';
import { sha256Of } from './keys.js';

/** What the first rows of a file tell, whatever it is called. */
export type Look = Omit<InspectedFile, 'found'>;

/** The rows of a file: its sources have the units from `first` on, and each its account. */
export interface FileRows {
  first: number;
  accounts: RowAccount[];
}

/** What is known of files beside their rows, by key. */
export interface Entries {
  looks: Map<string, Look>;
  rows: Map<string, FileRows>;
}

const ENTRIES_FILE = 'entries.gz';
const PREFIX = 'plumbline-segment-';
/** Fast: the text is large, and shrinks to a tenth all the same. */
const LEVEL = 1;

/**
 * Writes a segment: all of it under another name first, so that a kill leaves nothing that counts.
 *
 * @param number that no other segment of the cache has
 * @param fill writes the Parquet files into the folder it is given; returns how many rows of registers
 */
export async function writeSegment(
  cache: string,
  number: number,
  entries: Entries,
  fill: (folder: string) => Promise<number>,
): Promise<Segment> {
  const name = `${PREFIX}${number}`;
  const temporary = join(cache, `${name}.${process.pid}.tmp`);
  mkdirSync(temporary, { mode: 0o700 });
  try {
    const rows = await fill(temporary);
    writeFileSync(join(temporary, ENTRIES_FILE), packed(entries));
    const pieces = readdirSync(temporary)
      .sort()
      .map((file) => seal(temporary, file));
    rmSync(join(cache, name), { recursive: true, force: true });
    renameSync(temporary, join(cache, name));
    return { name, rows, pieces, idle: 0 };
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    throw error;
  }
}

/** Reads what a segment knows of files. @returns undefined where a piece of it is not what was written */
export function readSegment(cache: string, segment: Segment): Entries | undefined {
  if (!isWhole(cache, segment)) return undefined;
  return unpacked(readFileSync(join(cache, segment.name, ENTRIES_FILE)));
}

/** Whether all pieces of a segment are what was written. */
export function isWhole(cache: string, { name, pieces }: Segment): boolean {
  try {
    return pieces.every((piece) => isSame(pieceOf(join(cache, name), piece.name), piece));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return false;
  }
}

function seal(folder: string, name: string): SegmentFile {
  chmodSync(join(folder, name), 0o600);
  return pieceOf(folder, name);
}

function pieceOf(folder: string, name: string): SegmentFile {
  const path = join(folder, name);
  return { name, bytes: statSync(path).size, sha256: sha256Of(path) };
}

function isSame(found: SegmentFile, { bytes, sha256 }: SegmentFile): boolean {
  return found.bytes === bytes && found.sha256 === sha256;
}

/** Entries as they are written: headings and accounts once, since tables repeat them. */
interface Packed {
  headings: Heading[][];
  accounts: RowAccount[];
  looks: [string, LookWith<PackedHeader>][];
  rows: [string, PackedRows][];
}

type PackedHeader = Omit<Header, 'headings'> & { headings: number };
type PackedRows = Omit<FileRows, 'accounts'> & { accounts: number[] };
type LookWith<H> = Omit<Look, 'tables'> & { tables: (Omit<FoundTable, 'headers'> & { headers: H[] })[] };

function packed({ looks, rows }: Entries): Buffer {
  const headings = new Distinct<Heading[]>();
  const accounts = new Distinct<RowAccount>();
  const packHeader = (header: Header) => ({ ...header, headings: headings.placeOf(header.headings) });
  const packRows = (one: FileRows) => ({ ...one, accounts: one.accounts.map((it) => accounts.placeOf(it)) });
  const all: Packed = {
    looks: [...looks].map(([key, look]) => [key, withHeaders(look, packHeader)]),
    rows: [...rows].map(([key, one]) => [key, packRows(one)]),
    headings: headings.values,
    accounts: accounts.values,
  };
  return gzipSync(JSON.stringify(all), { level: LEVEL });
}

/** What is equal becomes one object: nothing changes it later. */
function unpacked(bytes: Buffer): Entries {
  const { headings, accounts, looks, rows } = JSON.parse(gunzipSync(bytes).toString('utf8')) as Packed;
  const header = (one: PackedHeader): Header => ({ ...one, headings: headings[one.headings] ?? [] });
  const rowsOf = (one: PackedRows): FileRows => ({
    first: one.first,
    accounts: one.accounts.map((place) => accounts[place] as RowAccount),
  });
  return {
    looks: new Map(looks.map(([key, look]) => [key, withHeaders(look, header)])),
    rows: new Map(rows.map(([key, one]) => [key, rowsOf(one)])),
  };
}

function withHeaders<From, To>(look: LookWith<From>, change: (header: From) => To): LookWith<To> {
  return { ...look, tables: look.tables.map((table) => ({ ...table, headers: table.headers.map(change) })) };
}

/** Plain data of which much is equal, each kind once. */
export class Distinct<T> {
  readonly values: T[] = [];
  private readonly places = new Map<string, number>();

  /** Where a value stands among the distinct ones. */
  placeOf(value: T): number {
    const text = JSON.stringify(value);
    const known = this.places.get(text);
    if (known !== undefined) return known;
    this.places.set(text, this.values.length);
    return this.values.push(value) - 1;
  }
}
