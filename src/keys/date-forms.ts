/** Ways to write a day, by what people would call them: the day YYYY-MM-DD to its text. */
const FORMS = {
  '2023-05-03': (day) => day,
  '2023-5-3': (day) => bare(day).join('-'),
  '2023/5/3': (day) => bare(day).join('/'),
  '2023/05/03': (day) => day.replaceAll('-', '/'),
  '2023.5.3': (day) => bare(day).join('.'),
  '2023.05.03': (day) => day.replaceAll('-', '.'),
  '20230503': (day) => day.replaceAll('-', ''),
  '2023年5月3日': (day) => inWords(bare(day)),
  '2023年05月03日': (day) => inWords(day.split('-')),
  '45049': (day) => String(daysSince(day, Date.UTC(1899, 11, 30))),
  '43587': (day) => String(daysSince(day, Date.UTC(1904, 0, 1))),
} as const satisfies Readonly<Record<string, (day: string) => string>>;

/** A form of dates is called by what it makes of 2023-05-03. */
export type DateForm = keyof typeof FORMS;

/** The form in which dates are stored, and shown where nothing else is to be said. */
export const ISO: DateForm = '2023-05-03';

const NAMES = Object.keys(FORMS) as DateForm[];
const DAY = 86_400_000;
/** Digits that stand next to each other in the order year, month, day. */
const IN_ORDER = /^(\d{4})\D*(\d\d?)\D*(\d\d?)(?:\D|$)/;

/** The parts of a day without zeros before them. */
function bare(day: string): string[] {
  return day.split('-').map((part) => part.replace(/^0/, ''));
}

function inWords([year, month, day]: readonly string[]): string {
  return `${year}年${month}月${day}日`;
}

/** The number of a day as spreadsheets count them. */
function daysSince(day: string, epoch: number): number {
  return (Date.parse(day) - epoch) / DAY;
}

/** The text of a day (YYYY-MM-DD) in a form; as it stands where the form is none that is known. */
export function writeDay(form: string, day: string): string {
  return form in FORMS ? FORMS[form as DateForm](day) : day;
}

/** The forms in which a text that means a day may write it: of 2023-11-12 several look alike. */
export function formsOf(text: string, day: string): DateForm[] {
  return NAMES.filter((form) => isWritten(form, text, day));
}

/** Whether a text that means a day writes it in a form; a time of day or the fraction of one may follow. */
export function isWritten(form: DateForm, text: string, day: string): boolean {
  return text.startsWith(FORMS[form](day));
}

/** Whether a reader sees the day in a text at once: its year, month and day stand there in this order. */
export function isPlainDay(text: string, day: string): boolean {
  const [, year, month, date] = IN_ORDER.exec(text) ?? [];
  return [year, month?.padStart(2, '0'), date?.padStart(2, '0')].join('-') === day;
}
