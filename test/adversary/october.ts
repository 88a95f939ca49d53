/** A district of the calendar year as one of the statistical year: all that is dated, three months earlier. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDigit } from './values.js';

/** The last day of the statistical year 2023. */
export const AS_OF = '2023-09-30';

/** A date, a month, or the ID of somebody. */
const DATED = /(?<!\d)(?:\d{17}[\dX]|\d{4}-\d\d(?:-\d\d)?)(?!\d)/g;

/** Moves a folder of plain CSV files so that its year 2023 begins in October 2022, and configures it so. */
export function toStatisticalYear(root: string): void {
  for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' }))
    if (path.endsWith('.csv')) {
      const file = join(root, path);
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll(DATED, earlier));
    }
  writeFileSync(join(root, 'plumbline.yaml'), 'year_start: 10\n');
}

function earlier(text: string): string {
  if (text.length < 18) return monthsEarlier(text);
  const birth = monthsEarlier(`${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`);
  const body = text.slice(0, 6) + birth.replaceAll('-', '') + text.slice(14, 17);
  return body + checkDigit(body);
}

/** Three months earlier, at most the last day of that month. */
function monthsEarlier(text: string): string {
  const [year = 0, month = 0, day] = text.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 4, 1));
  const last = new Date(Date.UTC(year, month - 3, 0)).getUTCDate();
  const days = day === undefined ? '' : `-${String(Math.min(day, last)).padStart(2, '0')}`;
  return first.toISOString().slice(0, 7) + days;
}
