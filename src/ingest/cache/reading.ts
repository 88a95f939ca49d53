import { resolve } from 'node:path';
import type { Config } from '../../config/types.js';
import type { Handed } from '../../model/handed.js';
import type { RowAccount, Source } from '../../model/source.js';
import { countRows, keepRows, loadKept, type Unit } from '../../store/kept.js';
import type { Store } from '../../store/store.js';
import type { InspectedFile, inspect } from '../read/inspect.js';
import type { FoundFile } from '../read/walk.js';
import { mustLieOutside } from './folder.js';
import { lookKey, pathsKey, rowsKey, sha256Of, stateOf } from './keys.js';
import type { Entries, FileRows, Look } from './segment.js';
import { type Notify, Segments } from './segments.js';

/** The tables of a file, in the order of its sheets. */
type File = Source[];
type Accounts = Map<number, RowAccount>;

/**
 * What earlier runs read, by content: what the first rows of every file tell, and its normalised rows, by all that its
 * name, its place and the configuration say about how to read it. What is taken from here is what reading would give.
 */
export class Cache {
  /** Looks of this run, and those of them that no segment holds yet. */
  private readonly looks = new Map<string, Look>();
  private fresh = new Map<string, Look>();
  /** Rows of this run's files, by key, and a file they stand for. */
  private readonly rows = new Map<string, { rows: FileRows; file: File }>();
  /** How the files were when they were looked into, by their place. */
  private readonly states = new Map<string, string>();
  /** Nothing can be written: the run goes on, and keeps nothing. */
  private isClosed = false;

  private constructor(
    private readonly segments: Segments,
    private readonly config: Config,
    private readonly notify: Notify,
    private readonly folder: string,
  ) {}

  /**
   * Opens the cache in a folder, which is made where it does not exist.
   *
   * @param paths what is audited
   * @param notify takes what the user should know: the cache was damaged, nothing could be kept
   * @throws UserError where the folder is not ours, lies among the ledgers, or another run is at work there
   */
  static open(folder: string, paths: readonly string[], config: Config, notify: Notify): Cache {
    mustLieOutside(folder, paths);
    const absolute = resolve(folder);
    return new Cache(Segments.open(absolute, notify), config, notify, folder);
  }

  /** As `inspect` in `read`, but a file whose bytes are known is not opened again. @param look opens the others */
  inspector(look: typeof inspect): typeof inspect {
    return async (found, known) => {
      const state = stateOf(found.file);
      const key = this.keyOf(found);
      const kept = key === undefined ? undefined : this.segments.look(key);
      if (key !== undefined && kept) this.looks.set(key, kept);
      const inspected = kept ? { found, ...kept } : await look(found, known);
      if (inspected && !kept) this.remember(inspected);
      this.states.set(found.file, state);
      return inspected;
    };
  }

  /** Loads the rows of known files into the tables. @returns the files that must be read */
  async load(store: Store, files: readonly File[], accounts: Accounts): Promise<File[]> {
    const units: Unit[] = [];
    const unknown: File[] = [];
    for (const file of files) {
      const key = rowsKey(file, this.config);
      const rows = this.segments.rowsOf(key);
      if (!rows) unknown.push(file);
      else {
        this.rows.set(key, { rows, file });
        units.push(...unitsOf(file, rows.first));
        for (const [i, { source }] of file.entries()) accounts.set(source, rows.accounts[i] as RowAccount);
      }
    }
    await loadKept(store, this.segments.folders, units);
    return unknown;
  }

  /** Keeps what was just read into the tables, unless a file has changed meanwhile. */
  async keep(store: Store, files: readonly File[], accounts: Accounts): Promise<void> {
    const units: Unit[] = [];
    const entries: Entries = { looks: this.fresh, rows: new Map() };
    for (const file of files) {
      const key = rowsKey(file, this.config);
      const isSame = this.states.get(file[0]?.file ?? '') === stateOf(file[0]?.file ?? '');
      if (!isSame || this.rows.has(key)) continue;
      const first = this.segments.newUnits(file.length);
      const rows = { first, accounts: file.map(({ source }) => accounts.get(source) as RowAccount) };
      entries.rows.set(key, rows);
      this.rows.set(key, { rows, file });
      units.push(...unitsOf(file, first));
    }
    this.fresh = new Map();
    if (entries.rows.size + entries.looks.size === 0) return;
    await this.orGiveUp(() => this.segments.add(entries, (folder) => keepRows(store, folder, units)));
  }

  /** Puts the cache in order once all is read: what is dead goes when it is more than what lives. */
  async tidy(store: Store): Promise<void> {
    const live = await countRows(store);
    await this.orGiveUp(async () => {
      if (this.segments.isUntidy(live)) await this.rewrite(store);
      this.segments.age();
    });
  }

  /**
   * The registers that the last run had of the same paths.
   * @param now those of this run, kept for the next one; undefined where files were refused
   */
  handed(paths: readonly string[], now: Handed[] | undefined): Handed[] {
    const key = pathsKey(paths);
    try {
      return this.segments.handed(key, this.isClosed ? undefined : now);
    } catch (error) {
      this.giveUp(error);
      return [];
    }
  }

  /**
   * Where the rows of files are kept.
   * @returns the number of the first table of each file, in their order; undefined for a file that changed meanwhile
   */
  unitsOf(files: readonly File[]): (number | undefined)[] {
    return files.map((file) => this.rows.get(rowsKey(file, this.config))?.rows.first);
  }

  /** Lets others have the cache; a second call does nothing more. */
  close(): void {
    this.segments.close();
  }

  private async rewrite(store: Store): Promise<void> {
    const entries: Entries = { looks: this.looks, rows: new Map() };
    const units: Unit[] = [];
    for (const [key, { rows, file }] of this.rows) {
      const first = this.segments.newUnits(file.length);
      entries.rows.set(key, { ...rows, first });
      units.push(...unitsOf(file, first));
    }
    await this.segments.replace(entries, (folder) => keepRows(store, folder, units));
  }

  private keyOf(found: FoundFile): string | undefined {
    if (found.kind !== 'csv' && found.kind !== 'xlsx') return undefined;
    try {
      return lookKey(sha256Of(found.file), found, this.config);
    } catch (error) {
      // Whoever opens it next says why it cannot be read.
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
      return undefined;
    }
  }

  private remember({ found, ...look }: InspectedFile): void {
    const key = lookKey(look.sha256, found, this.config);
    this.looks.set(key, look);
    this.fresh.set(key, look);
  }

  /** An audit does not fail because nothing can be kept for the next one. */
  private async orGiveUp(write: () => Promise<void>): Promise<void> {
    if (this.isClosed) return;
    try {
      await write();
    } catch (error) {
      this.giveUp(error);
    }
  }

  private giveUp(error: unknown): void {
    this.isClosed = true;
    this.notify('cache.not-kept', { folder: this.folder }, error);
  }
}

/** The tables of a file are units that follow each other. */
function unitsOf(file: File, first: number): Unit[] {
  return file.map(({ source }, i) => ({ unit: first + i, source }));
}
