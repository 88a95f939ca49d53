import type { Lang } from '../model/language.js';
import type { FilledSheet } from '../spot/score/answers.js';
import { ANSWERS, HEADING_ROW, OUTCOMES, SHEETS, YES_NO } from '../spot/sheet/layout.js';
import type { AreaList } from '../spot/sheet/people.js';
import type { Filling } from '../workbook/fill.js';
import type { FieldRow } from './field.js';

/** What the rows of an area put into the cells of one of its sheets; those of other sheets are left out. */
export function sheetCells(sheet: FilledSheet, list: AreaList, rows: readonly FieldRow[]): Filling['rows'] {
  const lang: Lang = sheet.sheet === SHEETS.answers.zh || sheet.sheet === SHEETS.reserve.zh ? 'zh' : 'en';
  const rowOf = new Map(sheet.answers.flatMap(({ no, row }) => (no === null ? [] : [[no, row] as const])));
  const role = sheet.sheet === SHEETS.answers[lang] ? 'drawn' : 'reserve';
  const here = new Set(list.area.units.filter((unit) => unit.role === role).map(({ unit }) => unit));
  // Below the last person a line divides the list from the rows for others.
  let free = Math.max(HEADING_ROW, ...rowOf.values()) + 2;
  const cells = new Map<number, ReadonlyMap<number, string | number | Date>>();
  for (const row of rows) {
    const at =
      row.no === undefined ? (here.has(row.household ?? '') ? free++ : undefined) : rowOf.get(row.no);
    if (at !== undefined) cells.set(at, cellsOfRow(sheet, row, lang));
  }
  return cells;
}

function cellsOfRow(
  { headings }: FilledSheet,
  { outcome, household, found }: FieldRow,
  lang: Lang,
): Map<number, string | number | Date> {
  const cells = new Map<number, string | number | Date>();
  const put = (name: Parameters<typeof headings.get>[0], value: string | number | Date) => {
    const heading = headings.get(name);
    if (heading) cells.set(heading.index + 1, value);
  };
  put('outcome', OUTCOMES[outcome][lang]);
  if (household !== undefined) put('household_no', household);
  for (const { name, type } of ANSWERS) {
    const value = found[name];
    if (value === undefined) continue;
    if (type === 'date') put(name, new Date(`${value}T00:00:00Z`));
    else if (type === 'integer') put(name, Number(value));
    else if (type === 'yes-no') put(name, YES_NO[value as keyof typeof YES_NO][lang]);
    else put(name, value);
  }
  return cells;
}
