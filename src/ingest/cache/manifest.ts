import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Config } from '../../config/types.js';
import { UserError } from '../../messages/index.js';
import type { BoundColumn, RowAccount, Source, Survey } from '../../model/source.js';
import { codeHash } from './code.js';
import { readContents } from './contents.js';
import { MANIFEST_FILE } from './folder.js';
import { hashOf } from './keys.js';
import { Distinct, isWhole } from './segment.js';
import { replaceFile, stamp, unstamp } from './stamped.js';

/** A table that was loaded, with the account of its rows and the number under which its rows are kept. */
export interface LoadedTable {
  source: Source;
  account: RowAccount;
  unit: number;
}

/** What was loaded into a folder: all that an audit asks of the files, which it need not see. */
export interface Manifest extends Omit<Survey, 'sources'> {
  tables: LoadedTable[];
  /** What the configuration said about reading. */
  config: string;
  /** Name of the only folder that was asked for: it tells paths of several loads apart. */
  root?: string;
}

/** A folder that `plumbline load` has filled. */
export interface LoadedFolder {
  folder: string;
  manifest: Manifest;
  /** Folders of the Parquet files. */
  segments: string[];
}

/** Name and version of the format. */
const FORMAT = 'plumbline-load 1';

/** What the configuration says about reading; what else stands in it may change after loading. */
export function readingMark(config: Config): string {
  const { communities, points, files, headings, codes, yearStart } = config;
  return hashOf([communities, points, files, headings, codes, yearStart]);
}

/** Whether a folder was filled by `plumbline load`. */
export function isLoaded(folder: string): boolean {
  return existsSync(join(folder, MANIFEST_FILE));
}

/** Writes what was loaded, whole or not at all; until then the folder does not count as loaded. */
export function writeManifest(folder: string, manifest: Manifest): void {
  const columns = new Distinct<readonly BoundColumn[]>();
  const tables = manifest.tables.map(({ source, ...table }) => ({
    ...table,
    source: { ...source, file: '', columns: columns.placeOf(source.columns) },
  }));
  const body = JSON.stringify({ ...manifest, tables, columns: columns.values });
  replaceFile(join(folder, MANIFEST_FILE), gzipSync(stamp(FORMAT, body)));
}

/**
 * Opens a loaded folder without writing to it: several audits may use one at a time.
 *
 * @throws UserError where nothing was loaded there (or not to the end), a piece is not what was written, or another
 *   version or configuration was at work
 */
export function openLoaded(folder: string, config: Config): LoadedFolder {
  if (!isLoaded(folder)) throw new UserError('load.absent', { folder });
  const manifest = readManifest(folder);
  const contents = readContents(folder, codeHash());
  if (contents === 'other-version') throw new UserError('load.other-version', { folder });
  const segments = typeof contents === 'string' ? [] : contents.segments;
  const areWhole = segments.length > 0 && segments.every((segment) => isWhole(folder, segment));
  if (!manifest || !areWhole) throw new UserError('load.damaged', { folder });
  if (manifest.config !== readingMark(config)) throw new UserError('load.other-config', { folder });
  return { folder, manifest, segments: segments.map(({ name }) => join(folder, name)) };
}

/** Name of the folder that was asked for, where there is but one argument. */
export function rootFolder(paths: readonly string[]): { root?: string } {
  return paths.length === 1 ? { root: basename(resolve(paths[0] ?? '')) } : {};
}

function readManifest(folder: string): Manifest | undefined {
  let text: string;
  try {
    text = gunzipSync(readFileSync(join(folder, MANIFEST_FILE))).toString('utf8');
  } catch {
    return undefined;
  }
  const body = unstamp(FORMAT, text);
  if (body === undefined) return undefined;
  const { tables, columns, ...rest } = JSON.parse(body) as Written;
  return {
    ...rest,
    tables: tables.map(({ source, ...table }) => ({
      ...table,
      source: { ...source, columns: columns[source.columns] ?? [] },
    })),
  };
}

/** A manifest as it is written: headings once, since tables repeat them. */
interface Written extends Omit<Manifest, 'tables'> {
  tables: (Omit<LoadedTable, 'source'> & { source: Omit<Source, 'columns'> & { columns: number } })[];
  columns: BoundColumn[][];
}
