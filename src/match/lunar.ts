import type { Store } from '../store/store.js';

const DAY = 86_400_000;
/** Days before the period that dates of its events may still be mistaken for. */
const MARGIN = 430;

/**
 * Table `lunar(day, lunar_day)`: for the days around the period, the day of the Chinese calendar as MM-DD; clerks
 * sometimes enter it for the civil date.
 */
export async function defineLunar(store: Store, from: string, to: string): Promise<void> {
  const columns = [
    ['day', 'VARCHAR'],
    ['lunar_day', 'VARCHAR'],
  ] as const;
  const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', {
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const rows: string[][] = [];
  for (let day = Date.parse(from) - MARGIN * DAY; day <= Date.parse(to) + MARGIN * DAY; day += DAY) {
    const parts = chinese.formatToParts(day);
    const number = (type: string) =>
      (parts.find((part) => part.type === type)?.value ?? '').replace(/\D/g, '').padStart(2, '0');
    rows.push([new Date(day).toISOString().slice(0, 10), `${number('month')}-${number('day')}`]);
  }
  await store.drop('lunar');
  await store.create('lunar', columns);
  await store.append('lunar', columns, rows);
}
