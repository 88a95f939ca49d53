import {
  AlignmentType,
  BorderStyle,
  Footer,
  type IParagraphOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { say } from '../../messages/index.js';
import type { Lang } from '../../model/language.js';
import type { Office } from '../reporter.js';
import { clean } from '../text.js';

/**
 * Official documents as GB/T 9704-2012 lays them out: A4 with a head of 37 mm, an inner margin of 28 mm and a body of
 * 156 by 225 mm, 22 lines of 28 characters of 三号. Lengths are in twentieths of a point, sizes in half points.
 */
const WESTERN = { ascii: 'Times New Roman', hAnsi: 'Times New Roman' };
const BODY = { ...WESTERN, eastAsia: '仿宋_GB2312' };
const TITLE = { ...WESTERN, eastAsia: '方正小标宋简体' };
const HEADING = { ...WESTERN, eastAsia: '黑体' };
const NUMBER = { ...WESTERN, eastAsia: '宋体' };

/** 三号, 二号, 四号, 小四, and that of the name on a red head. */
const SIZE = { body: 32, title: 44, page: 28, table: 24, head: 72 };
/** One character of the body. */
const CHARACTER = (SIZE.body / 2) * 20;
/** 22 lines on 225 mm. */
const LINE = { line: 579, lineRule: LineRuleType.EXACT };
const RED = 'FF0000';

/** A4 and its margins. */
export const A4 = {
  size: { width: 11906, height: 16838 },
  margin: { top: 2098, bottom: 1984, left: 1588, right: 1474, footer: 1587 },
};
/** Width of the text. */
const TEXT_WIDTH = 8844;

const BORDER = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const BORDERS = { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER };

function run(text: string, font: typeof BODY, size: number, color?: string): TextRun {
  return new TextRun({ text: clean(text), font, size, ...(color && { color }) });
}

/** One line of text by itself; `look` is what sets it apart from the body. */
function line(text: string, look: IParagraphOptions, font = BODY, size = SIZE.body, color?: string) {
  return new Paragraph({ spacing: LINE, ...look, children: [run(text, font, size, color)] });
}

const MIDDLE = { alignment: AlignmentType.CENTER };
const FIRST_LINE = { indent: { firstLine: 2 * CHARACTER } };

/**
 * A line of text, indented by two characters as Chinese paragraphs are.
 * @param keep whether it stays on the page of what follows, as the lines above a signature do
 */
export function body(text: string, indent = true, keep = false): Paragraph {
  return line(text, { keepNext: keep, ...(indent ? FIRST_LINE : {}) });
}

/** An empty line, which stays with what follows. */
export function blank(): Paragraph {
  return body('', false, true);
}

/** The title of a document, in 二号 小标宋; `newPage` where it begins one. */
export function title(text: string, newPage = false): Paragraph {
  const spacing = { after: LINE.line, line: 700, lineRule: LineRuleType.EXACT };
  return line(text, { ...MIDDLE, pageBreakBefore: newPage, spacing }, TITLE, SIZE.title);
}

/** The red head: who issues the document, in red 小标宋, above its number and a red line. */
export function redHead(office: string, number: string): Paragraph[] {
  const border = { bottom: { style: BorderStyle.SINGLE, size: 12, color: RED, space: 4 } };
  return [
    line(office, { ...MIDDLE, spacing: { before: 200, after: 400 } }, TITLE, SIZE.head, RED),
    line(number, { ...MIDDLE, spacing: { ...LINE, after: LINE.line }, border }),
  ];
}

/** A line in the middle. */
export function centred(text: string): Paragraph {
  return line(text, { ...MIDDLE, spacing: { ...LINE, after: LINE.line } });
}

/** A heading of the first level, in 黑体. */
export function section(text: string): Paragraph {
  return line(text, { keepNext: true, ...FIRST_LINE }, HEADING);
}

/** Who issued it and when, four characters from the right. */
export function signed({ name, date }: Pick<OfficeWords, 'name' | 'date'>): Paragraph[] {
  const look = { alignment: AlignmentType.RIGHT, keepNext: true, indent: { right: 4 * CHARACTER } };
  return [line(name, look), line(date, look)];
}

/** What stands for an office in a document. */
export type OfficeWords = Record<'name' | 'number' | 'date' | 'deadline', string>;

/** The words of the configuration, and blanks to be filled in for those that it has not. */
export function officeWords({ name, number, date, deadline }: Office, lang: Lang): OfficeWords {
  return {
    name: name ?? say(lang, 'circular.office'),
    number: number ?? say(lang, 'circular.number'),
    date: date ?? say(lang, 'circular.date'),
    deadline: deadline ?? say(lang, 'circular.deadline'),
  };
}

/** Lines to sign on. */
export function signature(label: string): Paragraph {
  return body(`${label}____________________`, false);
}

/**
 * A table whose head is repeated on every page.
 * @param widths shares of the columns, together 100
 */
export function documentTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly number[],
): Table {
  const cells = (texts: readonly string[], heading: boolean) =>
    texts.map((text, at) => cell(text, heading, widths[at] ?? 0, !heading && at > 0 && text.length < 8));
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths.map((share) => Math.round((TEXT_WIDTH * share) / 100)),
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: cells(head, true) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: cells(row, false) })),
    ],
  });
}

function cell(text: string, heading: boolean, share: number, centre: boolean): TableCell {
  return new TableCell({
    borders: BORDERS,
    verticalAlign: VerticalAlign.CENTER,
    width: { size: Math.round((TEXT_WIDTH * share) / 100), type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: [
      new Paragraph({
        alignment: heading || centre ? AlignmentType.CENTER : AlignmentType.LEFT,
        children: [run(text, heading ? HEADING : BODY, SIZE.table)],
      }),
    ],
  });
}

/** The number of the page between two strokes, outside: right on odd pages, left on even ones. */
export function pageNumber(side: 'left' | 'right'): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [side]: (SIZE.page / 2) * 20 },
        children: [
          new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: NUMBER, size: SIZE.page }),
        ],
      }),
    ],
  });
}
