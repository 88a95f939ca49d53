import type { AddWorksheetOptions, Border, Style, Worksheet } from 'exceljs';

/** Colours that differ in brightness as well, so that they survive a black-and-white printer. */
const INK = 'FF1F2933';
const LINE: Partial<Border> = { style: 'thin', color: { argb: 'FFC9D1DA' } };
const BOX = { top: LINE, left: LINE, bottom: LINE, right: LINE };
const TOP = { vertical: 'top', wrapText: true } as const;
/** Every spreadsheet program with Chinese has this face; without one named, programs take what they like. */
const PLAIN = { name: '宋体', size: 11, color: { argb: INK } } as const;
const BOLD = { ...PLAIN, bold: true } as const;
const WHITE = { ...BOLD, color: { argb: 'FFFFFFFF' } } as const;
/** What may be changed on a sheet that is locked. */
const OPEN = { locked: false } as const;
/** Away from the line, so that it does not touch the text beside it. */
const NUMBER = { vertical: 'top', horizontal: 'right', indent: 1 } as const;
const CENTRE = { vertical: 'middle', horizontal: 'center', wrapText: true } as const;
const MIDDLE = { vertical: 'middle', wrapText: true } as const;

/** Numbers that show as bars: LibreOffice draws those at the line, and all that look alike with them. */
const BARRED = { vertical: 'top', horizontal: 'right' } as const;

/** Looks of cells. The library stores each object once, however many cells bear it. */
export const LOOKS = {
  title: { font: { ...PLAIN, bold: true, size: 16 }, alignment: { vertical: 'middle' } },
  section: { font: { ...PLAIN, bold: true, size: 12 }, alignment: { vertical: 'bottom' } },
  note: { font: { ...PLAIN, color: { argb: 'FF52606D' } }, alignment: TOP },
  alarm: { font: { ...PLAIN, bold: true, color: { argb: 'FF9B1C1C' } }, alignment: TOP },
  heading: { font: WHITE, alignment: CENTRE, border: BOX, fill: solid('FF34495E') },
  text: { font: PLAIN, alignment: TOP, border: BOX },
  link: { alignment: TOP, border: BOX, font: { ...PLAIN, underline: true, color: { argb: 'FF1A5FB4' } } },
  number: { font: PLAIN, alignment: NUMBER, border: BOX, numFmt: '#,##0' },
  percent: { font: PLAIN, alignment: NUMBER, border: BOX, numFmt: '0.00' },
  numberBar: { font: PLAIN, alignment: BARRED, border: BOX, numFmt: '#,##0' },
  percentBar: { font: PLAIN, alignment: BARRED, border: BOX, numFmt: '0.00' },
  sum: { font: BOLD, alignment: TOP, border: BOX, fill: solid('FFE8ECF0') },
  sumNumber: { font: BOLD, alignment: NUMBER, border: BOX, fill: solid('FFE8ECF0'), numFmt: '#,##0' },
  entry: { font: PLAIN, alignment: TOP, border: BOX, fill: solid('FFFFFBE6') },
  day: { font: PLAIN, alignment: TOP, border: BOX, fill: solid('FFFFFBE6'), numFmt: 'yyyy-mm-dd' },
  given: { font: PLAIN, alignment: MIDDLE, border: BOX },
  givenShaded: { font: PLAIN, alignment: MIDDLE, border: BOX, fill: solid('FFF0F3F6') },
  count: { font: PLAIN, alignment: CENTRE, border: BOX },
  countShaded: { font: PLAIN, alignment: CENTRE, border: BOX, fill: solid('FFF0F3F6') },
  answer: { font: PLAIN, alignment: CENTRE, border: BOX, protection: OPEN },
  /** Boxes to tick by pen: small, so that they fit. */
  answerBoxes: { font: { ...PLAIN, size: 8 }, alignment: CENTRE, border: BOX, protection: OPEN },
  answerText: { font: PLAIN, alignment: MIDDLE, border: BOX, protection: OPEN },
  answerDay: { font: PLAIN, alignment: CENTRE, border: BOX, protection: OPEN, numFmt: 'yyyy-mm-dd' },
  divider: { font: BOLD, alignment: { vertical: 'middle' }, border: BOX, fill: solid('FFE8ECF0') },
  signature: { font: PLAIN, alignment: TOP },
  label: { font: { ...PLAIN, color: { argb: 'FF52606D' } }, alignment: { vertical: 'middle' } },
  value: { font: BOLD, alignment: { vertical: 'middle' } },
  error: severity('FFF3B4B4', true),
  warning: severity('FFFBE3A6', false),
  notice: severity('FFE8F1FA', false),
  errorNumber: { ...severity('FFF3B4B4', true), alignment: NUMBER, numFmt: '#,##0' },
  warningNumber: { ...severity('FFFBE3A6', false), alignment: NUMBER, numFmt: '#,##0' },
  evidence: severity('FFDDEFD9', false),
} as const satisfies Record<string, Partial<Style>>;

