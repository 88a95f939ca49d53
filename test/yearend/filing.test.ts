import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.js';
import type { ErrorRate, IndicatorRow } from '../../src/model/measured.js';
import type { AuditResult } from '../../src/model/result.js';
import { filingCsv } from '../../src/yearend/columns.js';
import { filingList } from '../../src/yearend/filing.js';
import { obstaclesText } from '../../src/yearend/sentences.js';
import { summaryText } from '../../src/yearend/summary.js';
import type { DuePeriods, FilingRow, Threshold } from '../../src/yearend/types.js';
import { exampleResult } from '../report/fixture.js';

/** Two streets of two communities: 甲 is clean; 乙 has errors; 丙 lacks a register and reports; of 丁 there is nothing. */
const AREAS: NonNullable<AuditResult['areas']> = [
  { area: '甲社区', level: 'community', parts: [] },
  { area: '乙社区', level: 'community', parts: [] },
  { area: '丙社区', level: 'community', parts: [] },
  { area: '丁社区', level: 'community', parts: [] },
  { area: '东街道', level: 'street', parts: ['甲社区', '乙社区'] },
  { area: '西街道', level: 'street', parts: ['丙社区', '丁社区'] },
  { area: '云溪区', level: 'district', parts: ['东街道', '西街道'] },
];

const DUE: DuePeriods = {
  whole: '2023-01/2023-12',
  months: ['2023-01', '2023-02', '2023-03'].map((label) => ({ key: `${label}/${label}`, label })),
  keyOf: (printed) => (printed === '2023' ? '2023-01/2023-12' : `${printed}/${printed}`),
};

function finding(community: string, rule: string, rest: Partial<Finding> = {}): Finding {
  return {
    id: `${rule}${community}`,
    rule,
    severity: 'error',
    community,
    message: '王某某',
    suggestion: '',
    params: {},
    records: [],
    evidence: {},
    causedBy: null,
    ...rest,
  };
}

const reported = (area: string, period: string): IndicatorRow => ({
  area,
  period,
  code: 'births',
  name: '出生人数',
  level: 'community',
  reported: 1,
  unit: '人',
  verdict: 'agrees',
});

const rate = (
  community: string,
  numerator: number,
  denominator: number,
  name = 'omission_rate',
): ErrorRate => ({
  event: 'birth',
  point: 'ledger',
  community,
  period: '2023',
  rate: name,
  numerator,
  denominator,
  value: denominator === 0 ? null : Math.round((10_000 * numerator) / denominator) / 100,
});

const ABSENT = finding('丙社区', 'coverage/register-absent', {
  severity: 'warning',
  params: { absent_months: '2023-05–2023-06' },
  missingFrom: [{ point: 'ledger', register: 'deaths', community: '丙社区' }],
});

function listOf(change: Partial<AuditResult> = {}, thresholds: Threshold[] = []): FilingRow[] {
  return filingList({ result: { ...RESULT, ...change }, thresholds, due: DUE });
}

const ALL_REPORTS = ['2023', '2023-01', '2023-02', '2023-03'];
const RESULT: AuditResult = {
  ...exampleResult('zh'),
  areas: AREAS,
  quality: ['甲社区', '乙社区', '丙社区'].map((community) => ({
    community,
    point: 'ledger',
    measure: 'handed_in_rate',
    numerator: 1,
    denominator: 1,
  })),
  indicators: [
    ...['甲社区', '乙社区'].flatMap((area) => ALL_REPORTS.map((period) => reported(area, period))),
    ...['2023-01', '2023-03'].map((period) => reported('丙社区', period)),
  ],
  errorRates: [
    rate('甲社区', 1, 19),
    rate('乙社区', 1, 50),
    rate('丙社区', 2, 50),
    rate('云溪区', 4, 119),
    rate('丁社区', 0, 0),
  ],
  findings: [
    finding('乙社区', 'birth/omitted'),
    finding('乙社区', 'birth/mismatched', { causedBy: 'another' }),
    finding('乙社区', 'death/omitted', { accepted: { reason: '已核实', on: '2024-01-05' } }),
    finding('乙社区', 'timing/late-registration', { severity: 'warning' }),
    finding('东街道', 'totals/rollup-differs'),
    finding('云溪区', 'totals/parts-differ'),
    finding('', 'identity/split-id'),
    ABSENT,
  ],
};

const row = (rows: readonly FilingRow[], area: string): FilingRow | undefined =>
  rows.find((one) => one.area === area);
