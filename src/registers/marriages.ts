import { COMMUNITY, optional, PLACE, required } from './columns.js';
import type { Register } from './types.js';

/**
 * 婚姻登记: one row a couple. 登记日期 is a synonym of two columns: alone it is the marriage date; where a 结婚日期
 * stands beside it, which wins as the canonical heading, it is the registration date.
 */
export const marriages: Register = {
  name: 'marriages',
  heading: '婚姻登记',
  synonyms: ['结婚登记', '婚姻名单'],
  columns: [
    COMMUNITY,
    required('name', 'husband_name 男方姓名 丈夫姓名'),
    required('id', 'husband_id 男方身份证号 丈夫身份证号'),
    optional('order', 'husband_order 男方婚次'),
    required('name', 'wife_name 女方姓名 妻子姓名'),
    required('id', 'wife_id 女方身份证号 妻子身份证号'),
    optional('order', 'wife_order 女方婚次'),
    required('date', 'marriage_date 结婚日期 结婚登记日期 婚姻登记日期 领证日期 登记日期'),
    optional('text', 'certificate_no 结婚证号 结婚证字号'),
    optional('basis', 'basis 户籍性质 人口性质'),
    optional('date', 'registration_date 上报日期 填报日期 登记日期'),
    ...PLACE,
  ],
  mentions: [
    { role: 'husband', name: 'husband_name', id: 'husband_id', sex: { always: '男' } },
    { role: 'wife', name: 'wife_name', id: 'wife_id', sex: { always: '女' } },
  ],
  witnessNeeds: ['husband_name', 'wife_name', 'marriage_date'],
  identity: ['husband_name', 'husband_id', 'wife_name', 'wife_id', 'marriage_date'],
};
