/** One wrong figure, and what a clerk makes of it: the same number in other rows, sums and rates. Plain CSV reports only. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place, Planted } from './plant.js';

const MONTHLY = join('信息系统', '统计报表_月报.csv');
const YEARLY = join('信息系统', '统计报表_年报.csv');

type Grid = string[][];

/** The monthly report (a row an area and month, a column an indicator) and the yearly (a row a figure) of one folder. */
class Reports {
  private readonly monthly: Grid;
  private readonly yearly: Grid;
  private cells: Place[] = [];

  constructor(private readonly root: string) {
    this.monthly = gridOf(join(root, MONTHLY));
    this.yearly = gridOf(join(root, YEARLY));
  }

  get communities(): string[] {
    return [...new Set(this.monthly.slice(1).map(([area = '']) => area))];
  }

  /** The area of the yearly report that has no months of its own. */
  get district(): string {
    return this.yearly.slice(1).find(([area = '']) => !this.communities.includes(area))?.[0] ?? '';
  }

  write(): void {
    for (const [path, grid] of [
      [MONTHLY, this.monthly],
      [YEARLY, this.yearly],
    ] as const)
      writeFileSync(join(this.root, path), `${grid.map((cells) => cells.join(',')).join('\n')}\n`);
  }

  month(area: string, month: number, indicator: string): number {
    const row = this.monthRow(area, month);
    return Number(this.monthly[row]?.[this.column(indicator)]);
  }

  year(area: string, indicator: string): number {
    return Number(this.yearly[this.yearRow(area, indicator)]?.[3]);
  }

  addToMonth(area: string, month: number, amounts: Record<string, number>): void {
    const row = this.monthRow(area, month);
    for (const [indicator, amount] of Object.entries(amounts)) {
      const cells = this.monthly[row];
      const column = this.column(indicator);
      if (cells) cells[column] = String(Number(cells[column]) + amount);
    }
    this.cells.push({ path: MONTHLY, row: row + 1 });
  }

  addToYear(area: string, amounts: Record<string, number>): void {
    for (const [indicator, amount] of Object.entries(amounts)) {
      const row = this.yearRow(area, indicator);
      const cells = this.yearly[row];
      if (cells) cells[3] = String(Number(cells[3]) + amount);
      this.cells.push({ path: YEARLY, row: row + 1 });
    }
  }

  /** Works the rates of births and deaths of a year out again, from the counts as they stand. */
  workOutRates(area: string): void {
    const count = (indicator: string): number => this.year(area, indicator);
    const mean = (count('期初总人口') + count('期末总人口')) / 2;
    const [births, deaths] = [count('出生人数'), count('死亡人数')];
    const rates: Record<string, [number, number]> = {
      出生率: [(births / mean) * 1000, 2],
      死亡率: [(deaths / mean) * 1000, 2],
      自然增长率: [((births - deaths) / mean) * 1000, 2],
      计划生育率: [(count('政策内出生') / births) * 100, 2],
      一孩率: [(count('一孩出生') / births) * 100, 2],
      二孩率: [(count('二孩出生') / births) * 100, 2],
      多孩率: [(count('多孩出生') / births) * 100, 2],
      出生人口性别比: [(count('男性出生') / count('女性出生')) * 100, 1],
      育龄妇女生育率: [(births / count('育龄妇女人数')) * 1000, 2],
    };
    for (const [rate, [value, decimals]] of Object.entries(rates)) {
      const row = this.yearRow(area, rate);
      const cells = this.yearly[row];
      if (cells) cells[3] = rounded(value, decimals);
      this.cells.push({ path: YEARLY, row: row + 1 });
    }
  }

  /** The fault that the edits since the last one make. */
  fault(name: string, area: string): Planted {
    const places = this.cells;
    this.cells = [];
    const around = [area, this.district].flatMap((one) => this.rowsOf(one));
    return { fault: name, rules: [...RULES], places, around };
  }

  private rowsOf(area: string): Place[] {
    const of = (grid: Grid, path: string): Place[] =>
      grid.flatMap((cells, n) => (cells[0] === area && n > 0 ? [{ path, row: n + 1 }] : []));
    return [...of(this.monthly, MONTHLY), ...of(this.yearly, YEARLY)];
  }

  private column(indicator: string): number {
    return this.monthly[0]?.indexOf(indicator) ?? -1;
  }

  private monthRow(area: string, month: number): number {
    const period = `2023-${String(month).padStart(2, '0')}`;
    return this.monthly.findIndex((cells) => cells[0] === area && cells[1] === period);
  }

  private yearRow(area: string, indicator: string): number {
    return this.yearly.findIndex((cells) => cells[0] === area && cells[2] === indicator);
  }
}

const RULES = ['parts-differ', 'subset-exceeds', 'rate-differs', 'balance-differs', 'carry-over-differs']
  .concat('rollup-differs', 'recount-differs')
  .map((rule) => `totals/${rule}`);

