/**
 * What statistical tests alone can see: nothing contradicts anything, but the figures or the dates of many are not as
 * chance has them. Each way stands in a district of its own kind of people, with a neighbour of the same extent that is
 * harmless.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { District } from './district.js';
import { births, stays } from './facts.js';
import type { Planted } from './plant.js';
import { addDays, birthOfId, checkDigit, makeId } from './values.js';
import type { Row } from './world.js';

/** `planted`: enough to be seen. `neighbour`: as many changes, or nearly so, that chance explains. */
export type Extent = 'planted' | 'neighbour';

interface Pattern {
  rule: string;
  /** Number of the community whose rows or figures are edited. */
  community?: number;
  /** The finding is about all communities together; what one of them shows hangs under it. */
  together?: true;
  /** Edits the registers. */
  people?: (d: District, community: string, extent: Extent) => void;
  /** Lines of a report of work that nothing else ties to the registers: area, period, indicator, count. */
  report?: (community: string, extent: Extent, d: District) => string[][];
}

const of = (community: string) => (row: Row) => row.get('community') === community;

/** Puts another ID in every cell that names somebody. */
function renumber(d: District, id: string, made: string): Row[] {
  const rows = [...new Set(d.mentions(id))];
  for (const row of rows)
    for (const column of row.table.columns.keys())
      if (/(^|_)id$/.test(column) && row.get(column) === id) row.set(column, made);
  return rows;
}

/** An ID of the other sex that nobody bears. */
function ofOtherSex(d: District, id: string): string | undefined {
  const sequences = Array.from({ length: 99 }, (_, n) => (Number(id.slice(14, 17)) + 2 * n + 1) % 1000);
  return sequences.map((n) => makeId(id.slice(0, 6), birthOfId(id), n)).find((one) => !d.isKnown(one));
}

/** A child of the other sex, in every register that names it. */
function regender(d: District, fact: ReturnType<typeof births>[number]): void {
  const id = fact.ledger.get('child_id');
  const made = ofOtherSex(d, id);
  if (made === undefined) return;
  const [was, is] = fact.ledger.get('child_sex') === '女' ? ['女', '男'] : ['男', '女'];
  for (const row of [...renumber(d, id, made), ...fact.witnesses])
    for (const column of ['child_sex', 'sex', 'relation'])
      if (row.get(column) === was) row.set(column, is === '男' && column === 'relation' ? '子' : is);
      else if (column === 'relation' && row.get(column) === '子') row.set(column, is);
  for (const row of Object.values(fact.woman ?? {})) {
    const step = is === '男' ? 1 : -1;
    row.set('sons', Number(row.get('sons')) + step).set('daughters', Number(row.get('daughters')) - step);
  }
}

/** Girls born in a community are boys, in every register; or as many of each sex are of the other. */
function boys(d: District, community: string, extent: Extent): void {
  const all = births(d).filter((fact) => fact.community === community);
  const of = (sex: string) => all.filter((fact) => fact.ledger.get('child_sex') === sex);
  const girls = of('女').slice(0, 30);
  for (const fact of extent === 'planted' ? girls : [...girls.slice(0, 15), ...of('男').slice(0, 15)])
    regender(d, fact);
}

/** Somebody born years earlier, on every card and in every register. */
function age(d: District, id: string, years: number): void {
  const birth = birthOfId(id);
  const earlier = `${Number(birth.slice(0, 4)) - years}${birth.slice(4)}`;
  const body = `${id.slice(0, 6)}${earlier.replaceAll('-', '')}${id.slice(14, 17)}`;
  const made = body + checkDigit(body);
  if (d.isKnown(made) || birth.endsWith('02-29')) return;
  for (const row of renumber(d, id, made))
    if (row.get('birth_date') === birth && row.get('id') === made) row.set('birth_date', earlier);
}

/** People on cards, with their age at the end of 2023, whom no rule about ages of couples or children concerns. */
function grown(d: District, from: number, to: number): { row: Row; id: string; age: number }[] {
  return d.rows('households', 'card').flatMap((row) => {
    const id = row.get('id');
    const years = 2023 - Number(id.slice(6, 10));
    return d.naming(id, 'households').length === 1 && years >= from && years <= to
      ? [{ row, id, age: years }]
      : [];
  });
}

/** Who is 24, 29, 34 … is entered a year older; or, as harmlessly, who is 22, 27, 32 … */
function roundAges(d: District, community: string, extent: Extent): void {
  const digit = extent === 'planted' ? 4 : 2;
  const one = of(community);
  for (const { row, id, age: years } of grown(d, 22, 59))
    if (one(row) && years % 5 === digit && (row.get('sex') === '男' || years < 45)) age(d, id, 1);
}

