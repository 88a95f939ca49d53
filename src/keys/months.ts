/** Months that a file declares, inclusive, YYYY-MM. */
export interface Months {
  from: string;
  to: string;
}

const FULL_DATES = /\d{4}年\d{1,2}月\d{1,2}日?|\d{4}([-./])\d{1,2}\1\d{1,2}(?!\d|月)|(?<!\d)\d{8}(?!\d)/g;
const QUARTERS: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4 };

/** How periods are written, the narrow ones before the wide ones; `read` gives first and last month of the year. */
const FORMS: { pattern: RegExp; read: (match: RegExpMatchArray) => [number, number]; calendar: boolean }[] = [
  { pattern: /(\d{1,2})月?[-—~至到](\d{1,2})月/, read: (m) => [Number(m[1]), Number(m[2])], calendar: true },
  { pattern: /上半年/, read: () => [1, 6], calendar: false },
  { pattern: /下半年/, read: () => [7, 12], calendar: false },
  {
    pattern: /第?([一二三四1-4])季度?/,
    read: (m) => quarter(QUARTERS[m[1] ?? ''] ?? Number(m[1])),
    calendar: false,
  },
  { pattern: /Q([1-4])(?!\d)/i, read: (m) => quarter(Number(m[1])), calendar: false },
  { pattern: /年(\d{1,2})月/, read: (m) => [Number(m[1]), Number(m[1])], calendar: true },
  { pattern: /(?<!\d)\d{4}[-.](\d{1,2})(?!\d)/, read: (m) => [Number(m[1]), Number(m[1])], calendar: true },
  { pattern: /(?<!\d)\d{4}(0[1-9]|1[0-2])(?!\d)/, read: (m) => [Number(m[1]), Number(m[1])], calendar: true },
  { pattern: /(?<!\d)\d{4}(?!\d)/, read: () => [1, 12], calendar: false },
];

/**
 * The months that a name or a title declares: 2023年5月, 2023-05, 202305, 2023年1-6月, 2023上半年, 2023年一季度, 2023年.
 * A full date is when something was written, and declares nothing.
 *
 * @param yearStart first month of the statistical year, which halves, quarters and years are those of
 */
export function monthsIn(text: string, yearStart: 1 | 10): Months | undefined {
  const plain = text.normalize('NFKC').replace(FULL_DATES, ' ');
  const year = Number(/(?<!\d)((?:19|20)\d\d)(?=\D|$|0[1-9](?!\d)|1[0-2](?!\d))/.exec(plain)?.[1]);
  if (!year) return undefined;
  for (const { pattern, read, calendar } of FORMS) {
    const match = pattern.exec(plain);
    if (!match) continue;
    const [from, to] = read(match);
    if (!(from >= 1 && from <= to && to <= 12)) continue;
    const shift = calendar || yearStart === 1 ? 0 : -3;
    return { from: month(year, from + shift), to: month(year, to + shift) };
  }
  return undefined;
}

/** How a period is written by itself: 2023, 2023年, 2023-05, 2023年5月, 2023Q1, 2023年1季度, 2023上半年. */
const WRITTEN =
  /^(?:19|20)\d\d(?:年|-(?:0[1-9]|1[0-2])|年(?:0?[1-9]|1[0-2])月|Q[1-4]|年?第?[一二三四1-4]季度|年?[上下]半年)?$/i;

/**
 * The months of a period that somebody names: in the forms of `WRITTEN` and no others.
 *
 * @param yearStart first month of the statistical year
 */
export function monthsOfPeriod(text: string, yearStart: 1 | 10): Months | undefined {
  const plain = text.normalize('NFKC').trim();
  return WRITTEN.test(plain) ? monthsIn(plain, yearStart) : undefined;
}

function quarter(number: number): [number, number] {
  return [number * 3 - 2, number * 3];
}

/** Month 0 of a year is December of the year before. */
function month(year: number, number: number): string {
  const before = number < 1;
  return `${before ? year - 1 : year}-${String(before ? number + 12 : number).padStart(2, '0')}`;
}