const gridOf = (path: string): Grid =>
  readFileSync(path, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));

/** Half up, as a clerk rounds; binary fractions are nudged. */
const rounded = (value: number, decimals: number): string =>
  (Math.round((value + 1e-9) * 10 ** decimals) / 10 ** decimals).toFixed(decimals);

/** A birth more, with all that is said of it. */
const births = (amount: number): Record<string, number> => ({
  出生人数: amount,
  男性出生: amount,
  一孩出生: amount,
  政策内出生: amount,
});

type Edit = (reports: Reports, area: string, month: number, amount: number) => void;

const year: Edit = (reports, area, _, amount) => {
  reports.addToYear(area, births(amount));
  reports.workOutRates(area);
};

const withYear =
  (edit: Edit): Edit =>
  (reports, area, month, amount) => {
    edit(reports, area, month, amount);
    year(reports, area, month, amount);
  };

const withDistrict =
  (edit: Edit): Edit =>
  (reports, area, month, amount) => {
    edit(reports, area, month, amount);
    year(reports, reports.district, month, amount);
  };

const ofMonth =
  (amounts: (amount: number) => Record<string, number>): Edit =>
  (reports, area, month, amount) =>
    reports.addToMonth(area, month, amounts(amount));

const ofYear =
  (amounts: (amount: number) => Record<string, number>): Edit =>
  (reports, area, _, amount) =>
    reports.addToYear(area, amounts(amount));

/** From a month on everybody counts so many people too many at its beginning and end. */
const carried =
  (from: number, last: 'with the year' | 'without'): Edit =>
  (reports, area, _, amount) => {
    for (let month = from; month <= 12; month++)
      reports.addToMonth(area, month, { 期初总人口: amount, 期末总人口: amount });
    if (last === 'with the year') {
      reports.addToYear(area, { 期末总人口: amount });
      reports.workOutRates(area);
    }
  };

/** Every way in which one figure is wrong, alone or with what was made from it. */
export const FIGURE_FAULTS: Record<string, Edit> = {
  'figures: births of a month': ofMonth((n) => ({ 出生人数: n })),
  'figures: births of a month with their parts': ofMonth(births),
  'figures: births of a month with one part': ofMonth((n) => ({ 出生人数: n, 一孩出生: n })),
  'figures: births of a month with their parts and the year': withYear(ofMonth(births)),
  'figures: births of a month with their parts, the year and the district': withDistrict(
    withYear(ofMonth(births)),
  ),
  'figures: deaths of a month': ofMonth((n) => ({ 死亡人数: n })),
  'figures: arrivals of a month': ofMonth((n) => ({ 迁入人数: n })),
  'figures: marriages of a month': ofMonth((n) => ({ 结婚对数: n })),
  'figures: births of a year': ofYear((n) => ({ 出生人数: n })),
  'figures: births of a year with their parts': ofYear(births),
  'figures: births of a year with their parts and rates': year,
  'figures: births of a year with their parts, rates and the district': withDistrict(year),
  "figures: December's start": (reports, area, _, n) => reports.addToMonth(area, 12, { 期初总人口: n }),
  "figures: December's start, and its end after it": carried(12, 'without'),
  "figures: December's start, its end and the year's after it": carried(12, 'with the year'),
  'figures: a start in autumn, and all after it': carried(9, 'with the year'),
  "figures: December's end": (reports, area, _, n) => reports.addToMonth(area, 12, { 期末总人口: n }),
  'figures: population at the end of the year': ofYear((n) => ({ 期末总人口: n })),
  'figures: population at the end of the year with its rates': (reports, area, _, n) => {
    reports.addToYear(area, { 期末总人口: n });
    reports.workOutRates(area);
  },
  'figures: population at the start of the year': ofYear((n) => ({ 期初总人口: n })),
  'figures: population at the end of the year and of December': (reports, area, _, n) => {
    reports.addToMonth(area, 12, { 期末总人口: n });
    reports.addToYear(area, { 期末总人口: n });
    reports.workOutRates(area);
  },
  'figures: women of the year': ofYear((n) => ({ 育龄妇女人数: n })),
  'figures: a rate of the year': ofYear(() => ({ 出生率: 3 })),
};

/**
 * Plants some faults in the reports of a folder, one an area.
 *
 * @param areaOf the number of the community in whose report the nth fault stands, where they are not one an area
 */
export function plantFigures(
  root: string,
  names: readonly string[],
  seed: number,
  areaOf: (n: number) => number = (n) => n,
): Planted[] {
  const reports = new Reports(root);
  const planted = names.flatMap((name, n) => {
    const area = reports.communities[areaOf(n)];
    if (area === undefined) return [];
    const month = 2 + ((seed * 5 + n * 3) % 9);
    FIGURE_FAULTS[name]?.(reports, area, month, 3 + ((seed + n) % 6));
    return [reports.fault(name, area)];
  });
  reports.write();
  return planted;
}
