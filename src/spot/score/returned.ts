import { Unreadable } from '../../ingest/read/unreadable.js';
import { type FoundFile, walk } from '../../ingest/read/walk.js';
import { headOfWorkbook, readSheets } from '../../ingest/read/xlsx.js';
import { UserError } from '../../messages/index.js';
import type { Lang } from '../../model/language.js';
import { type FilledSheet, readFilled } from './answers.js';

/** Briefs lie beside the sheets, and are never read back. */
const BRIEF = /-(brief|核对提示)\.xlsx$/;
/** The first block and the headings stand within so many rows. */
const HEAD_ROWS = 20;

/** The check sheets that came back, and how many files in their folder are none. */
export interface Returned {
  sheets: FilledSheet[];
  /** Printed paths of workbooks without a check sheet, and of other files. */
  passedOver: string[];
}

/**
 * Reads the check sheets in files and folders. Briefs, notes and whatever else lies beside them are passed over.
 * @throws UserError where a workbook cannot be read, or none holds a check sheet
 */
export async function readReturned(paths: readonly string[], lang: Lang): Promise<Returned> {
  const returned: Returned = { sheets: [], passedOver: [] };
  const { files, passedOver } = walk(paths);
  for (const found of files) {
    if (found.kind === 'foreign') throw new UserError('spot-score.foreign', { path: found.path });
    const sheets = found.kind === 'xlsx' ? await readWorkbook(found, lang) : [];
    returned.sheets.push(...sheets);
    if (sheets.length === 0 && !BRIEF.test(found.path)) returned.passedOver.push(found.path);
  }
  returned.passedOver.push(...passedOver);
  if (returned.sheets.length === 0) throw new UserError('spot-score.no-sheets', { paths: paths.join('、') });
  return returned;
}

async function readWorkbook({ file, path }: FoundFile, lang: Lang): Promise<FilledSheet[]> {
  try {
    const head = await headOfWorkbook(file, HEAD_ROWS);
    const { sha256 } = head;
    const ours = head.sheets.filter(({ name, rows }) => readFilled({ path, sha256, sheet: name, rows }));
    const positions = ours.map(({ position }) => position);
    const read = await readSheets(file, positions);
    const filled: FilledSheet[] = [];
    for (const { position, name } of ours) {
      const rows = [];
      for await (const row of read.get(position)?.rows ?? []) rows.push(row);
      const sheet = readFilled({ path, sha256, sheet: name, rows });
      if (sheet) filled.push(sheet);
    }
    return filled;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { reason } = error.refusal(path, lang);
    throw new UserError('spot-score.unreadable', { path, reason }, { cause: error });
  }
}
