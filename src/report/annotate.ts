import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { headsOfCsv, readCsv } from '../ingest/read/csv.js';
import { UserError } from '../messages/index.js';
import type { InputReport } from '../model/input.js';
import type { AuditResult } from '../model/result.js';
import { annotateTable, annotateWorkbook, type CellMark } from '../workbook/annotate.js';
import { marksOf } from './marks.js';
import { harmless } from './rows.js';

/** Rows by which the delimiter of a text file is known, as it was when the file was audited. */
const HEAD_ROWS = 60;

/** A copy of an audited file with what was found marked in it. */
export interface AnnotatedCopy {
  /** Relative path for the copy: that of the source, with the ending of a workbook. */
  path: string;
  bytes: Uint8Array;
}

/**
 * Copies of every audited file in which something was found. The sources are read again, and never written.
 * @param find the file that a printed path stands for
 * @throws UserError for a source that is no longer what was audited
 */
export async function* annotate(
  result: AuditResult,
  find: (printed: string) => string | undefined,
): AsyncIterable<AnnotatedCopy> {
  const inputs = new Map(result.run.inputs.map((input) => [input.path, input]));
  const previous = new Set(result.run.previous?.inputs.map((input) => input.path));
  for (const [printed, marks] of marksOf(result)) {
    if (previous.has(printed)) continue; // last month's registers are closed
    const input = inputs.get(printed);
    const file = find(printed);
    if (!input || !file) throw new UserError('reports.source-changed', { path: printed });
    yield { path: copyName(printed), bytes: await copyOf(file, input, marks) };
  }
}

function copyName(printed: string): string {
  return /\.xlsx$/i.test(printed) ? printed : `${printed}.xlsx`;
}

async function copyOf(file: string, input: InputReport, marks: readonly CellMark[]): Promise<Uint8Array> {
  const { path: printed, sha256, encoding } = input;
  const bytes = await readFile(file);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw new UserError('reports.source-changed', { path: printed });
  }
  if (encoding === undefined) return annotateWorkbook(bytes, marks, verbatim);
  const name = path.basename(printed, path.extname(printed)).replace(/[[\]:*?/\\']/g, ' ');
  return annotateTable(name.slice(0, 31), await tableOf(file, encoding), marks, verbatim);
}

/** Line breaks within cells stay, since this is a copy. */
function verbatim(text: string): string {
  return text.split('\n').map(harmless).join('\n');
}

/** The rows of a text file, numbered as the audit numbered them. */
async function tableOf(file: string, encoding: string): Promise<string[][]> {
  const rows: string[][] = [];
  const { delimiter = ',' } = headsOfCsv(file, encoding, HEAD_ROWS)[0] ?? {};
  await readCsv(file, encoding, delimiter, {
    record: (cells) => void rows.push([...cells]),
    unclosed: (lines, text) => {
      rows.push([text]);
      for (let line = 1; line < lines; line++) rows.push([]);
    },
  });
  return rows;
}
