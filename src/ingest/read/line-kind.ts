import { isBlank, isBlankOrNone, tidy, unquoted, withoutBrackets } from '../../keys/text.js';
import type { RawCell, SkipReason } from '../../model/source.js';
import { isPerson } from './line-person.js';

/** Where a table keeps what tells its records from other lines: 0-based positions. */
export interface LineColumns {
  names: readonly number[];
  ids: readonly number[];
  dates: readonly number[];
  places: readonly number[];
  /** Numbers of figures and building lists: one of them makes a record where nobody is named. */
  counts: readonly number[];
  /** All columns that the register knows. */
  known: ReadonlySet<number>;
}

/** A filled cell without white space, in half-width forms. */
interface Filled {
  at: number;
  text: string;
}

const NUMBER = /^[-+]?(?:[\d,]+(?:\.\d*)?|\.\d+)[%‰]?$/;
const COUNT = /^[-+]?\d[\d,]*(?:\.\d*)?[\p{Script=Han}%‰]{0,3}$/u;
const DATE = /^\d{4}[-/.年]\d{1,2}|^\d{0,4}年\d{0,2}月\d{0,2}日?$|^(?:19|20)\d{6}$/;
const PAGE = /^[-—]*(?:第\d+页|共\d+页|\d+[页/]\d*页?|page\d+)/i;
/** A total: the word may have a place, a span of time or what is counted before it, and a number or those after it. */
const TOTAL =
  /^[^:,，。;；]{0,20}?(?:合计|小计|总计|共计|累计|汇总|总数|总人数|共(?=\d+[\p{Script=Han}])|subtotal|total)[^:,，。;；]{0,12}$/iu;
