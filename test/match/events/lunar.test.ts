import { describe, expect, test } from 'vitest';
import { lunarDays } from '../../../src/match/events/lunar.js';

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

  test('each is the one that the calendar gives', () => {
    const calendar = new Intl.DateTimeFormat('en-u-ca-chinese', {
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    });
    for (const [day, lunar] of days) {
      const numbers = calendar.formatToParts(Date.parse(day)).map(({ value }) => value.replace(/\D/g, ''));
      expect(numbers.filter(Boolean).map((number) => number.padStart(2, '0'))).toEqual(lunar.split('-'));
    }
  });

  test('every day is there once', () => {
    expect(days).toHaveLength((Date.parse('2025-03-31') - Date.parse('2022-11-01')) / 86_400_000 + 1);
    expect(of.size).toBe(days.length);
  });
});
