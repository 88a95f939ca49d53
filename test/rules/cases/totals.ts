import type { Case, Expected, Registers, RuleCases } from './case.js';
import type { District } from './district.js';

const FIGURES = 'system/figures';

/** Figures of the district's first community: lines of `indicator value` or `period indicator value`. */
function reported(lines: string, area: (district: District) => string = ({ home }) => home) {
  return (district: District): Registers => ({
    ...district.registers,
    [FIGURES]: lines.split(', ').map((line) => {
      const [value = '', indicator = '', period = '2019'] = line.split(' ').reverse();
      return { area: area(district), period, indicator, value };
    }),
  });
}

/** A name that figures of the whole district go under. */
const whole = ({ home }: District) => `${home}片区`;

function finds(rule: string, row: number, more: Partial<Expected> = {}): Expected[] {
  return [{ rule: `totals/${rule}`, cites: [`${FIGURES}:${row}`], ...more }];
}

function found(name: string, lines: string, rule: string, row: number, more: Partial<Expected> = {}): Case {
  return { name, plant: reported(lines), finds: finds(rule, row, more) };
}

function silent(name: string, lines: string): Case {
  return { name, plant: reported(lines), finds: [] };
}

const TARGETS = 'targets: [{ indicator: 计划生育率, at_least: 97 }, { indicator: births, at_most: 3500 }]';
const POPULATION = '期初总人口 1000, 期末总人口 1002';

