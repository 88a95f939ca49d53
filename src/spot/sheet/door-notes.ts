import { say } from '../../messages/index.js';
import type { Lang } from '../../model/language.js';
import { heightOf } from '../../workbook/width.js';
import type { Sheet, SheetRow } from '../../workbook/workbook.js';
import { ANSWERS, choicesOf, SHEETS } from './layout.js';

const TITLE_HEIGHT = 26;
/** Widths of the notes: column, what to enter, choices. */
const NOTES = [18, 62, 66];

/** How to fill in the sheets: the steps, then every column with its words. */
export function notesSheet(lang: Lang): Sheet {
  const headings = (['column', 'enter', 'choices'] as const).map((part) =>
    say(lang, `spot-sheet.notes-${part}`),
  );
  const right = headings.length - 1;
  const steps = say(lang, 'spot-sheet.notes-steps').split('\n');
  return {
    name: SHEETS.notes[lang],
    columns: NOTES.map((width) => ({ width, format: 'text' })),
    footer: say(lang, 'spot-sheet.notes-footer'),
    rows: [
      {
        cells: [SHEETS.notes[lang], null, null],
        looks: ['title'],
        height: TITLE_HEIGHT,
        merge: [{ column: 0, right }],
      },
      ...steps.map(
        (step): SheetRow => ({
          cells: [step, null, null],
          looks: ['note'],
          height: heightOf([step], [NOTES.reduce((sum, width) => sum + width)]),
          merge: [{ column: 0, right }],
        }),
      ),
      { cells: headings, looks: headings.map(() => 'heading') },
      ...ANSWERS.map(({ name, heading, type }): SheetRow => {
        const choices = choicesOf(type, lang).join(lang === 'zh' ? '、' : ', ');
        const cells = [heading[lang], say(lang, `spot-sheet.notes-${name}`), choices];
        return { cells, looks: ['text', 'text', 'text'], height: heightOf(cells, NOTES) };
      }),
    ],
  };
}