export type CellLook = keyof typeof LOOKS;

function solid(argb: string) {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } } as const;
}

function severity(argb: string, bold: boolean) {
  return {
    alignment: { vertical: 'top', horizontal: 'center' },
    border: BOX,
    fill: solid(argb),
    font: { ...PLAIN, bold },
  } as const;
}

const LAST_ROW = 1 << 20;

/** A4 across, one page wide, the head repeated, a line at the foot. */
export function pageSetup(footer: string, headRows: number, columns?: number) {
  return {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      ...(columns === undefined ? {} : { printArea: `A$1:${String.fromCharCode(64 + columns)}$${LAST_ROW}` }),
      ...(headRows > 0 ? { printTitlesRow: `1:${headRows}` } : {}),
    },
    headerFooter: { oddFooter: `&C${footer}` },
  } as const satisfies Partial<AddWorksheetOptions>;
}

/** Numbers as bars, from nothing to the largest of their range. */
export function markBars(worksheet: Worksheet, ranges: readonly string[]): void {
  for (const ref of ranges) {
    const cfvo = [{ type: 'num', value: 0 }, { type: 'max' }];
    const bar = { type: 'dataBar', priority: 2, gradient: false, cfvo, color: { argb: 'FF9DB8D2' } };
    worksheet.addConditionalFormatting({ ref, rules: [bar as never] });
  }
}

/** Rows that are done with, struck through. */
export function markDone(
  worksheet: Worksheet,
  { column, word }: { column: number; word: string },
  firstRow: number,
  columns: number,
): void {
  const letter = worksheet.getColumn(column + 1).letter;
  const last = worksheet.getColumn(columns).letter;
  const style = { font: { strike: true, color: { argb: 'FF7B8794' } } };
  const formulae = [`$${letter}${firstRow}="${word}"`];
  const rules = [{ type: 'expression' as const, priority: 1, formulae, style }];
  worksheet.addConditionalFormatting({ ref: `A${firstRow}:${last}${LAST_ROW}`, rules });
}

type Part = '_writeAutoFilter' | '_writeSheetProtection' | '_writeHyperlinks' | '_writeDataValidations';
type Parts = Record<Part, () => void>;

/**
 * The library writes links before conditional formats and drop-downs, and the protection of a sheet after them, where
 * the format has them the other way: such a sheet opens with a repair prompt (exceljs, pull request 2803). So they take
 * their turn elsewhere.
 */
export function putPartsInOrder(worksheet: Worksheet): void {
  const parts = worksheet as unknown as Parts;
  const links = parts._writeHyperlinks.bind(worksheet);
  const choices = parts._writeDataValidations.bind(worksheet);
  const filter = parts._writeAutoFilter.bind(worksheet);
  const protection = parts._writeSheetProtection.bind(worksheet);
  parts._writeHyperlinks = () => {};
  parts._writeSheetProtection = () => {};
  parts._writeDataValidations = () => {
    choices();
    links();
  };
  parts._writeAutoFilter = () => {
    protection();
    filter();
  };
}
