import { type AnswerType, choicesOf, type SheetWords } from './layout.js';

/** Types of answers that a pen ticks: the few words of their lists are printed in the cell. */
const BOXED: readonly AnswerType[] = ['outcome', 'yes-no', 'sex'];
/** Characters of a digit's width that a line of the widest column has room for, in small print. */
const LONGEST = 22;
const EMPTY = '□';
const BOX = /[□☐○☑☒■√✓✔●]/;
const TICKED = /[☑☒■√✓✔●]/;

/** What is printed in a cell to be ticked by pen, `□符合 □不符` …, short words first where they take several lines; null where something is to be written. */
export function boxesOf(type: AnswerType, lang: keyof SheetWords): string | null {
  if (!BOXED.includes(type)) return null;
  const boxes = choicesOf(type, lang).map((word) => EMPTY + word);
  if (widthOf(boxes.join(' ')) <= LONGEST) return boxes.join(' ');
  const lines: string[] = [];
  for (const box of boxes.toSorted((one, other) => one.length - other.length)) {
    const longer = [...lines.slice(-1), box].join(' ');
    if (lines.length > 0 && widthOf(longer) <= LONGEST) lines[lines.length - 1] = longer;
    else lines.push(box);
  }
  return lines.join('\n');
}

/**
 * The answer in a cell of boxes: the one word whose box is ticked, nothing where none is.
 *
 * @returns the text itself where it has no boxes, or several that are ticked
 */
export function tickedIn(text: string): string {
  if (!text.includes(EMPTY) && !text.includes('☐')) return text;
  const parts = text.split(/(?=[□☐○☑☒■√✓✔●])/).filter((part) => BOX.test(part.charAt(0)));
  const ticked = parts.filter((part) => TICKED.test(part.charAt(0)));
  if (ticked.length > 1) return text;
  return (ticked[0] ?? '').slice(1).trim();
}

function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (character > '~' ? 2 : 1), 0);
}
