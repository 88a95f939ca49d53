import { COMMUNITY, optional, PLACE, required } from './columns.js';
import type { Register } from './types.js';

/** 家庭户卡: one row a member of a household. */
export const households: Register = {
  name: 'households',
  heading: '家庭户卡',
  synonyms: ['常住人口花名册', '居民花名册', '人口信息表'],
  columns: [
    required('text', 'household_no 户卡编号 户编号 户编码 户号'),
    COMMUNITY,
    optional('text', 'unit_room 门牌号 房号'),
    optional('name', 'head_name 户主姓名'),
    required('name', 'name 姓名 成员姓名'),
    optional('text', 'relation 与户主关系'),
    required('sex', 'sex 性别'),
    required('id', 'id 身份证号'),
    required('date', 'birth_date 出生日期 出生年月日 出生年月'),
    optional('marital', 'marital_status 婚姻状况'),
    optional('residence', 'residence 居住状态'),
    optional('text', 'hukou_place 户口所在地 户籍地 户籍地址'),
    optional('date', 'card_date 填卡日期'),
    optional('date', 'death_date 死亡日期'),
    ...PLACE,
  ],
  mentions: [{ role: 'self', name: 'name', id: 'id', birthDate: 'birth_date', sex: { column: 'sex' } }],
  identity: ['household_no', 'name', 'id', 'birth_date'],
};
