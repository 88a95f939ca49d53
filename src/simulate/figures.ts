import { INDICATORS } from '../measure/indicators/index.js';
import type { Indicator } from '../measure/indicators/indicator.js';
import { MARRIED } from '../registers/codes.js';
import { fixed } from '../statistics/rounding.js';
import { ageAt, type Day, dayOf, monthOf, yearOf } from './calendar.js';
import type { Facts, Marriage } from './people.js';

/** Counts of one community or the whole district for a month or the year, by indicator code. */
export type Counts = Record<string, number>;

/** Indicators in the order of the reports. Stocks are of the year's end. */
const FLOWS = indicators(
  'births births_male births_female births_1 births_2 births_3plus births_in_policy births_out_of_policy',
  'deaths moved_in moved_out marriages first_marriages_female late_marriages_female',
  'iud_insertions female_sterilisations',
);
const STOCKS = indicators('women_15_49 married_women_15_49');

/** The indicators of these codes, which blanks separate. */
function indicators(...codes: string[]): Indicator[] {
  const known = new Map(INDICATORS.map((indicator) => [indicator.code, indicator]));
  return codes.flatMap((line) => line.split(' ')).flatMap((code) => known.get(code) ?? []);
}

/** Name, unit, numerator, denominator, scale of the rates that the year's report prints. */
const RATES: readonly (readonly [string, string, string, string, number])[] = [
  ['出生率', '‰', 'births', 'mean_population', 1000],
  ['死亡率', '‰', 'deaths', 'mean_population', 1000],
  ['自然增长率', '‰', 'natural_increase', 'mean_population', 1000],
  ['计划生育率', '%', 'births_in_policy', 'births', 100],
  ['一孩率', '%', 'births_1', 'births', 100],
  ['二孩率', '%', 'births_2', 'births', 100],
  ['多孩率', '%', 'births_3plus', 'births', 100],
  ['出生人口性别比', '', 'births_male', 'births_female', 100],
  ['晚婚率', '%', 'late_marriages_female', 'first_marriages_female', 100],
  ['育龄妇女生育率', '‰', 'births', 'women_15_49', 1000],
];

export const MONTHLY_HEADER = ['地区', '期间', '期初总人口', '期末总人口', ...FLOWS.map(({ name }) => name)];
export const YEARLY_HEADER = ['地区', '期间', '指标', '数值', '单位'];

/** What a community would report for the year: twelve months, and the stocks at the end. */
export interface Report {
  months: Counts[];
  stocks: Counts;
}

/** Counts the registers of one community: people registered here, events of the year. */
export function reportOf(facts: Facts, year: number): Report {
  const none = Object.fromEntries(FLOWS.map(({ code }) => [code, 0]));
  const months = Array.from({ length: 12 }, (): Counts => ({ ...none }));
  const add = (day: Day, code: string): void => {
    if (yearOf(day) !== year) return;
    const month = months[monthOf(day) - 1] as Counts;
    month[code] = (month[code] ?? 0) + 1;
  };
  for (const birth of facts.births) if (birth.basis === '户籍') addBirth(add, birth);
  for (const death of facts.deaths) add(death.date, 'deaths');
  for (const move of facts.moves) add(move.date, move.direction === '迁入' ? 'moved_in' : 'moved_out');
  for (const marriage of facts.marriages) addMarriage(add, marriage);
  for (const { date, method } of facts.operations) {
    if (method === '上环') add(date, 'iud_insertions');
    if (method === '女扎') add(date, 'female_sterilisations');
  }
  const stocks = countStocks(facts, dayOf(year, 12, 31));
  addPopulation(months, stocks.population ?? 0);
  return { months, stocks };
}

type Add = (day: Day, code: string) => void;

function addBirth(add: Add, birth: Facts['births'][number]): void {
  const day = birth.child.birth;
  add(day, 'births');
  add(day, birth.child.sex === '男' ? 'births_male' : 'births_female');
  add(day, birth.parity >= 3 ? 'births_3plus' : `births_${birth.parity}`);
  add(day, birth.policy === '政策内' ? 'births_in_policy' : 'births_out_of_policy');
}

function addMarriage(add: Add, { date, wife, wifeOrder }: Marriage): void {
  add(date, 'marriages');
  if (wifeOrder !== '初婚') return;
  add(date, 'first_marriages_female');
  if (ageAt(wife.birth, date) >= 23) add(date, 'late_marriages_female');
}

function countStocks(facts: Facts, asOf: Day): Counts {
  let population = 0;
  let women = 0;
  let married = 0;
  for (const { members } of facts.households) {
    for (const { person, residence } of members) {
      if (residence === '流入') continue;
      population += 1;
      if (person.sex !== '女') continue;
      const age = ageAt(person.birth, asOf);
      if (age < 15 || age > 49) continue;
      women += 1;
      if (MARRIED.includes(person.marital)) married += 1;
    }
  }
  return { population, women_15_49: women, married_women_15_49: married };
}

/** Works back from the people at the end of the year: start + births − deaths + in − out = end, month by month. */
function addPopulation(months: Counts[], end: number): void {
  let people = end;
  for (const month of months.toReversed()) {
    month.population_end = people;
    const { births = 0, deaths = 0, moved_in = 0, moved_out = 0 } = month;
    people -= births - deaths + moved_in - moved_out;
    month.population_start = people;
  }
}

/** Adds a community's counts to the district's. */
export function addReport(total: Report | null, report: Report): Report {
  if (!total) return { months: report.months.map((month) => ({ ...month })), stocks: { ...report.stocks } };
  total.months.forEach((month, index) => addCounts(month, report.months[index] ?? {}));
  addCounts(total.stocks, report.stocks);
  return total;
}

function addCounts(total: Counts, more: Counts): void {
  for (const [code, count] of Object.entries(more)) total[code] = (total[code] ?? 0) + count;
}

/** The lines of the monthly report of one area. */
export function monthlyRows(area: string, report: Report, label: (month: number) => string): string[][] {
  return report.months.map((month, index) => [
    area,
    label(index + 1),
    String(month.population_start),
    String(month.population_end),
    ...FLOWS.map(({ code }) => String(month[code] ?? 0)),
  ]);
}

/** The lines of the year's report of one area: counts, then rates to two decimals. */
export function yearlyRows(area: string, year: string, report: Report): string[][] {
  const counts = yearCounts(report);
  const line = (name: string, value: string, unit: string): string[] => [area, year, name, value, unit];
  const rows = [
    line('期初总人口', String(counts.population_start), '人'),
    line('期末总人口', String(counts.population_end), '人'),
  ];
  for (const { code, name, unit } of [...FLOWS, ...STOCKS])
    rows.push(line(name, String(counts[code] ?? 0), unit));
  for (const [name, unit, over, under, scale] of RATES) {
    const denominator = counts[under] ?? 0;
    if (denominator === 0) continue;
    const decimals = under === 'births_female' ? 1 : 2;
    rows.push(line(name, fixed(((counts[over] ?? 0) * scale) / denominator, decimals), unit));
  }
  return rows;
}

function yearCounts(report: Report): Counts {
  const counts: Counts = { ...report.stocks };
  for (const month of report.months) addCounts(counts, month);
  const population_start = report.months[0]?.population_start ?? 0;
  const population_end = report.months[11]?.population_end ?? 0;
  const mean_population = (population_start + population_end) / 2;
  const natural_increase = (counts.births ?? 0) - (counts.deaths ?? 0);
  return { ...counts, population_start, population_end, mean_population, natural_increase };
}
