import { SUPPLIES } from '../../registers/codes.js';
import { anyOf } from '../../store/vocabulary.js';
import { count, type Indicator, share } from './indicator.js';

const users = (method: string) => ['enrolled', `uses AND ${method}`] as const;
const done = (method: string) => ['operations', `method = '${method}'`] as const;

/** Women of child-bearing age, the methods they use, and operations. */
export const contraceptionIndicators: readonly Indicator[] = [
  count('women_15_49 育龄妇女人数 (育龄妇女)', 'Women of 15 to 49', 'end', ['residents', 'fertile']),
  count('married_women_15_49 已婚育龄妇女人数 (已婚育龄妇女)', 'Married women of 15 to 49', 'end', [
    'residents',
    'fertile AND married',
  ]),
  count('contraceptive_users 采取节育措施人数 (落实节育措施人数)', 'Users of contraception', 'end', [
    'enrolled',
    'uses',
  ]),
  count('users_iud 上环人数', 'Users: IUD', 'end', users("method = 'iud'")),
  count(
    'users_female_sterilisation 女扎人数',
    'Users: female sterilisation',
    'end',
    users("method = 'female_sterilisation'"),
  ),
  count(
    'users_male_sterilisation 男扎人数',
    'Users: male sterilisation',
    'end',
    users("method = 'male_sterilisation'"),
  ),
  count('users_implant 皮埋人数', 'Users: implant', 'end', users("method = 'implant'")),
  count('users_supplies 药具人数', 'Users: supplies', 'end', users(`method IN ${anyOf(SUPPLIES)}`)),
  count('iud_insertions 放环例数 (上环例数)', 'IUD insertions', 'flow', done('iud'), '例'),
  count(
    'female_sterilisations 女性绝育例数 (女扎例数)',
    'Female sterilisations',
    'flow',
    done('female_sterilisation'),
    '例',
  ),
  share(
    'contraceptive_prevalence 综合节育率 (综合避孕率)',
    'Contraceptive prevalence',
    'contraceptive_users / married_women_15_49',
  ),
  share(
    'long_acting_rate 长效节育率',
    'Long-acting rate',
    'users_iud + users_female_sterilisation + users_male_sterilisation + users_implant / contraceptive_users',
  ),
];
