import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { allEnded } from '../files/side-by-side.js';
import { refusal } from '../files/system-error.js';
import { sha256Of } from '../ingest/cache/keys.js';
import type { Lang } from '../model/language.js';
import type { Rendered } from '../report/reporter.js';
import { openWorkbookThread, type WorkbookWriter } from '../workbook/workbook-thread.js';
import { writeAtomically, writeRendered } from './write-out.js';

/** The file that names all others of a set, with their hashes; it is written last and replaced last. */
export const MANIFEST = 'manifest.json';
const NEXT = 'next';

/** A file of a set of results. */
export interface SetFile {
  name: string;
  render(): Promise<Rendered>;
}

interface RenderedFile {
  name: string;
  rendered: Rendered;
}

interface ManifestFile {
  name: string;
  bytes: number;
  sha256: string;
}

/**
 * Results that belong together, in a folder: all are written beside the old ones first, and put in their place when
 * the last is whole. A run that stops before that leaves the old set as it was; one that stops while files are put in
 * their place is finished by the next.
 */
export class ResultSet {
  private readonly next: string;
  private thread: WorkbookWriter | undefined;

  /** @param work a folder of ours inside `folder`, for what is not finished */
  constructor(
    private readonly folder: string,
    work: string,
    private readonly lang: Lang,
  ) {
    this.next = join(work, NEXT);
  }

  /** Finishes or removes what an earlier run left. @returns whether results of it were put in place */
  takeUp(): boolean {
    const isWhole = existsSync(join(this.next, MANIFEST));
    if (isWhole) this.putInPlace();
    rmSync(this.next, { recursive: true, force: true });
    return isWhole;
  }

  /** Has the thread that will write workbooks start already, since what it needs takes a while to load. */
  prepare(): void {
    this.thread ??= openWorkbookThread();
  }

  /**
   * Writes a set and puts it in place.
   *
   * @param facts what the manifest says besides the files
   * @param onFile called for each file that is whole
   * @throws UserError where something cannot be written; the old set is then as it was
   */
  async write(files: readonly SetFile[], facts: object, onFile: (name: string) => void): Promise<void> {
    try {
      mkdirSync(this.next, { recursive: true, mode: 0o700 });
      const written = await this.writeAll(files, onFile);
      const manifest = `${JSON.stringify({ ...facts, files: written }, null, 2)}\n`;
      await writeAtomically(join(this.next, MANIFEST), [manifest], this.lang);
    } catch (error) {
      rmSync(this.next, { recursive: true, force: true });
      throw error;
    }
    this.putInPlace();
    rmSync(this.next, { recursive: true, force: true });
  }

  /**
   * Writes workbooks in a thread of their own, one after the other, and the rest beside them.
   * @returns what the manifest says of each, in the order of the files
   */
  private async writeAll(files: readonly SetFile[], onFile: (name: string) => void): Promise<ManifestFile[]> {
    const { thread = openWorkbookThread() } = this;
    const written = new Map<string, ManifestFile>();
    const told = files.map(({ name }) => name);
    const inTurn = async (some: readonly RenderedFile[]) => {
      for (const file of some) {
        written.set(file.name, await this.writeOne(file, thread));
        while (told[0] !== undefined && written.has(told[0])) onFile(told.shift() as string);
      }
    };
    try {
      const renderOne = async ({ name, render }: SetFile) => ({ name, rendered: await render() });
      const all = await Promise.all(files.map(renderOne));
      const isWorkbook = ({ rendered }: RenderedFile) => rendered.kind === 'workbook';
      await allEnded([inTurn(all.filter(isWorkbook)), inTurn(all.filter((file) => !isWorkbook(file)))]);
    } finally {
      await thread.close();
      this.thread = undefined;
    }
    return files.flatMap(({ name }) => written.get(name) ?? []);
  }

  private async writeOne({ name, rendered }: RenderedFile, { write }: WorkbookWriter): Promise<ManifestFile> {
    const path = join(this.next, name);
    await writeRendered(path, rendered, this.lang, write);
    return { name, bytes: statSync(path).size, sha256: sha256Of(path) };
  }

  /** Files of the old set that the new one lacks go; the manifest is replaced last. */
  private putInPlace(): void {
    const names = namesIn(join(this.next, MANIFEST));
    const old = namesIn(join(this.folder, MANIFEST)).filter((name) => !names.includes(name));
    for (const name of [...names, MANIFEST]) {
      // Where it is no longer in the folder of the new, an interrupted run has put it in place.
      if (existsSync(join(this.next, name))) this.move(name);
    }
    for (const name of old) rmSync(join(this.folder, name), { force: true });
  }

  private move(name: string): void {
    const path = join(this.folder, name);
    try {
      renameSync(join(this.next, name), path);
    } catch (cause) {
      throw refusal(cause, 'cli.cannot-write', path, this.lang);
    }
  }
}

/** Names of plain files that a manifest lists; none where there is no manifest that can be read. */
function namesIn(manifest: string): string[] {
  try {
    const { files } = JSON.parse(readFileSync(manifest, 'utf8')) as { files?: { name?: unknown }[] };
    return (files ?? []).flatMap(({ name }) =>
      typeof name === 'string' && /^[\w-]+\.\w+$/.test(name) ? [name] : [],
    );
  } catch {
    return [];
  }
}
