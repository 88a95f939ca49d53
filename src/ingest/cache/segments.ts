import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { MessageKey, MessageParams } from '../../messages/index.js';
import type { Handed } from '../../model/handed.js';
import { codeHash } from './code.js';
import { type Contents, readContents, type Segment, writeContents } from './contents.js';
import { CONTENTS_FILE, occupy, ownNames, TAG_FILE } from './folder.js';
import { type Entries, type FileRows, type Look, readSegment, writeSegment } from './segment.js';

/** Takes what the user should know and what stops nothing: a sentence, and the error behind it, which says why. */
export type Notify = (key: MessageKey, params: MessageParams, cause?: unknown) => void;

/** Runs after which a segment goes that none of them needed: nobody audits those ledgers any more. */
const MOST_IDLE = 20;
/** Segments that a run may need before they are made into one: each costs a little to read. */
const MOST_SEGMENTS = 12;

/** The segments of a cache folder, which belongs to this run until it is closed. */
export class Segments {
  private readonly looks = new Map<string, { look: Look; segment: Segment }>();
  private readonly rows = new Map<string, { rows: FileRows; segment: Segment }>();
  /** Segments of which this run needed something. */
  private readonly needed = new Set<Segment>();

  private constructor(
    private readonly folder: string,
    private contents: Contents,
    private readonly release: () => void,
  ) {}

  /**
   * Opens a cache folder, and makes it where it does not exist. What is damaged or of another version is said and
   * dropped.
   *
   * @throws UserError where the folder is not ours, or another run is at work there
   */
  static open(folder: string, notify: Notify): Segments {
    const release = occupy(folder);
    const code = codeHash();
    const found = readContents(folder, code);
    if (found === 'damaged' || found === 'other-version') notify(`cache.${found}`, { folder });
    const contents = typeof found === 'string' ? { code, next: 1, segments: [], handed: {} } : found;
    const segments = new Segments(folder, contents, release);
    segments.take(notify);
    segments.sweep();
    return segments;
  }

  look(key: string): Look | undefined {
    return this.need(this.looks.get(key))?.look;
  }

  rowsOf(key: string): FileRows | undefined {
    return this.need(this.rows.get(key))?.rows;
  }

  private need<Entry extends { segment: Segment }>(entry: Entry | undefined): Entry | undefined {
    if (entry) this.needed.add(entry.segment);
    return entry;
  }

  /** The folders of all segments that are needed. */
  get folders(): string[] {
    return [...this.needed].map(({ name }) => join(this.folder, name));
  }

  /** The first of so many numbers that no unit has had. */
  newUnits(count: number): number {
    const first = this.contents.next;
    this.contents.next += count;
    return first;
  }

  /** Adds a segment. @param fill writes its Parquet files; returns how many rows of registers */
  async add(entries: Entries, fill: (folder: string) => Promise<number>): Promise<void> {
    const segment = await writeSegment(this.folder, this.newUnits(1), entries, fill);
    this.contents.segments.push(segment);
    this.needed.add(segment);
    this.enter(entries, segment);
    writeContents(this.folder, this.contents);
  }

  /** Whether more than half of what this run needed segments for is dead, or there are too many of them. */
  isUntidy(live: number): boolean {
    const rows = [...this.needed].reduce((sum, segment) => sum + segment.rows, 0);
    return rows > 2 * live || this.needed.size > MOST_SEGMENTS;
  }

  /** Puts one segment in the place of all that this run needed. */
  async replace(entries: Entries, fill: (folder: string) => Promise<number>): Promise<void> {
    const old = [...this.needed];
    const segment = await writeSegment(this.folder, this.newUnits(1), entries, fill);
    this.contents.segments = [...this.contents.segments.filter((one) => !old.includes(one)), segment];
    this.needed.clear();
    this.needed.add(segment);
    writeContents(this.folder, this.contents);
    this.sweep();
  }

  /** Remembers which segments nobody needs, and lets go of those that nobody has needed for long. */
  age(): void {
    const before = JSON.stringify(this.contents);
    for (const segment of this.contents.segments)
      segment.idle = this.needed.has(segment) ? 0 : segment.idle + 1;
    this.contents.segments = this.contents.segments.filter(({ idle }) => idle <= MOST_IDLE);
    if (JSON.stringify(this.contents) === before) return;
    writeContents(this.folder, this.contents);
    this.sweep();
  }

  /** The registers that the last run had of these paths. @param now those of this run, for the next one */
  handed(paths: string, now: Handed[] | undefined): Handed[] {
    const before = this.contents.handed[paths] ?? [];
    if (now !== undefined && JSON.stringify(now) !== JSON.stringify(before)) {
      this.contents.handed[paths] = now;
      writeContents(this.folder, this.contents);
    }
    return before;
  }

  close(): void {
    this.release();
  }

  /** Takes in what the whole segments hold; the others are dropped. */
  private take(notify: Notify): void {
    const { segments } = this.contents;
    this.contents.segments = segments.filter((segment) => {
      const entries = readSegment(this.folder, segment);
      if (entries) this.enter(entries, segment);
      return entries !== undefined;
    });
    if (this.contents.segments.length < segments.length) notify('cache.damaged', { folder: this.folder });
  }

  private enter({ looks, rows }: Entries, segment: Segment): void {
    for (const [key, look] of looks) this.looks.set(key, { look, segment });
    for (const [key, kept] of rows) this.rows.set(key, { rows: kept, segment });
  }

  /** Deletes what the table of contents does not name: the rest of a killed run, and what was replaced. */
  private sweep(): void {
    const named = new Set([CONTENTS_FILE, TAG_FILE, ...this.contents.segments.map(({ name }) => name)]);
    for (const name of ownNames(this.folder)) {
      if (!named.has(name)) rmSync(join(this.folder, name), { recursive: true, force: true });
    }
  }
}
