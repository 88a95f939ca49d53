import type { Config } from '../config/types.js';
import { monthsIn } from '../keys/months.js';
import { UserError } from '../messages/index.js';
import { EVENT_DATES } from '../registers/event-dates.js';
import { REGISTERS } from '../registers/index.js';
import type { RegisterName } from '../registers/types.js';
import type { Store } from '../store/store.js';

/** What a run audits: dates are YYYY-MM-DD, inclusive. */
export interface Period {
  /** As printed, for example 2023 or 2023-05. */
  label: string;
  from: string;
  to: string;
  asOf: string;
}

/** Columns that say when something was written down. */
const WRITTEN = ['registration_date', 'visit_date', 'card_date', 'verified_date', 'certificate_issued'];

/**
 * The audited period and the as-of date (docs/domain.md#the-period), left in table `run`. Without a period: the latest calendar
 * year in which every supplied event register has rows. Without an as-of date: the end of the period, or the latest
 * date at which something was written down where that is earlier; dates more than a year beyond the period never count.
 * @throws UserError where the period cannot be understood, or no date says which year it is
 */
export async function definePeriod(
  store: Store,
  options: { period?: string; asOf?: string },
  config: Config,
): Promise<Period> {
  const label = options.period ?? (await latestYear(store));
  if (label === undefined) return labelled(store);
  const months = monthsIn(label, config.yearStart);
  if (!months) throw new UserError('cli.bad-period', { value: label });
  const from = `${months.from}-01`;
  const to = lastDay(months.to);
  const asOf = options.asOf ?? (await lastWritten(store, from, to)) ?? to;
  const period = { label, from, to, asOf };
  await defineRun(store, asOf, from, to);
  return period;
}

async function defineRun(store: Store, asOf: string, from: string, to: string): Promise<void> {
  const dates = [asOf, from, to].map((date) => `DATE '${date}'`);
  await store.define(
    'run',
    `SELECT ${dates[0]} AS as_of, ${dates[1]} AS period_from, ${dates[2]} AS period_to`,
  );
}

async function latestYear(store: Store): Promise<string | undefined> {
  const latest =
    (await yearsOf(store, EVENT_DATES)) ??
    (await yearsOf(store, { women: 'last_birth_date', households: 'birth_date' })) ??
    (await reportedYear(store));
  return latest === undefined ? undefined : String(latest);
}

/** The latest year that figures are reported for. */
async function reportedYear(store: Store): Promise<number | undefined> {
  const rows = await store.all<{ period: string }>(
    'SELECT DISTINCT period FROM figures WHERE period IS NOT NULL',
  );
  const years = rows.flatMap(({ period }) => /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(period)?.map(Number) ?? []);
  return years.length > 0 ? Math.max(...years) : undefined;
}

/** Where there are figures alone, of periods that are no dates (本年, 上年), nothing but figures is held to each other. */
async function labelled(store: Store): Promise<Period> {
  const rows = await store.all<{ period: string }>(
    'SELECT DISTINCT period FROM figures WHERE period IS NOT NULL ORDER BY period',
  );
  if (rows.length === 0) throw new UserError('cli.no-period');
  await defineRun(store, LABELLED.to, LABELLED.from, LABELLED.to);
  return { label: rows.map(({ period }) => period).join(' / '), ...LABELLED };
}

/** Stands for a period that is no date: before every record that is audited. */
const LABELLED = { from: '1900-01-01', to: '1900-12-31', asOf: '1900-12-31' };

/** The latest year in which every one of these registers that has rows has one. */
async function yearsOf(
  store: Store,
  dates: Partial<Record<RegisterName, string>>,
): Promise<number | undefined> {
  const selects = Object.entries(dates).map(
    ([register, column]) => `SELECT '${register}' AS register, YEAR(${column}) AS year FROM ${register}
      WHERE ${column} IS NOT NULL`,
  );
  const all = selects.join(' UNION ALL ');
  const rows = await store.all<{ year: number }>(
    `SELECT year FROM (${all}) AS dated GROUP BY year
     HAVING COUNT(DISTINCT register) = (SELECT COUNT(DISTINCT register) FROM (${all}) AS every_one)
     ORDER BY year DESC LIMIT 1`,
  );
  return rows[0]?.year;
}

async function lastWritten(store: Store, from: string, to: string): Promise<string | undefined> {
  const selects = Object.values(REGISTERS).flatMap(({ name, columns }) =>
    columns
      .filter((column) => WRITTEN.includes(column.name))
      .map(
        (column) => `SELECT MAX(${column.name}) AS day FROM ${name}
        WHERE ${column.name} <= add_days(DATE '${to}', 366)`,
      ),
  );
  const rows = await store.all<{ day: string | null }>(
    `SELECT MAX(day) AS day FROM (${selects.join(' UNION ALL ')}) AS days`,
  );
  const day = rows[0]?.day ?? undefined;
  return day !== undefined && day >= from && day < to ? day : undefined;
}

function lastDay(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
