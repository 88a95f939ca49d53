import { SolarDay } from 'tyme4ts';
import { putRows, type Step } from '../../store/steps.js';

const DAY = 86_400_000;
/** Days before the period that dates of its events may still be mistaken for. */
const MARGIN = 430;

const COLUMNS = { day: 'VARCHAR', lunar_day: 'VARCHAR' } as const;

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

/**
 * Days with their day of the Chinese calendar, by the official table (GB/T 33661): that of the system's own calendar is
 * wrong in several months. One day a month is looked up, since that takes its time.
 */
export function lunarDays(first: number, last: number): [day: string, lunarDay: string][] {
  const days: [string, string][] = [];
  for (let at = first; at <= last; ) {
    const [year = 0, month = 0, day = 0] = iso(at).split('-').map(Number);
    const lunar = SolarDay.fromYmd(year, month, day).getLunarDay();
    const length = lunar.getLunarMonth().getDayCount();
    for (let n = lunar.getDay(); n <= length && at <= last; n++, at += DAY) {
      // A leap month has the number of the one before it.
      days.push([iso(at), `${twoDigits(Math.abs(lunar.getMonth()))}-${twoDigits(n)}`]);
    }
  }
  return days;
}

function iso(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
