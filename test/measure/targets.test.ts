import { expect, it } from 'vitest';
import type { TargetConfig } from '../../src/config/types.js';
import { missedTargets } from '../../src/measure/targets.js';
import type { IndicatorRow } from '../../src/model/measured.js';
import { frame } from './report.js';

interface Found {
  target: string | undefined;
  equations: unknown[];
}

/** What was missed of the births of 2023 in 区, and what else of the same report. */
function missed(
  targets: readonly Omit<TargetConfig, 'indicator'>[],
  period = '2023',
  indicator = '出生人数',
) {
  const reported = frame([`区 ${period}, 出生人数 20`]);
  const row = {
    area: '区',
    period,
    code: 'births',
    name: '出生人数',
    reported: 20,
    printed: '20',
  } as IndicatorRow;
  const verdicts = missedTargets(
    [row],
    targets.map((target) => ({ indicator, ...target })),
    reported,
  );
  return { target: row.target?.verdict, equations: verdicts.map(({ evidence }) => evidence.equation) };
}

const FEW = { atMost: 15 };
const NONE = { target: undefined, equations: [] };
const MISSED = { target: 'missed', equations: ['≤ 15'] };

it.each<[string, Parameters<typeof missed>, Found]>([
  ['is for every area and year where nothing else is said', [[FEW]], MISSED],
  ['goes by the name or the code of its indicator', [[FEW], '2023', 'births'], MISSED],
  ['is of no other indicator', [[FEW], '2023', '死亡人数'], NONE],
  ['is for an area', [[{ ...FEW, area: '区' }]], MISSED],
  ['is for no other area', [[{ ...FEW, area: '县' }]], NONE],
  ['is for a year', [[{ ...FEW, year: '2023' }]], MISSED],
  ['is for a year, however it is written', [[{ ...FEW, year: '2023年' }]], MISSED],
  ['is for no other year', [[{ ...FEW, year: '2022' }]], NONE],
  ['is for no quarter', [[FEW], '2023年第一季度'], NONE],
  ['is for no month', [[FEW], '2023-05'], NONE],
  ['gives way to a later one', [[FEW, { atMost: 30 }]], { target: 'met', equations: [] }],
  [
    'says at least and at most',
    [[{ atMost: 15, atLeast: 10 }]],
    { target: 'missed', equations: ['≤ 15, ≥ 10'] },
  ],
])('a target %s', (_, asked, found) => {
  expect(missed(...asked)).toEqual(found);
});
