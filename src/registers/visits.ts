import { COMMUNITY, future, optional, PLACE, required } from './columns.js';
import type { Register } from './types.js';

/** 访视登记: one row a visit or check that is due or done. */
export const visits: Register = {
  name: 'visits',
  heading: '访视登记',
  synonyms: ['随访登记', '三查登记'],
  columns: [
    COMMUNITY,
    required('name', 'woman_name 姓名 妇女姓名'),
    required('id', 'woman_id 身份证号 妇女身份证号'),
    required('service', 'service 服务项目'),
    future('due_date 应访日期 应查日期'),
    optional('date', 'visit_date 访视日期 服务日期 检查日期'),
    optional('text', 'result 结果'),
    optional('integer', 'signatures 签字数'),
    ...PLACE,
  ],
  mentions: [{ role: 'woman', name: 'woman_name', id: 'woman_id', sex: { always: '女' } }],
  identity: ['woman_name', 'woman_id', 'service', 'due_date', 'visit_date'],
};
