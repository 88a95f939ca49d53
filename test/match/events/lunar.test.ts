import { describe, expect, test } from 'vitest';
import { lunarDays } from '../../../src/match/events/lunar.js';
import { emptyPlan } from '../made.js';

describe('days of the Chinese calendar', () => {
  const days = lunarDays(Date.parse('2022-11-01'), Date.parse('2025-03-31'));
  const of = new Map(days);

  test.each([
    ['new year 2023', '2023-01-22', '01-01'],
    ['the last day of a short month', '2023-03-21', '02-30'],
    ['the first day of the leap month', '2023-03-22', '02-01'],
    ['mid-autumn 2023', '2023-09-29', '08-15'],
    ['new year 2024', '2024-02-10', '01-01'],
    ['new year 2025', '2025-01-29', '01-01'],
  ])('%s', (_, day, lunar) => expect(of.get(day)).toBe(lunar));

  // Months that the calendar of Node gets wrong by a day; the first days are those of the tables of the Hong Kong Observatory.
  test.each([
    ['1987-07-26', '06-01'],
    ['1999-01-17', '12-01'],
    ['2012-08-17', '07-01'],
    ['2018-11-08', '10-01'],
    ['2027-02-06', '01-01'],
    ['2030-02-03', '01-01'],
  ])('%s begins a month', (day, lunar) => {
    const at = Date.parse(day);
    expect(lunarDays(at, at)).toEqual([[day, lunar]]);
    expect(lunarDays(at - 86_400_000, at)[0]?.[1]).not.toBe(lunar);
  });

  test('every day is there once', () => {
    expect(days).toHaveLength((Date.parse('2025-03-31') - Date.parse('2022-11-01')) / 86_400_000 + 1);
    expect(of.size).toBe(days.length);
  });
});

test('the days of a period and those around it', async () => {
  const plan = await emptyPlan();
  const days = (await plan.made('lunar', {})).map(({ day }) => String(day)).sort();
  plan.close();
  // The period is 2023; a date of it may be mistaken for one of 430 days before or after.
  expect([days[0], days.at(-1)]).toEqual(['2021-10-28', '2025-03-05']);
});