/** `填表人：张某`: some words, a colon, and perhaps what they ask for. */
const LABEL = /^[(【[*※★]*(?!其中)[\p{L}()、/·.-]{1,16}:/u;
/** What lines of signatures and reporting begin with where they have no colon. */
const SIGNATURE =
  /^[(【[*※★]*\p{Script=Han}{0,6}?(?:负责|填表|填报|制表|造表|审核|审批|审查|复核|核对|校对|核实|经办|经手|统计|上报|报送|报出|登记|录入|录制|联系|编制|采集|调查|打印|导出|抄送|验收|签收)(?:人|员|者|单位|部门|机关|日期|时间|电话|领导|意见)/u;
const SEAL = /签字|签名|签章|盖章|公章/;
/** Words that only notes begin with. */
const NOTE =
  /^[(【[*※]*(?:注|备注|说明|填表|填报|附注|附件|附表|负责人|审核|复核|核对|校对|制表|经办|统计员|签字|签名|签章|盖章|公章|联系|报出|报送|日期|时间|打印|以上|以下|此表|本表|续上|续表|接上|接下)/;
/** 无, 本月无, 2023年5月无死亡, 暂无, 无此情况, 零报告. */
const NOTHING =
  /^(?:[\p{Script=Han}\d]{0,12}(?:[月季年期日周旬村]|季度|年度|社区|单位|辖区|街道))?[均暂尚]?(?:无|没有)\p{Script=Han}{0,10}$|^[零0]报告?$/u;
/** A lone cell of this length is a sentence and no value. */
const SENTENCE = 12;

/**
 * What a row is that is no record, told by its shape: which of its columns are filled, and with what.
 *
 * @returns undefined for a record; a row that names a person by ID or by date is one, whatever else stands in it
 */
export function lineKind(cells: readonly RawCell[], columns: LineColumns): SkipReason | undefined {
  if (isPerson(cells, columns)) return undefined;
  const filled = filledCells(cells).filter(({ text }) => !isBlank(text));
  const said = filled.filter(({ at, text }) => !columns.places.includes(at) && !isRunning(at, text, columns));
  if (filled.length === 0) return 'blank';
  if ((said.length > 0 ? said : filled).every(({ text }) => NOTHING.test(text))) return 'note';
  if (isTotal(filled, columns)) return 'total';
  if (!isCounted(cells, columns) && isNote(filled)) return 'note';
  if (said.length === 0) return 'blank';
  return said.some(({ at }) => columns.known.has(at)) ? undefined : 'note';
}

/** A number in a column without a heading counts the rows. */
function isRunning(at: number, text: string, { known }: LineColumns): boolean {
  return !known.has(at) && NUMBER.test(text);
}

/** A total word comes first, after a place perhaps, or stands alone beside numbers. */
function isTotal(filled: readonly Filled[], { places }: LineColumns): boolean {
  const words = filled.filter(({ text }) => !COUNT.test(text) || TOTAL.test(text));
  const [first, second] = words;
  if (first === undefined || isLone(filled)) return false;
  if ((filled[0] === first || words.length === 1) && isTotalWord(first.text)) return true;
  return second !== undefined && words.length === 2 && places.includes(first.at) && isTotalWord(second.text);
}

/** One cell of the line that is filled, with a sentence or a page number. */
function isLone(filled: readonly Filled[]): boolean {
  const [{ text }] = filled as [Filled];
  return filled.length === 1 && (PAGE.test(text) || (text.length >= SENTENCE && !/\d/.test(text)));
}

function isTotalWord(text: string): boolean {
  if (text.startsWith('其中')) return true;
  const bare = withoutBrackets(text).replace(/^[—-]+|[—-]+$/g, '');
  return TOTAL.test(bare.split(':')[0] as string);
}

/** Whether a figure stands where the register keeps its numbers. */
function isCounted(cells: readonly RawCell[], { counts }: LineColumns): boolean {
  return counts.some((at) => COUNT.test(plain(cells[at])));
}

/**
 * Signatures and notes: labels with a colon that come first, or are most of the line; a word of signatures first and
 * nothing but labels, their values, dates and seals after it; a sentence.
 */
function isNote(filled: readonly Filled[]): boolean {
  const [first] = filled as readonly [Filled, ...Filled[]];
  const labels = filled.filter(({ text }) => LABEL.test(text)).length;
  if (LABEL.test(first.text) || labels * 2 > filled.length) return true;
  if (filled.length === 1) return isLoneNote(first.text);
  if (SEAL.test(first.text)) return true;
  return SIGNATURE.test(first.text) && filled.every((cell, i) => isSigned(cell, filled[i - 1]));
}

function isLoneNote(text: string): boolean {
  if (text.length >= SENTENCE) return !NUMBER.test(text);
  return NOTE.test(text) || PAGE.test(text) || DATE.test(text);
}

/** Part of a line of signatures: a label, the value of the one before it, a date, a telephone number, a seal. */
function isSigned({ text }: Filled, before: Filled | undefined): boolean {
  if (LABEL.test(text) || SIGNATURE.test(text) || SEAL.test(text) || DATE.test(text) || NUMBER.test(text))
    return true;
  return before !== undefined && (SIGNATURE.test(before.text) || before.text.endsWith(':'));
}

/** The filled cells of a line, as they are compared. */
export function filledTexts(cells: readonly RawCell[]): string[] {
  return filledCells(cells).map(({ text }) => text);
}

function filledCells(cells: readonly RawCell[]): Filled[] {
  const filled: Filled[] = [];
  for (let at = 0; at < cells.length; at++) {
    const text = plain(cells[at]);
    if (text !== '') filled.push({ at, text });
  }
  return filled;
}

/** A cell as it is compared: without white space, full-width forms and the marks of a spreadsheet. */
function plain(cell: RawCell | undefined): string {
  return unquoted(textOf(cell).slice(0, LONGEST).normalize('NFKC').replace(/\s+/g, ''));
}

/** No sign of a line stands further on in a cell. */
const LONGEST = 200;

/** What blank text begins with: nearly every cell is told from it by one character. */
const BLANK_FIRST = new Set(
  [...`/\\-–—―Nn(（不未无'"’‘\`= \t\n\r\u00a0\u3000`].map((one) => one.charCodeAt(0)),
);

/** Whether a cell holds nothing, or a mark that says so. */
export function isNothing(cell: RawCell | undefined): boolean {
  if (cell === null || cell === undefined || cell === '') return true;
  if (typeof cell !== 'string' || !BLANK_FIRST.has(cell.charCodeAt(0))) return false;
  return isBlankOrNone(unquoted(tidy(cell)));
}

/** A cell as text; a formula without a result is not blank. */
export function textOf(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  return typeof cell === 'number' ? String(cell) : '=';
}
