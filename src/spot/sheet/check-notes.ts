import { say } from '../../messages/index.js';
import type { Lang } from '../../model/language.js';
import { sumOf } from '../../statistics/sum.js';
import type { Sheet, SheetRow } from '../../workbook/sheet.js';
import { wrappedHeight } from '../../workbook/width.js';
import { across } from './across.js';
import { ANSWERS, choicesOf, SHEETS } from './layout.js';

const TITLE_HEIGHT = 26;
/** Widths of the notes: column, what to enter, choices. */
const WIDTHS = [18, 62, 66];

/** How to fill in the sheets: the steps, then every column with its words. */
export function notesSheet(lang: Lang): Sheet {
  const parts = ['column', 'enter', 'choices'] as const;
  const headings = parts.map((part) => say(lang, `spot-sheet.notes-${part}`));
  const steps = say(lang, 'spot-sheet.notes-steps').split('\n');
  const whole = sumOf(WIDTHS);
  return {
    name: SHEETS.notes[lang],
    columns: WIDTHS.map((width) => ({ width, format: 'text' })),
    footer: say(lang, 'spot-sheet.notes-footer'),
    rows: [
      across(SHEETS.notes[lang], 'title', WIDTHS.length, TITLE_HEIGHT),
      ...steps.map((step) => across(step, 'note', WIDTHS.length, wrappedHeight([step], [whole]))),
      { cells: headings, looks: headings.map(() => 'heading') },
      ...ANSWERS.map((column) => columnRow(column, lang)),
    ],
  };
}

/** What is to be entered in a column. */
function columnRow({ name, heading, type }: (typeof ANSWERS)[number], lang: Lang): SheetRow {
  const choices = choicesOf(type, lang).join(lang === 'zh' ? '、' : ', ');
  const cells = [heading[lang], say(lang, `spot-sheet.notes-${name}`), choices];
  return { cells, looks: ['text', 'text', 'text'], height: wrappedHeight(cells, WIDTHS) };
}
