import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { DEFAULT_CONFIG } from '../../../src/config/defaults.js';
import type { Config } from '../../../src/config/types.js';
import { headingKeys } from '../../../src/ingest/read/known-headings.js';
import { readSources } from '../../../src/ingest/read/read.js';
import { survey } from '../../../src/ingest/read/survey.js';
import type { RawRow, RowAccount, Source, Survey } from '../../../src/model/source.js';

/** A folder with the given files, deleted when the test ends. */
export function folderOf(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-read-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}

/** Surveys a folder with the given files. */
export async function surveyOf(
  files: Record<string, string | Uint8Array>,
  config: Partial<Config> = {},
): Promise<Survey> {
  return survey([folderOf(files)], { ...DEFAULT_CONFIG, ...config });
}

export interface Reading {
  source: Source;
  rows: RawRow[];
  account: RowAccount;
}

/** Everything that reading one file gives; fails where it is not one source. */
export async function readingOf(
  name: string,
  content: string | Uint8Array,
  config: Partial<Config> = {},
): Promise<Reading> {
  const { sources, refused } = await surveyOf({ [name]: content }, config);
  const [source] = sources;
  if (!source || sources.length > 1) throw new Error(`${sources.length} sources; ${JSON.stringify(refused)}`);
  const rows: RawRow[] = [];
  const accounts = await readSources(
    [source],
    (_, row) => rows.push(row),
    headingKeys(config.headings ?? {}),
  );
  return { source, rows, account: accounts.get(source.source) as RowAccount };
}

/** The cells of a canonical column, row after row. */
export function columnOf({ source, rows }: Reading, name: string): unknown[] {
  const at = source.columns.findIndex((column) => column.name === name);
  return rows.map((row) => row.cells[at] ?? null);
}

const encoders = new Map<string, Map<string, number[]>>();

/** Text in a two-byte encoding (gb18030, big5): the decoder turned round. */
export function encoded(text: string, encoding: string): Buffer {
  const table = encoders.get(encoding) ?? encoderOf(encoding);
  return Buffer.from([...text].flatMap((character) => table.get(character) ?? [character.charCodeAt(0)]));
}

function encoderOf(encoding: string): Map<string, number[]> {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && !table.has(character)) table.set(character, [lead, trail]);
    }
  }
  encoders.set(encoding, table);
  return table;
}