/** Men of every third five-year group are five years older: all of them, or one in ten. */
function raggedAges(d: District, _: string, extent: Extent): void {
  const men = grown(d, 25, 69).filter(({ row, age: years }) => row.get('sex') === '男' && years % 15 >= 10);
  for (const [n, { id }] of men.entries()) if (extent === 'planted' || n % 10 === 0) age(d, id, 5);
}

/** The clerk dates what she enters from September on only, and November's births in December. */
function yearEnd(d: District, community: string, extent: Extent): void {
  for (const row of d.rows('births', 'ledger').filter(of(community))) {
    const born = row.get('birth_date');
    if (born < '2023-09-01') row.set('registration_date', null);
    else if (born.startsWith('2023-11') && extent === 'planted')
      row.set('registration_date', addDays(born, 30));
  }
}

/** Stays that began in summer and autumn are all entered as begun in June; or a few of them are. */
function oneMonth(d: District, community: string, extent: Extent): void {
  const later = stays(d).filter(
    (fact) => fact.community === community && fact.date > '2023-07' && fact.date < '2023-12',
  );
  for (const [n, { ledger, system }] of later.slice(0, extent === 'planted' ? 30 : 2).entries())
    for (const row of [ledger, system])
      row.set('start_date', `2023-06-${String(1 + (n % 28)).padStart(2, '0')}`);
}

const MONTHS = Array.from({ length: 12 }, (_, n) => `2023-${String(n + 1).padStart(2, '0')}`);

/** Counts of work by indicator and month; `count(n)` is the nth of them. */
const work = (
  community: string,
  kind: string,
  indicators: number,
  count: (n: number) => number,
): string[][] =>
  Array.from({ length: indicators * 12 }, (_, n) => [
    community,
    MONTHS[n % 12] ?? '',
    `${kind}第${1 + Math.floor(n / 12)}组`,
    String(count(n)),
  ]);

/** Every way of the family, with the area that shows it. */
export const PATTERNS: Record<string, Pattern> = {
  'births: two boys and more to a girl': {
    rule: 'pattern/sex-ratio',
    together: true,
    people: boys,
  },
  'cards: ages rounded up to five years': { rule: 'pattern/age-heaping', community: 1, people: roundAges },
  'cards: men of every third five-year group entered five years older': {
    rule: 'pattern/age-sex-accuracy',
    together: true,
    people: raggedAges,
  },
  'births: entered before the year ends': {
    rule: 'pattern/registration-bulge',
    community: 2,
    people: yearEnd,
  },
  'stays: all begun in one month': { rule: 'pattern/outlier', community: 3, people: oneMonth },
  'figures: deaths of the year half those of the last': {
    rule: 'pattern/outlier',
    community: 2,
    report: (community, extent, d) => {
      const died = d.rows('deaths', 'ledger').filter(of(community)).length;
      const before = extent === 'planted' ? 2 * died + 12 : died + 5;
      return [['2022', before] as const, ['2023', died] as const].map(([year, count]) => [
        community,
        year,
        '死亡人数',
        String(count),
      ]);
    },
  },
  'figures: counts of work rounded to tens': {
    rule: 'pattern/last-digit',
    report: (community, extent) =>
      work(community, '宣传品发放份数', 6, (n) => 100 + 10 * n + (extent === 'planted' ? 0 : n % 10)),
  },
  'figures: counts of work made up': {
    rule: 'pattern/first-two-digits',
    report: (community, extent) =>
      work(community, '入户走访人次', 100, (n) => {
        // every beginning as often as any other, or as Benford's law has them
        const made = extent === 'planted' ? 100 + 830 * n : 100 * 10 ** ((4 * (n + 0.5)) / 1200);
        return Math.floor(made / 10) * 10 + (n % 10);
      }),
  },
};

const REPORT = join('信息系统', '统计报表_工作量.csv');

/** Edits the registers, and gives the lines of the report, for every way at once. */
export function plantPatterns(d: District, extent: Extent): { faults: Planted[]; report: string[][] } {
  const report: string[][] = [];
  const faults = Object.entries(PATTERNS).map(([fault, way]): Planted => {
    const area = d.communities[way.community ?? 0] ?? '';
    way.people?.(d, area, extent);
    report.push(...(way.report?.(area, extent, d) ?? []));
    const community = way.together ? '' : area;
    return { fault, rules: [way.rule], places: [], around: [], notice: true, community };
  });
  return { faults, report };
}

/** Writes the report of work into a folder. */
export function writeReport(root: string, report: readonly string[][]): void {
  mkdirSync(dirname(join(root, REPORT)), { recursive: true });
  const lines = [['地区', '期间', '指标', '数值'], ...report];
  writeFileSync(join(root, REPORT), `${lines.map((cells) => cells.join(',')).join('\n')}\n`);
}