const kinds = (rows: readonly FilingRow[], area: string): string[] =>
  row(rows, area)?.obstacles.map(({ kind, count }) => `${kind} ${count}`) ?? [];

describe('the filing list', () => {
  it('goes from the district down, each whole before its parts', () => {
    const rows = listOf();
    expect(rows.map(({ area, depth }) => `${depth}${area}`)).toEqual([
      '0云溪区',
      '1东街道',
      '2乙社区',
      '2甲社区',
      '1西街道',
      '2丁社区',
      '2丙社区',
    ]);
    expect(row(rows, '乙社区')).toMatchObject({ parent: '东街道', level: 'community' });
  });

  it('says of each area what stands in its way: errors that stand for themselves, and none that was accepted', () => {
    const rows = listOf();
    expect(row(rows, '甲社区')).toMatchObject({ ready: true, obstacles: [] });
    expect(kinds(rows, '乙社区')).toEqual(['errors 1']);
    expect(kinds(rows, '丙社区')).toEqual(['absent 1', 'reports 2']);
    expect(kinds(rows, '丁社区')).toEqual(['nothing 1', 'reports 4']);
    expect(kinds(rows, '东街道')).toEqual(['figures 1', 'parts 1']);
    expect(kinds(rows, '西街道')).toEqual(['parts 2']);
    expect(kinds(rows, '云溪区')).toEqual(['errors 1', 'figures 1', 'parts 2']);
  });

  it('adds up what parts have, in the numbers of wholes', () => {
    const whole = { errors: 2, figureErrors: 2, warnings: 1, absent: 2, reportsMissing: 6, exceeded: 0 };
    expect(row(listOf(), '云溪区')).toMatchObject({ ...whole, parts: { ready: 0, total: 2 } });
    expect(row(listOf(), '西街道')).toMatchObject({
      absent: 2,
      reportsMissing: 6,
      parts: { ready: 0, total: 2 },
    });
    expect(row(listOf(), '东街道')?.parts).toEqual({ ready: 1, total: 2 });
  });

  it('names registers, months and parts', () => {
    const rows = listOf();
    const text = (area: string) => obstaclesText(row(rows, area) as FilingRow, 'zh');
    expect(text('丙社区')).toBe(
      '登记缺交 1 项（台账·死亡登记 2023-05–2023-06）；报表缺交 2 份（2023 年报、月报 2023-02）',
    );
    expect(text('西街道')).toBe('下级 2 个还不能上报（丁社区、丙社区）');
  });

  it('tells a report that is lacking once, among reports', () => {
    const lacking = (...registers: string[]) =>
      finding('甲社区', 'coverage/register-absent', {
        severity: 'warning',
        missingFrom: registers.map((register) => ({ point: 'ledger', register, community: '甲社区' })),
      });
    expect(kinds(listOf({ findings: [lacking('figures')] }), '甲社区')).toEqual([]);
    const one = row(listOf({ findings: [lacking('births', 'figures')] }), '甲社区') as FilingRow;
    expect(obstaclesText(one, 'zh')).toBe('登记缺交 1 项（台账·出生登记）');
  });

  it('expects no report that nobody of the level handed in, and none without a period in time', () => {
    const months = RESULT.indicators.filter(({ period }) => period !== '2023');
    expect(kinds(listOf({ indicators: months }), '丙社区')).toEqual(['absent 1', 'reports 1']);
    expect(row(listOf({ indicators: [] }), '云溪区')?.reportsMissing).toBe(0);
    const undated = filingList({ result: RESULT, thresholds: [] });
    expect(row(undated, '云溪区')?.reportsMissing).toBe(0);
  });

  it.each<[string, Threshold, string[]]>([
    ['above a limit', { rate: 'omission_rate', atMost: 3 }, ['云溪区', '丙社区']],
    ['not at it, and not of fewer than twenty', { rate: 'omission_rate', atMost: 2 }, ['云溪区', '丙社区']],
    ['below one', { rate: 'omission_rate', atLeast: 2.5 }, ['乙社区']],
    ['of another kind of event', { rate: 'omission_rate', event: 'death', atMost: 0 }, []],
    ['of another point', { rate: 'omission_rate', point: 'system', atMost: 0 }, []],
    ['of another rate', { rate: 'misentry_rate', atMost: 0 }, []],
    [
      'of this kind and point',
      { rate: 'omission_rate', event: 'birth', point: 'ledger', atMost: 3.9 },
      ['丙社区'],
    ],
  ])('has thresholds: %s', (_, threshold, areas) => {
    const rows = listOf({}, [threshold]);
    const exceeded = rows.filter(({ obstacles }) => obstacles.some(({ kind }) => kind === 'thresholds'));
    expect(exceeded.map(({ area }) => area)).toEqual(areas);
  });

  it('says which percentage broke which limit', () => {
    const rows = listOf({}, [{ rate: 'omission_rate', atMost: 3.9 }]);
    const one = row(rows, '丙社区')?.obstacles.find(({ kind }) => kind === 'thresholds');
    expect(one?.details).toEqual(['出生·台账·漏报率 4%（2/50），高于 3.9%']);
  });

  it('puts files that could not be read where their path says', () => {
    const refused = ['台账/丙社区_2023年05月.xlsx', '西街道/扫描.xls', '其他.xls'].map((path) => ({
      path,
      reason: '',
    }));
    const rows = listOf({ run: { ...RESULT.run, complete: false, refused } });
    const own = (area: string) => row(rows, area)?.obstacles.find(({ kind }) => kind === 'unread')?.details;
    expect(own('丙社区')).toEqual(['台账/丙社区_2023年05月.xlsx']);
    expect(own('西街道')).toEqual(['西街道/扫描.xls']);
    expect(own('云溪区')).toEqual(['其他.xls']);
    expect(row(rows, '云溪区')?.unread).toBe(3);
  });

  it('has one row for everything where no single area is above all', () => {
    const rows = listOf({ areas: AREAS.slice(0, 3) });
    expect(rows.map(({ area, level }) => `${level} ${area}`)).toEqual([
      'all ',
      'community 丙社区',
      'community 乙社区',
      'community 甲社区',
    ]);
    expect(kinds(rows, '')).toEqual(['errors 1', 'figures 2', 'parts 2']);
    expect(obstaclesText(rows[0] as FilingRow, 'en')).toContain('parts not ready: 2');
  });

  it('is nothing where there are no areas at all', () => {
    expect(listOf({ areas: [], findings: [] })).toMatchObject([{ level: 'all', ready: true }]);
  });
});

