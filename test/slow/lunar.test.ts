import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { lunarDays } from '../../src/match/events/lunar.js';

const DAY = 86_400_000;

/** The lunar years from 1900 on: for each month 1 (30 days) or 0 (29), and the month that a leap month follows. */
interface Months {
  first: string;
  years: string[];
  /** First days of a month by the one table and by the other. */
  apart: [string, string][];
}

/** Every day with its day of the Chinese calendar, as the kept table has it. */
function* daysOf({ first, years }: Months): Iterable<[day: string, lunar: string]> {
  let at = Date.parse(first);
  for (const year of years) {
    const [lengths = '', leap] = year.split(' ');
    for (const [n, long] of [...lengths].entries()) {
      const month = leap !== undefined && n >= Number(leap) ? n : n + 1;
      for (let day = 1; day <= (long === '1' ? 30 : 29); day++, at += DAY) {
        const lunar = [month, day].map((number) => String(number).padStart(2, '0')).join('-');
        yield [new Date(at).toISOString().slice(0, 10), lunar];
      }
    }
  }
}

test('all days from 1900 to 2100 are those of two other calendars', async () => {
  const file = new URL('../match/data/lunar-months.json', import.meta.url);
  const months: Months = JSON.parse(await readFile(file, 'utf8'));
  const of = new Map(lunarDays(Date.parse(months.first), Date.parse('2100-12-31')));
  const wrong = [...daysOf(months)].filter(([day, lunar]) => day <= '2100-12-31' && of.get(day) !== lunar);
  const disputed = (day: string) =>
    months.apart.some(([, later]) => Math.abs(Date.parse(day) - Date.parse(later)) <= 31 * DAY);
  expect(of.size).toBeGreaterThan(73_000);
  expect(wrong.filter(([day]) => !disputed(day))).toEqual([]);
});
