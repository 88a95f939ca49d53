import {
  AlignmentType,
  BorderStyle,
  Footer,
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
export const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: { top: 2098, bottom: 1984, left: 1588, right: 1474, footer: 1587 },
};
/** Width of the text. */
const TEXT_WIDTH = 8844;

const BORDER = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const BORDERS = { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER };

function run(text: string, font: typeof BODY, size: number): TextRun {
  return new TextRun({ text: clean(text), font, size });
}

/**
 * A line of text, indented by two characters as Chinese paragraphs are.
 * @param keep whether it stays on the page of what follows, as the lines above a signature do
 */
export function body(text: string, indent = true, keep = false): Paragraph {
  return new Paragraph({
    keepNext: keep,
    spacing: LINE,
    ...(indent ? { indent: { firstLine: 2 * CHARACTER } } : {}),
    children: [run(text, BODY, SIZE.body)],
  });
}

/** An empty line, which stays with what follows. */
export function blank(): Paragraph {
  return new Paragraph({ keepNext: true, spacing: LINE, children: [run('', BODY, SIZE.body)] });
}

/** The title of a document, in 二号 小标宋; `newPage` where it begins one. */
export function title(text: string, newPage = false): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    pageBreakBefore: newPage,
    spacing: { after: LINE.line, line: 700, lineRule: LineRuleType.EXACT },
    children: [run(text, TITLE, SIZE.title)],
  });
}

/** The red head: who issues the document, in red 小标宋, above its number and a red line. */
export function redHead(office: string, number: string): Paragraph[] {
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 200, after: 400 },
      children: [new TextRun({ text: clean(office), font: TITLE, size: SIZE.head, color: RED })],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { ...LINE, after: LINE.line },
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: RED, space: 4 } },
      children: [run(number, BODY, SIZE.body)],
    }),
  ];
}

/** A line in the middle. */
export function centred(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { ...LINE, after: LINE.line },
    children: [run(text, BODY, SIZE.body)],
  });
}

/** A heading of the first level, in 黑体. */
export function section(text: string): Paragraph {
  return new Paragraph({
    keepNext: true,
    spacing: LINE,
    indent: { firstLine: 2 * CHARACTER },
    children: [run(text, HEADING, SIZE.body)],
  });
}

/** Who issued it and when, four characters from the right. */
export function signed(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    keepNext: true,
    spacing: LINE,
    indent: { right: 4 * CHARACTER },
    children: [run(text, BODY, SIZE.body)],
  });
}

/** Lines to sign on. */
export function signature(label: string): Paragraph {
  return body(`${label}____________________`, false);
}

/**
 * A table whose head is repeated on every page.
 * @param widths shares of the columns, together 100
 */
export function table(
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
