import type { Random } from '../random.js';
import { faultId, type TruthFault, type TruthPlace } from '../truth.js';

/** The two reports as they will be written: rows of cells, the header first. */
export interface ReportRows {
  monthly: string[][];
  yearly: string[][];
}

/** How many reports to spoil, and where they stand. */
export interface FiguresPlan {
  random: Random;
  /** That an area's report has a fault. */
  chance: number;
  district: string;
  /** How many faults there are so far. */
  from: number;
  /** Where a line of a report is written, counted from the header, 0. */
  placeOf(report: keyof ReportRows, line: number): TruthPlace;
}

/** A way to spoil one figure of an area: the report and its indicator, the first rule that it breaks, and the wrong figure. */
type Slip = [
  report: keyof ReportRows,
  indicator: string,
  rule: string,
  wrong: (value: string, random: Random) => string,
  /** Only where communities are added up, or only in communities. */
  of?: 'district' | 'community',
];

const more = (value: string, random: Random): string => String(Number(value) + random.int(1, 9));
/** A rate well away from what it was, with as many decimals. */
const otherRate = (value: string, random: Random): string => {
  const decimals = value.split('.')[1]?.length ?? 0;
  return (Number(value) * (1 + random.int(3, 9) / 10) + 0.5).toFixed(decimals);
};
/** Two neighbouring digits change places; where they are alike, a nine goes in front. */
const swapped = (value: string): string => {
  const at = [...value].findIndex((digit, n) => n + 1 < value.length && digit !== value[n + 1]);
  if (at < 0) return `9${value}`;
  return value.slice(0, at) + value[at + 1] + value[at] + value.slice(at + 2);
};

const SLIPS: readonly Slip[] = [
  ['yearly', '出生人数', 'parts-differ', more],
  ['yearly', '一孩出生', 'parts-differ', more],
  ['yearly', '出生率', 'rate-differs', otherRate],
  ['yearly', '育龄妇女生育率', 'rate-differs', otherRate],
  ['yearly', '死亡人数', 'rate-differs', more],
  ['yearly', '期末总人口', 'rate-differs', swapped],
  ['yearly', '结婚对数', 'rollup-differs', more],
  ['yearly', '放环例数', 'rollup-differs', more, 'district'],
  ['monthly', '迁出人数', 'balance-differs', more, 'community'],
  ['monthly', '期末总人口', 'balance-differs', swapped, 'community'],
  ['monthly', '女性出生', 'parts-differ', more, 'community'],
  ['monthly', '结婚对数', 'rollup-differs', more, 'community'],
];

const RULES = [
  ...['parts-differ', 'subset-exceeds', 'rate-differs', 'rate-impossible', 'balance-differs'],
  ...['carry-over-differs', 'rollup-differs', 'recount-differs'],
];

/**
 * Spoils figures of some areas, one of each: a number or a rate that does not fit the figures around it.
 *
 * @returns what was spoiled, numbered on
 */
export function plantInFigures(
  reports: ReportRows,
  areas: readonly string[],
  { random, chance, district, from, placeOf }: FiguresPlan,
): TruthFault[] {
  const faults: TruthFault[] = [];
  for (const area of areas) {
    if (!random.chance(chance)) continue;
    const place = area === district ? 'district' : 'community';
    const slip = random.pick(SLIPS.filter(([, , , , of]) => of === undefined || of === place));
    const [report, indicator, rule] = slip;
    const spoilt = spoil(reports, area, slip, random);
    if (!spoilt) continue;
    faults.push({
      id: faultId(from + faults.length),
      kind: `totals/${rule}`,
      community: area,
      point: 'system',
      register: 'figures',
      ...placeOf(report, spoilt.line),
      columns: [indicator],
      description: spoilt.description,
      others: [],
      consequences: RULES.filter((other) => other !== rule).map((other) => `totals/${other}`),
    });
  }
  return faults;
}

/** Writes a wrong figure into a line of a report; returns the line and a sentence, or null where it has no such figure. */
function spoil(reports: ReportRows, area: string, [report, indicator, , wrong]: Slip, random: Random) {
  const rows = reports[report];
  const column = report === 'yearly' ? 3 : (rows[0]?.indexOf(indicator) ?? -1);
  const lines = rows.flatMap((cells, n) => {
    const isIts = cells[0] === area && (report === 'monthly' || cells[2] === indicator);
    return isIts && n > 0 ? [n] : [];
  });
  if (lines.length === 0 || column < 0) return null;
  const line = random.pick(lines);
  const cells = [...(rows[line] ?? [])];
  const right = cells[column] ?? '';
  cells[column] = wrong(right, random);
  rows[line] = cells;
  return { line, description: `${cells[1]} ${indicator} ${right} 误报为 ${cells[column]}` };
}
