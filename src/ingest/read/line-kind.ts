import type { RawCell, SkipReason } from '../../model/source.js';

const TOTAL = /^(合计|总计|小计|共计|累计|总合计|本页合计|本页小计|total)$/i;
const NUMBER = /^[-+]?(?:[\d,]+(?:\.\d*)?|\.\d+)[%‰]?$/;
const DATE = /^\d{4}[-/.年]\d|^(?:19|20)\d{6}$/;
/** What a line of notes or signatures begins with. */
const NOTE =
  /^[（(【[*※]*(注|备注|说明|填表|填报|附注|附件|附表|负责人|单位负责|审核|复核|核对|校对|制表|经办|统计员|签字|签名|签章|盖章|公章|联系|报出|报送|日期|时间|打印|以上|以下空白|此表|本表)/;
const PAGE = /^[-—\s]*第?\s*\d+\s*[页/]/;
/** A lone cell of this length is a sentence and no value. */
const SENTENCE = 12;

/**
 * What a row is that does not look like a record: blank, a total, or a note or signature line.
 *
 * @returns undefined for a record
 */
export function lineKind(cells: readonly RawCell[]): SkipReason | undefined {
  const filled = filledTexts(cells);
  if (filled.length === 0) return 'blank';
  if (isTotal(filled)) return 'total';
  return isNote(filled) ? 'note' : undefined;
}

/** A total word comes first, or stands alone beside numbers; a row with a date is a person's. */
function isTotal(filled: readonly string[]): boolean {
  if (TOTAL.test(filled[0] as string)) return !filled.some((text) => DATE.test(text));
  const words = filled.filter((text) => !NUMBER.test(text));
  return words.length === 1 && filled.length > 1 && TOTAL.test(words[0] as string);
}

function isNote(filled: readonly string[]): boolean {
  const first = filled[0] as string;
  if (filled.length === 1 && (first.length >= SENTENCE || PAGE.test(first))) return !NUMBER.test(first);
  if (!NOTE.test(first)) return false;
  return filled.length === 1 || /[:：]|签字|签名|签章|盖章/.test(first);
}

function filledTexts(cells: readonly RawCell[]): string[] {
  const texts: string[] = [];
  for (const cell of cells) {
    const text = textOf(cell).replace(/\s+/g, '');
    if (text !== '') texts.push(text);
  }
  return texts;
}

/** The numbers that forms print below their headings: 甲 乙 1 2 3 … */
export function isNumbering(cells: readonly RawCell[]): boolean {
  const filled = filledTexts(cells).filter((text) => !/^[甲乙丙丁戊己]$/.test(text));
  const first = Number(filled[0]);
  return filled.length > 2 && filled.every((text, i) => text === String(first + i));
}

/** Whether a cell holds a number, or text that reads like one. */
export function isNumber(cell: RawCell | undefined): boolean {
  return typeof cell === 'number' || NUMBER.test(textOf(cell).trim());
}

/** A cell as text; a formula without a result is not blank. */
export function textOf(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  return typeof cell === 'number' ? String(cell) : '=';
}
