import { say } from '../messages/index.js';
import type { Lang } from '../model/language.js';
import { CODES, isCodeName } from '../registers/codes.js';
import type { Column, Register } from '../registers/types.js';
import { widthOf } from '../report/text.js';
import type { Sheet, SheetColumn } from '../workbook/sheet.js';

/** What a register is called in a template, and its file with it: Chinese, or its canonical English name. */
export function templateName(register: Register, lang: Lang): string {
  return lang === 'zh' ? register.heading : register.name;
}

/** The sheets of a blank register: one to fill in, one that explains every column. */
export function templateSheets(register: Register, lang: Lang): Sheet[] {
  return [blankSheet(register, lang), notesSheet(register, lang)];
}

function blankSheet(register: Register, lang: Lang): Sheet {
  return {
    name: templateName(register, lang),
    columns: register.columns.map((column) => fillable(column, lang)),
    head: [{ cells: register.columns.map((column) => starred(column, lang)), look: 'heading' }],
  };
}

/** Everything that is no date and no number is text, so that IDs and leading zeros stay whole. */
function fillable(column: Column, lang: Lang): SheetColumn {
  const { type } = column;
  const width = Math.max(type === 'id' ? 22 : 12, widthOf(starred(column, lang)) + 2);
  if (type === 'date') return { width, format: 'date' };
  if (type === 'integer' || type === 'number') return { width };
  if (!isCodeName(type)) return { width, format: 'text' };
  return { width, format: 'text', choices: { words: offered(column), message: say(lang, 'reports.choose') } };
}

function notesSheet(register: Register, lang: Lang): Sheet {
  const title = say(lang, 'template.notes-title', { register: templateName(register, lang) });
  const headings = (['column', 'required', 'type', 'codes', 'headings'] as const).map((part) =>
    say(lang, `template.notes-${part}`),
  );
  const right = headings.length - 1;
  return {
    name: say(lang, 'template.notes'),
    columns: [24, 10, 34, 40, 50].map((width) => ({ width, format: 'text' })),
    head: [
      { cells: [title], look: 'title', merge: [{ column: 0, right }] },
      { cells: [say(lang, 'template.notes-general')], look: 'wrapped', merge: [{ column: 0, right }] },
      { cells: headings, look: 'heading' },
    ],
    rows: register.columns.map((column) => ({ cells: explained(column, lang), look: 'wrapped' })),
  };
}

function explained(column: Column, lang: Lang): string[] {
  const type = isCodeName(column.type) ? 'code' : column.type;
  const others = lang === 'zh' ? column.synonyms : [column.heading, ...column.synonyms];
  return [
    heading(column, lang),
    column.required ? say(lang, 'reports.yes') : '',
    say(lang, `template.type-${type}`),
    offered(column).join('、'),
    others.join('、'),
  ];
}

function heading(column: Column, lang: Lang): string {
  return lang === 'zh' ? column.heading : column.name;
}

function starred(column: Column, lang: Lang): string {
  return heading(column, lang) + (column.required ? '*' : '');
}

/** The words that a column of codes offers; none for other columns. */
function offered({ type }: Column): string[] {
  if (!isCodeName(type)) return [];
  return CODES[type].filter((code) => !code.unlisted).map((code) => code.words[0] ?? code.canonical);
}
