import {
  AlignmentType,
  BorderStyle,
  Footer,
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

/** Faces of Chinese official documents, with those that other systems have. */
const BODY = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' };
const TITLE = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体' };
/** Sizes in half points: 三号 and 小二. */
const SIZE = 28;
const TITLE_SIZE = 36;
const LINE = { line: 440 };
const BORDER = { style: BorderStyle.SINGLE, size: 6, color: '333333' };
const BORDERS = { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER };
/** Width of the text on A4 in twentieths of a point. */
const TEXT_WIDTH = 9070;

/** A line of text, indented by two characters as Chinese paragraphs are. */
export function body(text: string, indent = true): Paragraph {
  return new Paragraph({
    spacing: LINE,
    ...(indent ? { indent: { firstLine: 2 * SIZE * 10 } } : {}),
    children: [new TextRun({ text: clean(text), font: BODY, size: SIZE })],
  });
}

/** The title of a document; `newPage` where it begins one. */
export function title(text: string, newPage = false): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    pageBreakBefore: newPage,
    spacing: { before: 240, after: 240 },
    children: [new TextRun({ text: clean(text), font: TITLE, size: TITLE_SIZE, bold: true })],
  });
}

/** A line in the middle, under the title. */
export function centred(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: LINE,
    children: [new TextRun({ text: clean(text), font: BODY, size: SIZE })],
  });
}

/** A heading within a document. */
export function section(text: string): Paragraph {
  return new Paragraph({
    keepNext: true,
    spacing: { before: 160, ...LINE },
    children: [new TextRun({ text: clean(text), font: TITLE, size: SIZE })],
  });
}

/** Who issued it and when, at the right. */
export function signed(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    keepNext: true,
    spacing: LINE,
    children: [new TextRun({ text: clean(text), font: BODY, size: SIZE })],
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
    ...(heading ? { shading: { fill: 'E8ECF0' } } : {}),
    children: [
      new Paragraph({
        alignment: heading || centre ? AlignmentType.CENTER : AlignmentType.LEFT,
        children: [new TextRun({ text: clean(text), font: BODY, size: 22, bold: heading })],
      }),
    ],
  });
}

/** The number of the page at its foot. */
export function pageNumbers(): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 20 })],
      }),
    ],
  });
}