describe('what is told of it', () => {
  it('is a table whose first heading names the program', () => {
    const lines = [...filingCsv(RESULT, listOf())].join('').split('\r\n');
    expect(lines[0]?.startsWith('\ufeffPlumbline 级别,单位,上级,能否上报')).toBe(true);
    expect(lines[1]).toContain('区县,云溪区,,不能上报,2,2,1,2,6,0,0,0 / 2,');
    expect(lines).toHaveLength(1 + 7 + 1);
  });

  it('is a mail that names areas and numbers, and no value of a record', () => {
    const text = summaryText(RESULT, listOf(), ['result.json', 'report.xlsx']);
    expect(text).toContain('结论：云溪区还不能上报。');
    expect(text).toContain('  社区 1 / 4');
    expect(text).toContain('  报表数字错误：2 个单位 2 处');
    expect(text).toContain('乙社区：记录错误 1 处未改正');
    expect(text).not.toContain('王');
    expect(text.split('\n').length).toBeLessThan(45);
  });

  it('is short for a district of hundreds', () => {
    const many = Array.from({ length: 300 }, (_, n) => `第${n}社区`);
    const areas: NonNullable<AuditResult['areas']> = [
      ...many.map((area) => ({ area, level: 'community' as const, parts: [] })),
      { area: '云溪区', level: 'district', parts: many },
    ];
    const findings = many.map((community) => finding(community, 'birth/omitted'));
    const rows = filingList({ result: { ...RESULT, areas, findings, quality: [] }, thresholds: [] });
    const text = summaryText({ ...RESULT, areas, findings }, rows, []);
    expect(text.split('\n').length).toBeLessThan(45);
    expect(text).toContain('有问题的单位（300 个）');
    expect(text).toContain('另有 285 个');
  });

  it('speaks English', () => {
    const english = { ...RESULT, run: { ...RESULT.run, lang: 'en' as const } };
    const text = summaryText(english, filingList({ result: english, thresholds: [], due: DUE }), [
      'result.json',
    ]);
    expect(text).toContain('Verdict: 云溪区 is not ready to report.');
    expect(text).toContain('registers absent: 1 (ledger·deaths 2023-05–2023-06)');
  });
});
