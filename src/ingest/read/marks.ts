import { inflateBlocks } from './inflate.js';
import { namesNoString } from './shared-strings.js';
import type { ZipPart } from './zip.js';

/** Cells of one column that are merged over several rows (0-based, inclusive). */
export interface MergedRange {
  column: number;
  from: number;
  to: number;
}

/** What a sheet says about its rows besides their cells. */
export interface Marks {
  merges: MergedRange[];
  /** 0-based. */
  hiddenRows: Set<number>;
}

const TAG = /<(?:\w+:)?(row|mergeCell) ([^<>]{0,500})>/g;
const RANGE = /\bref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"/;
/** No tag that we look for is longer. */
const LONGEST_TAG = 1000;

/**
 * Merged cells and hidden rows of a sheet that is too large to be held, and whether it has cells of type string that name
 * no string: one pass over its text, block by block.
 */
export async function sheetMarks(part: ZipPart): Promise<Marks & { emptyStrings: boolean }> {
  const marks = { merges: [], hiddenRows: new Set<number>(), emptyStrings: false };
  let rest = '';
  let before = '';
  await inflateBlocks(part, (block) => {
    const text = rest + block.toString('latin1');
    marks.emptyStrings ||= namesNoString(before + text);
    before = text.slice(-LONGEST_TAG);
    const end = Math.max(text.lastIndexOf('<'), text.length - LONGEST_TAG);
    scan(text.slice(0, end), marks);
    rest = text.slice(end);
  });
  scan(rest, marks);
  return marks;
}

function scan(text: string, marks: Marks): void {
  for (const [, tag, attributes = ''] of text.matchAll(TAG)) {
    if (tag === 'row') {
      const row = /\br="(\d+)"/.exec(attributes)?.[1];
      if (row && /\bhidden="(1|true)"/.test(attributes)) marks.hiddenRows.add(Number(row) - 1);
      continue;
    }
    const [, column = '', from, to] = RANGE.exec(attributes) ?? [];
    if (column !== '' && from !== to) {
      marks.merges.push({ column: columnNumber(column), from: Number(from) - 1, to: Number(to) - 1 });
    }
  }
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
