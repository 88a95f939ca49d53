import type { Config } from '../config/types.js';
import { type Months, monthsOfPeriod } from '../keys/months.js';
import { UserError } from '../messages/index.js';
import type { Note } from '../model/input.js';
import { noted } from '../model/noted.js';
import { EVENT_DATES } from '../registers/event-dates.js';
import { REGISTERS } from '../registers/index.js';
import type { Column } from '../registers/types.js';
import { sumOf } from '../statistics/sum.js';
import type { Store } from '../store/store.js';

/** What a run audits: dates are YYYY-MM-DD, inclusive. */
export interface Period {
  /** As printed, for example 2023 or 2023-05. */
  label: string;
  from: string;
  to: string;
  asOf: string;
  /** No date of any record says when that is: it is not printed. */
  undated?: true;
  /** What is to be said of it at the top. */
  notes: Note[];
}

/** Columns that say when something was entered or done: the year that is audited where no register of events has one. */
const ENTERED = ['registration_date', 'card_date', 'employer_notice_date', 'handover_date', 'visit_date'];

/**
 * The audited period and the as-of date (docs/domain.md#the-period), left in table `run`. Without a period: the latest calendar
 * year in which every supplied event register has rows, else any, else the latest in which something was entered or done,
 * else that of the reported figures; where there is none, what needs no period is audited. Without an as-of date: the latest
 * registration date, at most a year beyond the period's end; with none, the period's end.
 * @throws UserError where the period cannot be understood
 */
export async function definePeriod(
  store: Store,
  options: { period?: string; asOf?: string },
  config: Config,
): Promise<Period> {
  const events = await readMonths(store);
  const label = options.period ?? (await latestYear(store, events));
  if (label === undefined) return withoutYear(store, options.asOf);
  const months = monthsOfPeriod(label, config.yearStart);
  if (!months) throw new UserError('cli.bad-period', { value: label });
  const from = `${months.from}-01`;
  const to = lastDay(months.to);
  const asOf = options.asOf ?? (await lastRegistered(store, from, to)) ?? to;
  await defineRun(store, asOf, from, to);
  return { label, from, to, asOf, notes: noEvents(events, months) };
}

/** Rows of one register of events whose dates lie in one month. */
interface EventMonth {
  register: string;
  /** Whether it is the end of a stay: an event too, of a row that is counted by its beginning. */
  ended: boolean;
  /** YYYY-MM; null where a row has no date. */
  month: string | null;
  n: number;
}

async function readMonths(store: Store): Promise<EventMonth[]> {
  const dates = Object.entries(EVENT_DATES).map(
    ([table, column]) => `SELECT '${table}' AS register, FALSE AS ended, ${column} AS day FROM ${table}`,
  );
  const ends = `SELECT 'migrants', TRUE, end_date FROM migrants WHERE end_date IS NOT NULL`;
  return store.all(
    `SELECT register, ended, month_of(day) AS month, COUNT(*) AS n
     FROM (${[...dates, ends].join(' UNION ALL ')}) AS dated GROUP BY register, ended, month_of(day)`,
  );
}

/** A note where registers hold events, and none of them in the period. */
function noEvents(events: readonly EventMonth[], { from, to }: Months): Note[] {
  const rows = events.filter(({ ended }) => !ended);
  const within = rows.some(({ month }) => month !== null && month >= from && month <= to);
  const count = sumOf(rows, ({ n }) => n);
  return within ? [] : noted('no-events', count);
}

async function defineRun(store: Store, asOf: string, from: string, to: string): Promise<void> {
  const dates = [asOf, from, to].map((date) => `DATE '${date}'`);
  const [as, start, end] = dates;
  await store.define('run', `SELECT ${as} AS as_of, ${start} AS period_from, ${end} AS period_to`);
}

async function latestYear(store: Store, events: readonly EventMonth[]): Promise<string | undefined> {
  const latest = latestOfEvents(events) ?? (await enteredYear(store)) ?? (await reportedYear(store));
  return latest === undefined ? undefined : String(latest);
}

/** The latest year in which every register that has dated events has one, else any. */
function latestOfEvents(events: readonly EventMonth[]): number | undefined {
  const registersOf = new Map<number, Set<string>>();
  for (const { register, month } of events) {
    if (month === null) continue;
    const year = Number(month.slice(0, month.lastIndexOf('-')));
    registersOf.set(year, (registersOf.get(year) ?? new Set()).add(register));
  }
  const years = [...registersOf.keys()].sort((a, b) => b - a);
  const all = new Set([...registersOf.values()].flatMap((registers) => [...registers]));
  return years.find((year) => registersOf.get(year)?.size === all.size) ?? years[0];
}

async function enteredYear(store: Store): Promise<number | undefined> {
  const day = await latestOf(store, ({ name }) => ENTERED.includes(name));
  return day === undefined ? undefined : Number(day.slice(0, 4));
}

/** The latest day in columns of all registers, up to a day where one is given. */
async function latestOf(
  store: Store,
  chosen: (column: Column) => boolean,
  until?: string,
): Promise<string | undefined> {
  const limit = until === undefined ? '' : `WHERE day <= add_days(DATE '${until}', 366)`;
  const selects = Object.values(REGISTERS).flatMap(({ name: register, columns }) => {
    const days = columns.filter((column) => column.type === 'date' && chosen(column));
    return days.map(({ name }) => `SELECT ${name} AS day FROM ${register}`);
  });
  const [row] = await store.all<{ day: string | null }>(
    `SELECT MAX(day) AS day FROM (${selects.join(' UNION ALL ')}) AS days ${limit}`,
  );
  return row?.day ?? undefined;
}

/** The latest year that figures are reported for. */
async function reportedYear(store: Store): Promise<number | undefined> {
  const periods = await reportedPeriods(store);
  const years = periods.flatMap((period) => /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(period)?.map(Number) ?? []);
  return years.length > 0 ? Math.max(...years) : undefined;
}

async function reportedPeriods(store: Store): Promise<string[]> {
  const rows = await store.all<{ period: string }>(
    'SELECT DISTINCT period FROM figures WHERE period IS NOT NULL ORDER BY period',
  );
  return rows.map(({ period }) => period);
}

/**
 * Where no date says which year it is, only what needs no period is audited: people as they are at the latest day that any
 * record names, and figures of periods that are no dates (本年, 上年) held against each other.
 */
async function withoutYear(store: Store, asked: string | undefined): Promise<Period> {
  const periods = await reportedPeriods(store);
  const known = asked ?? (await latestOf(store, ({ mayBeFuture }) => !mayBeFuture));
  const asOf = known ?? NO_YEAR.to;
  await defineRun(store, asOf, NO_YEAR.from, NO_YEAR.to);
  const period = { ...NO_YEAR, asOf, ...(known === undefined && { undated: true as const }) };
  if (periods.length > 0) return { ...period, label: periods.join(' / '), notes: [] };
  return { ...period, label: UNDATED, notes: [{ code: 'no-period', count: 1 }] };
}

/** Printed for a period or a day that nothing says. */
export const UNDATED = '—';

/** Stands for a period that is no date: before every record that is audited. */
const NO_YEAR = { from: '1900-01-01', to: '1900-12-31' };

/** The latest registration date from the period's beginning to a year after its end. */
async function lastRegistered(store: Store, from: string, to: string): Promise<string | undefined> {
  const day = await latestOf(store, ({ name }) => name === 'registration_date', to);
  return day !== undefined && day >= from ? day : undefined;
}

function lastDay(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
