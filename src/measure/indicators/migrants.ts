import { count, type Indicator, share } from './indicator.js';

/** Migrants, what is known of them, and their certificates. */
export const migrantIndicators: readonly Indicator[] = [
  count('migrants_in 流入人口 (流入人数)', 'In-migrants', 'end', ['stays', "direction = '流入'"]),
  count('migrants_out 流出人口 (流出人数)', 'Out-migrants', 'end', ['stays', "direction = '流出'"]),
  count('migrants_found 查实流动人口', 'Migrants found', 'end'),
  count('migrants_registered 登记流动人口', 'Migrants registered', 'end'),
  count('migrant_women_due 流动已婚育龄妇女人数', 'Married migrant women of 15 to 49', 'end'),
  count('migrant_women_known 掌握信息人数', 'Migrant women whose data are known', 'end'),
  count('certificates_due 应持证人数', 'Certificates due', 'end', ['certificates']),
  count('certificates_held 持证人数', 'Certificates held', 'end', ['certificates', 'held']),
  count('certificates_held_in 流入持证人数', 'Certificates held by in-migrants', 'end', [
    'certificates',
    "held AND direction = '流入'",
  ]),
  count('certificates_verified 验证人数 (查验人数)', 'Certificates verified', 'end', [
    'certificates',
    "held AND verified AND direction = '流入'",
  ]),
  share('certificate_rate 持证率 (办证率)', 'Certificate rate', 'certificates_held / certificates_due'),
  share(
    'verification_rate 查验率 (验证率)',
    'Verification rate',
    'certificates_verified / certificates_held',
    { partOnly: 'certificates_held_in' },
  ),
  share(
    'migrant_registration_rate 流动人口登记率',
    'Migrant registration rate',
    'migrants_registered / migrants_found',
  ),
  share(
    'migrant_women_coverage 流动已婚育龄妇女信息掌握率',
    'Coverage of migrant women',
    'migrant_women_known / migrant_women_due',
  ),
];
