import { count, type Indicator, rate, share } from './indicator.js';

const FIRST = "wife_order = '初婚'";

/** Marriages, first marriages of women by age, and their rates. */
export const marriageIndicators: readonly Indicator[] = [
  count('marriages 结婚对数 (结婚登记对数)', 'Marriages', 'flow', ['marriages'], '对'),
  count('divorces 离婚对数 (离婚登记对数)', 'Divorces', 'flow', [], '对'),
  count('first_marriages_female 女性初婚人数', 'First marriages of women', 'flow', ['marriages', FIRST]),
  count('late_marriages_female 女性晚婚人数', 'First marriages of women at 23 or over', 'flow', [
    'marriages',
    `${FIRST} AND age >= 23`,
  ]),
  count('early_marriages_female 女性早婚人数', 'First marriages of women under 20', 'flow', [
    'marriages',
    `${FIRST} AND age < 20`,
  ]),
  rate('marriage_rate 结婚率', 'Marriage rate', 'marriages / mean_population', '‰'),
  rate('divorce_rate 离婚率', 'Divorce rate', 'divorces / mean_population', '‰'),
  share(
    'late_marriage_rate 晚婚率 (女性晚婚率)',
    'Late-marriage rate',
    'late_marriages_female / first_marriages_female',
  ),
  share(
    'early_marriage_rate 早婚率 (女性早婚率)',
    'Early-marriage rate',
    'early_marriages_female / first_marriages_female',
  ),
];
