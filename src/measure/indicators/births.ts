import { count, type Indicator, rate, share } from './indicator.js';

/** Births, their parts, and their rates. */
export const birthIndicators: readonly Indicator[] = [
  count('births 出生人数 (出生人口, 人口出生数, 出生人口数)', 'Births', 'flow', ['births']),
  count('births_male 男性出生 (男性出生人数, 男婴数)', 'Male births', 'flow', ['births', "sex = '男'"]),
  count('births_female 女性出生 (女性出生人数, 女婴数)', 'Female births', 'flow', ['births', "sex = '女'"]),
  count('births_1 一孩出生 (一孩出生人数, 一孩)', 'First births', 'flow', ['births', 'parity = 1']),
  count('births_2 二孩出生 (二孩出生人数, 二孩)', 'Second births', 'flow', ['births', 'parity = 2']),
  count('births_3plus 多孩出生 (多孩出生人数, 多孩)', 'Third and later births', 'flow', [
    'births',
    'parity >= 3',
  ]),
  count('births_in_policy 政策内出生 (政策内出生人数, 计划内出生)', 'Births within the policy', 'flow', [
    'births',
    "policy = '政策内'",
  ]),
  count(
    'births_out_of_policy 政策外出生 (计划外出生, 违法生育, 政策外出生人数)',
    'Births outside the policy',
    'flow',
    ['births', "policy = '政策外'"],
  ),
  count(
    'births_late_reported 往年出生未报 (往年出生今年上报)',
    'Births of earlier periods reported now',
    'flow',
  ),
  rate('birth_rate 出生率 (人口出生率)', 'Birth rate', 'births / mean_population', '‰'),
  share(
    'policy_rate 计划生育率 (政策符合率, 政策生育率, 符合政策生育率)',
    'Policy rate',
    'births_in_policy / births',
  ),
  share('parity_1_rate 一孩率', 'First-birth rate', 'births_1 / births'),
  share('parity_2_rate 二孩率', 'Second-birth rate', 'births_2 / births'),
  share('parity_3plus_rate 多孩率', 'Third-and-later-birth rate', 'births_3plus / births'),
  rate(
    'sex_ratio_at_birth 出生人口性别比 (出生性别比, 出生婴儿性别比)',
    'Sex ratio at birth',
    'births_male / births_female',
    '%',
    { unit: ':', leastDenominator: 50 },
  ),
  rate(
    'general_fertility_rate 育龄妇女生育率 (一般生育率)',
    'General fertility rate',
    'births / women_15_49',
    '‰',
  ),
];
