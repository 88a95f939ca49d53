import { putRows, type Step } from '../../store/steps.js';

const DAY = 86_400_000;
/** Days of a short month; a long one has one more. */
const SHORT_MONTH = 29;
/** Days before the period that dates of its events may still be mistaken for. */
const MARGIN = 430;

const COLUMNS = [
  ['day', 'VARCHAR'],
  ['lunar_day', 'VARCHAR'],
] as const;

/**
 * Table `lunar(day, lunar_day)`: for the days around a period, the day of the Chinese calendar as MM-DD; clerks
 * sometimes enter it for the civil date.
 */
export function lunarAround({ from, to }: { from: string; to: string }): Step {
  const first = Date.parse(from) - MARGIN * DAY;
  const last = Date.parse(to) + MARGIN * DAY;
  return {
    makes: 'lunar',
    needs: [],
    run: (store) => putRows(store, 'lunar', COLUMNS, lunarDays(first, last)),
  };
}

/** Days with their day of the Chinese calendar; only one day a month is looked up, since that takes its time. */
export function lunarDays(first: number, last: number): [day: string, lunarDay: string][] {
  const days: [string, string][] = [];
  for (let start = first - (chinese(first).day - 1) * DAY; start <= last; ) {
    const { month } = chinese(start);
    const length = chinese(start + SHORT_MONTH * DAY).day === 1 ? SHORT_MONTH : SHORT_MONTH + 1;
    for (let day = 1; day <= length; day++) {
      const at = start + (day - 1) * DAY;
      if (at >= first && at <= last) days.push([iso(at), `${twoDigits(month)}-${twoDigits(day)}`]);
    }
    start += length * DAY;
  }
  return days;
}

const CALENDAR = new Intl.DateTimeFormat('en-u-ca-chinese', {
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
});

/** Month and day of the Chinese calendar; a leap month has the number of the one before it. */
function chinese(at: number): { month: number; day: number } {
  const parts = CALENDAR.formatToParts(at);
  const number = (type: string) =>
    Number((parts.find((part) => part.type === type)?.value ?? '').replace(/\D/g, ''));
  return { month: number('month'), day: number('day') };
}

function iso(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
