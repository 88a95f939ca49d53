import { type EventEmitter, once } from 'node:events';
import { open, rm } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type { Column, DataValidation, Row, stream, Worksheet } from 'exceljs';
import { LOOKS, markBars, markDone, pageSetup, putPartsInOrder } from './looks.js';
import type { Cell, Sheet, SheetColumn, SheetRow } from './sheet.js';

/**
 * The only module that knows the library which writes workbooks. It is loaded when a workbook is written, since it
 * takes longer to load than most commands to run.
 */

/** The compressor's end of a sheet: a stream of before `writableNeedDrain`. */
type Pipe = EventEmitter & { _writableState: { needDrain: boolean } };

const FORMATS = { text: '@', date: 'yyyy-mm-dd' } as const;
/** Rows below the head that get a drop-down where nobody says how many. */
const ROWS_WITH_CHOICES = 2000;
/** Rows after which the compressor is given its turn, so that the rows do not pile up in memory. */
const ROWS_PER_TURN = 500;
/** Written into the file in place of the clock: the same sheets make the same bytes. */
const WRITTEN_AT = new Date('2000-01-01T00:00:00Z');

/**
 * Writes a workbook, row by row; memory does not grow with the rows.
 *
 * @param path where to; its folder exists
 * @param sheets one after the other; rows are drawn as they are written
 * @param overwrite whether a file that is there may be replaced
 * @throws the system's error (`EEXIST`, `ENOENT`, `ENOSPC`, …) where the file cannot be written
 */
export async function writeWorkbook(
  path: string,
  sheets: Iterable<Sheet> | AsyncIterable<Sheet>,
  { overwrite = true }: { overwrite?: boolean } = {},
): Promise<void> {
  const { default: exceljs } = await import('exceljs');
  const file = (await open(path, overwrite ? 'w' : 'wx')).createWriteStream();
  const closed = once(file, 'close');
  closed.catch(() => {});
  try {
    class TimelessWriter extends exceljs.stream.xlsx.WorkbookWriter {
      /** Called by the constructor before anything is put into the zip. */
      override addThemes() {
        stopTheClock(this);
        return super.addThemes();
      }
    }
    const writer = new TimelessWriter({ stream: file, useStyles: true });
    for await (const sheet of sheets) await Promise.race([writeSheet(writer, sheet), closed]);
    await Promise.race([writer.commit(), closed]);
    await closed;
  } catch (error) {
    file.destroy();
    await closed.catch(() => {});
    await rm(path, { force: true });
    throw error;
  }
}

/** Creation times of the workbook and of every zip entry are fixed. */
function stopTheClock(writer: stream.xlsx.WorkbookWriter): void {
  writer.created = WRITTEN_AT;
  writer.modified = WRITTEN_AT;
  writer.creator = 'Plumbline';
  writer.lastModifiedBy = 'Plumbline';
  const { zip } = writer as unknown as { zip: { append(source: unknown, entry: object): unknown } };
  const append = zip.append.bind(zip);
  zip.append = (source, entry) => append(source, { ...entry, date: WRITTEN_AT });
}

async function writeSheet(writer: stream.xlsx.WorkbookWriter, sheet: Sheet): Promise<void> {
  const head = sheet.head ?? [];
  const worksheet = writer.addWorksheet(sheet.name, {
    state: sheet.hidden ? 'hidden' : 'visible',
    views: head.length > 0 ? [{ state: 'frozen', ySplit: head.length }] : [],
    ...(sheet.footer === undefined ? {} : pageSetup(sheet.footer, head.length, sheet.printed)),
  });
  putPartsInOrder(worksheet);
  if (sheet.locked) await worksheet.protect('', { formatColumns: true, formatRows: true });
  const columns = sheet.columns ?? [];
  worksheet.columns = columns.map(layout);
  columns.forEach((column, at) => {
    if (column.choices) offerChoices(worksheet, at + 1, head.length + 1, column.choices);
  });
  if (sheet.filter) {
    const row = head.length;
    worksheet.autoFilter = { from: { row, column: 1 }, to: { row, column: columns.length } };
  }
  markBars(worksheet, sheet.bars ?? []);
  if (sheet.done) markDone(worksheet, sheet.done, head.length + 1, columns.length);
  const write = rowWriter(worksheet);
  for (const row of head) write(row);
  let written = 0;
  for await (const row of sheet.rows ?? []) {
    write('cells' in row ? row : { cells: row });
    if (++written % ROWS_PER_TURN === 0) await drained(worksheet);
  }
  worksheet.commit();
}

/** Resolves when the compressor has caught up with the rows written so far; the library itself never waits for it. */
async function drained(worksheet: Worksheet): Promise<void> {
  await setImmediate();
  const { pipes } = (worksheet as unknown as { stream: { pipes: Pipe[] } }).stream;
  for (const pipe of pipes) {
    if (pipe._writableState.needDrain) await once(pipe, 'drain');
  }
}

function layout({ width, hidden, format }: SheetColumn): Partial<Column> {
  return {
    ...(width !== undefined && { width }),
    ...(hidden && { hidden }),
    ...(format && { style: { numFmt: FORMATS[format] } }),
  };
}

function offerChoices(
  worksheet: Worksheet,
  column: number,
  firstRow: number,
  { words, message, rows = ROWS_WITH_CHOICES }: NonNullable<SheetColumn['choices']>,
): void {
  const letter = worksheet.getColumn(column).letter;
  const refused = { showErrorMessage: true, errorStyle: 'stop', error: message };
  const formulae = [`"${words.join(',')}"`];
  const validation: DataValidation = { type: 'list', allowBlank: true, formulae, ...refused };
  const { dataValidations } = worksheet as unknown as {
    dataValidations: { add(range: string, validation: DataValidation): void };
  };
  dataValidations.add(`${letter}${firstRow}:${letter}${firstRow + rows - 1}`, validation);
}

/** Rows are handed on when no merged block reaches below them: the library merges only rows it still holds. */
function rowWriter(worksheet: Worksheet): (row: SheetRow) => void {
  let blocks: { top: number; left: number; bottom: number; right: number }[] = [];
  let number = 0;
  return ({ cells, look, looks, height, hidden, merge = [] }) => {
    number++;
    const row = worksheet.addRow(cells as Cell[]);
    if (look) dress(row, look);
    looks?.forEach((name, at) => {
      if (name) row.getCell(at + 1).style = LOOKS[name];
    });
    if (height !== undefined) row.height = height;
    if (hidden) row.hidden = true;
    for (const { column, down = 0, right = 0 } of merge) {
      blocks.push({ top: number, left: column + 1, bottom: number + down, right: column + 1 + right });
    }
    if (blocks.some((block) => block.bottom > number)) return;
    for (const { top, left, bottom, right } of blocks) worksheet.mergeCells(top, left, bottom, right);
    blocks = [];
    row.commit();
  };
}

function dress(row: Row, look: NonNullable<SheetRow['look']>): void {
  if (look === 'wrapped') {
    row.alignment = { wrapText: true, vertical: 'top' };
    return;
  }
  row.font = { bold: true, ...(look === 'title' && { size: 14 }) };
  row.alignment = { horizontal: 'center', vertical: 'middle', wrapText: look === 'heading' };
}
