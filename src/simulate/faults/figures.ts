import type { Random } from '../random.js';
import type { TruthFault, TruthPlace } from '../truth.js';

/** The two reports as they will be written: rows of cells, the header first. */
export interface Reports {
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
  placeOf(report: keyof Reports, line: number): TruthPlace;
}

/** A way to spoil one figure of an area. */
interface Slip {
  report: keyof Reports;
  indicator: string;
  /** The first rule that it breaks. */
  kind: string;
  /** Only where communities are added up, or only in communities. */
  of?: 'district' | 'community';
  wrong(value: string, random: Random): string;
}

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
  { report: 'yearly', indicator: '出生人数', kind: 'totals/parts-differ', wrong: more },
  { report: 'yearly', indicator: '一孩出生', kind: 'totals/parts-differ', wrong: more },
  { report: 'yearly', indicator: '出生率', kind: 'totals/rate-differs', wrong: otherRate },
  { report: 'yearly', indicator: '育龄妇女生育率', kind: 'totals/rate-differs', wrong: otherRate },
  { report: 'yearly', indicator: '死亡人数', kind: 'totals/rate-differs', wrong: more },
  { report: 'yearly', indicator: '期末总人口', kind: 'totals/rate-differs', wrong: swapped },
  { report: 'yearly', indicator: '结婚对数', kind: 'totals/rollup-differs', wrong: more },
  { report: 'yearly', indicator: '放环例数', kind: 'totals/rollup-differs', of: 'district', wrong: more },
  { report: 'monthly', indicator: '迁出人数', kind: 'totals/balance-differs', of: 'community', wrong: more },
  {
    report: 'monthly',
    indicator: '期末总人口',
    kind: 'totals/balance-differs',
    of: 'community',
    wrong: swapped,
  },
  { report: 'monthly', indicator: '女性出生', kind: 'totals/parts-differ', of: 'community', wrong: more },
  { report: 'monthly', indicator: '结婚对数', kind: 'totals/rollup-differs', of: 'community', wrong: more },
];

const OTHER_RULES = [
  'parts-differ',
  'subset-exceeds',
  'rate-differs',
  'rate-impossible',
  'balance-differs',
].concat(['carry-over-differs', 'rollup-differs', 'recount-differs']);

/**
 * Spoils figures of some areas, one of each: a number or a rate that does not fit the figures around it.
 *
 * @returns what was spoiled, numbered on
 */
export function plantInFigures(
  reports: Reports,
  areas: readonly string[],
  { random, chance, district, from, placeOf }: FiguresPlan,
): TruthFault[] {
  const faults: TruthFault[] = [];
  for (const area of areas) {
    if (!random.chance(chance)) continue;
    const place = area === district ? 'district' : 'community';
    const slip = random.pick(SLIPS.filter(({ of }) => of === undefined || of === place));
    const spoilt = spoil(reports, area, slip, random);
    if (!spoilt) continue;
    const id = `F${String(from + faults.length + 1).padStart(5, '0')}`;
    faults.push(faultOf(id, area, slip, spoilt, placeOf(slip.report, spoilt.line)));
  }
  return faults;
}

/** A line of a report with a figure that was changed in it, and a sentence about it. */
interface Spoilt {
  line: number;
  description: string;
}

function spoil(
  reports: Reports,
  area: string,
  { report, indicator, wrong }: Slip,
  random: Random,
): Spoilt | null {
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

function faultOf(
  id: string,
  area: string,
  { kind, indicator }: Slip,
  { description }: Spoilt,
  place: TruthPlace,
): TruthFault {
  return {
    id,
    kind,
    community: area,
    point: 'system',
    register: 'figures',
    ...place,
    columns: [indicator],
    description,
    others: [],
    consequences: OTHER_RULES.map((rule) => `totals/${rule}`).filter((rule) => rule !== kind),
  };
}
