import { COMMUNITY, optional, PLACE, required } from './columns.js';
import type { Register } from './types.js';

/** 死亡登记: one row a death. */
export const deaths: Register = {
  name: 'deaths',
  heading: '死亡登记',
  synonyms: ['死亡名单'],
  columns: [
    COMMUNITY,
    required('name', 'name 姓名'),
    required('sex', 'sex 性别'),
    required('id', 'id 身份证号'),
    optional('date', 'birth_date 出生日期 出生年月日 出生年月'),
    required('date', 'death_date 死亡日期'),
    optional('basis', 'basis 户籍性质 人口性质'),
    optional('date', 'registration_date 登记日期'),
    ...PLACE,
  ],
  mentions: [{ role: 'self', name: 'name', id: 'id', birthDate: 'birth_date', sex: { column: 'sex' } }],
  witnessNeeds: ['name', 'death_date'],
  identity: ['name', 'id', 'death_date'],
};
