/** Days are counted from 1970-01-01, so that arithmetic is plain; negative before. */
export type Day = number;

const MS = 86_400_000;
const OFFSET = 40_000;
const texts: string[] = [];

/** YYYY-MM-DD of a day; empty text for none. Texts are kept, since few days occur very often. */
export function iso(day: Day | null): string {
  if (day === null) return '';
  const known = texts[day + OFFSET];
  if (known !== undefined) return known;
  const text = new Date(day * MS).toISOString().slice(0, 10);
  texts[day + OFFSET] = text;
  return text;
}

/** The day of a year, month (1 to 12) and day of the month. */
export function dayOf(year: number, month: number, day: number): Day {
  return Date.UTC(year, month - 1, day) / MS;
}

/** The day of a text YYYY-MM-DD. */
export function parseDay(text: string): Day {
  return Date.parse(text) / MS;
}

/** The same date so many years on (29 February becomes 1 March). */
export function addYears(day: Day, years: number): Day {
  const text = iso(day);
  return dayOf(Number(text.slice(0, 4)) + years, Number(text.slice(5, 7)), Number(text.slice(8, 10)));
}

/** Completed years from birth to a day. */
export function ageAt(birth: Day, day: Day): number {
  const from = iso(birth);
  const to = iso(day);
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

/** Last day of the month of a day. */
export function monthEnd(day: Day): Day {
  const text = iso(day);
  return dayOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)) + 1, 1) - 1;
}

/** Month of a day, 1 to 12. */
export function monthOf(day: Day): number {
  return Number(iso(day).slice(5, 7));
}

export function yearOf(day: Day): number {
  return Number(iso(day).slice(0, 4));
}