export const totals: readonly RuleCases[] = [
  {
    rule: 'totals/parts-differ',
    cases: [
      found(
        'boys and girls are more than all births',
        '出生人数 14, 男性出生 7, 女性出生 8',
        'parts-differ',
        1,
      ),
      found(
        'one wrong number of births, and all that follows from it',
        `${POPULATION}, 出生人数 15, 男性出生 6, 女性出生 8, 一孩出生 9, 二孩出生 4, 多孩出生 1, 出生率 13.99`,
        'parts-differ',
        3,
        { over: ['totals/parts-differ', 'totals/rate-differs'] },
      ),
      found('percentages of a whole', '一孩率 50.00, 二孩率 40.00, 多孩率 12.00', 'parts-differ', 1),
      silent(
        'parts that sum, and percentages that rounding keeps from it',
        '出生人数 3, 男性出生 1, 女性出生 2, 一孩率 33.3, 二孩率 33.3, 多孩率 33.3',
      ),
    ],
  },
  {
    rule: 'totals/subset-exceeds',
    cases: [
      found('more married women than women', '育龄妇女人数 300, 已婚育龄妇女人数 310', 'subset-exceeds', 2),
      found(
        'more first and second births than births',
        '出生人数 14, 一孩出生 9, 二孩出生 6',
        'subset-exceeds',
        1,
      ),
      silent('parts of which one is not reported', '出生人数 14, 一孩出生 9, 二孩出生 4'),
    ],
  },
  {
    rule: 'totals/rate-differs',
    cases: [
      found('a birth rate of other births', `${POPULATION}, 出生人数 14, 出生率 15.20`, 'rate-differs', 4),
      found('natural increase', '出生率 14.00, 死亡率 6.00, 自然增长率 9.00', 'rate-differs', 3),
      silent('rounded half up', `${POPULATION}, 出生人数 14, 出生率 13.99`),
      silent('rounded inputs', '期初总人口 9.9万, 期末总人口 10.1万, 出生人数 956, 出生率 9.60'),
      silent('a start that nobody reports', '期末总人口 100000, 出生人数 1000, 出生率 10.06'),
      silent('a ratio', '男性出生 170, 女性出生 182, 出生人口性别比 93:100'),
      silent('a rate of nothing', '出生人数 0, 政策内出生 0, 计划生育率 100.00'),
    ],
  },
  {
    rule: 'totals/rate-truncated',
    cases: [
      found('cut off', '出生人数 773, 二孩出生 4, 二孩率 0.51', 'rate-truncated', 3, { severity: 'notice' }),
      silent('rounded', '出生人数 773, 二孩出生 4, 二孩率 0.52'),
    ],
  },
  {
    rule: 'totals/rate-impossible',
    cases: [
      found('no whole number of births', '出生人数 20, 计划生育率 97.00', 'rate-impossible', 2),
      found('more than all', '出生人数 20, 计划生育率 105', 'rate-impossible', 2),
      silent('nineteen of twenty', '出生人数 20, 计划生育率 95.00'),
    ],
  },
  {
    rule: 'totals/balance-differs',
    cases: [
      found(
        'moves that leave three people over',
        `期初总人口 1000, 期末总人口 1005, 出生人数 14, 死亡人数 6, 迁入人数 5, 迁出人数 11`,
        'balance-differs',
        2,
      ),
      found('moves that nobody reports', `${POPULATION}, 出生人数 14, 死亡人数 6`, 'balance-differs', 2, {
        severity: 'notice',
      }),
      silent('a balance', `${POPULATION}, 出生人数 14, 死亡人数 6, 迁入人数 5, 迁出人数 11`),
    ],
  },
  {
    rule: 'totals/carry-over-differs',
    cases: [
      found(
        'a year that starts elsewhere',
        '2018 期末总人口 990, 2019 期初总人口 1000',
        'carry-over-differs',
        2,
      ),
      silent('a year that starts where the last one ended', '2018 期末总人口 1000, 2019 期初总人口 1000'),
      silent('labels without an order', '上年 期末总人口 990, 本年 期初总人口 1000'),
    ],
  },
  {
    rule: 'totals/rollup-differs',
    cases: [
      found(
        'quarters that make no year',
        '2019Q1 出生人数 3, 2019Q2 出生人数 4, 2019Q3 出生人数 5, 2019Q4 出生人数 1, 2019 出生人数 14',
        'rollup-differs',
        5,
      ),
      {
        name: 'a total of the rows above it',
        plant: (district) => ({
          ...district.registers,
          [FIGURES]: [
            { area: district.home, period: '2019', indicator: '出生人数', value: '3' },
            { area: district.away, period: '2019', indicator: '出生人数', value: '4' },
            { area: '合计', period: '2019', indicator: '出生人数', value: '8' },
          ],
        }),
        finds: finds('rollup-differs', 3),
        alone: true,
      },
      {
        name: 'the one area above all communities',
        plant: (district) => ({
          ...district.registers,
          [FIGURES]: [
            { area: district.home, period: '2019', indicator: '死亡人数', value: '3' },
            { area: district.away, period: '2019', indicator: '死亡人数', value: '4' },
            { area: whole(district), period: '2019', indicator: '死亡人数', value: '9' },
          ],
        }),
        finds: finds('rollup-differs', 3),
        alone: true,
      },
      silent(
        'quarters that make a year',
        '2019Q1 出生人数 3, 2019Q2 出生人数 4, 2019Q3 出生人数 5, 2019Q4 出生人数 2, 2019 出生人数 14',
      ),
      silent('a year of weeks', '2019第1周 出生人数 3, 2019第53周 出生人数 4, 2019 出生人数 14'),
    ],
  },
  {
    rule: 'totals/recount-differs',
    cases: [
      found('a birth that no register shows', '2023 出生人数 2', 'recount-differs', 1),
      found(
        'a year that is wrong because its month is',
        '2023-05 出生人数 2, 2023 出生人数 2',
        'recount-differs',
        1,
        {
          over: ['totals/recount-differs'],
        },
      ),
      silent(
        'what the registers show',
        '2023 出生人数 1, 2023-05 男性出生 1, 2023-06 出生人数 0, 2023 放环例数 1',
      ),
      silent('a period that is not audited', '2022 出生人数 7'),
    ],
  },
  {
    rule: 'totals/reported-twice',
    cases: [
      found('two values for one cell', '出生人数 14, 出生人数 15', 'reported-twice', 1),
      silent('one value twice', '出生人数 14, 出生人数 14'),
      silent('one value in two precisions', '期末总人口 10.1万, 期末总人口 101002'),
    ],
  },
  {
    rule: 'totals/target-missed',
    cases: [
      {
        name: 'a policy rate below the target',
        plant: reported('出生人数 20, 计划生育率 95.00'),
        finds: finds('target-missed', 2, { severity: 'warning' }),
        alone: true,
        config: TARGETS,
      },
      {
        name: 'a policy rate that reaches the target',
        plant: reported('出生人数 200, 计划生育率 98.00'),
        finds: [],
        alone: true,
        config: TARGETS,
      },
    ],
  },
];
