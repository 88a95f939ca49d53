import { COMMUNITY, end, future, optional, PLACE, required } from './columns.js';
import type { Register } from './types.js';

/** 流动人口登记: one row a stay away from home. The direction may stand in the sheet or file name instead. */
export const migrants: Register = {
  name: 'migrants',
  heading: '流动人口登记',
  synonyms: ['流入人口登记', '流出人口登记'],
  columns: [
    COMMUNITY,
    required('direction', 'direction 流向'),
    required('name', 'name 姓名'),
    required('sex', 'sex 性别'),
    required('id', 'id 身份证号'),
    optional('date', 'birth_date 出生日期 出生年月日 出生年月'),
    optional('marital', 'marital_status 婚姻状况'),
    optional('text', 'home_place 户籍地 户籍所在地 流出地'),
    optional('text', 'current_place 现居住地 流入地 去向'),
    required('date', 'start_date 流动日期 流入日期 流出日期 流入时间 流出时间'),
    end(optional('date', 'end_date 离开日期 返回日期 终止日期 注销日期')),
    optional('text', 'certificate_no 婚育证明编号 婚育证明号'),
    optional('date', 'certificate_issued 发证日期'),
    end(future('certificate_expires 有效期至')),
    optional('date', 'verified_date 查验日期 验证日期'),
    optional('name', 'spouse_name 配偶姓名'),
    optional('integer', 'children_count 子女数'),
    optional('method', 'method 避孕措施'),
    ...PLACE,
  ],
  mentions: [
    { role: 'self', name: 'name', id: 'id', birthDate: 'birth_date', sex: { column: 'sex' } },
    { role: 'spouse', name: 'spouse_name' },
  ],
  identity: ['direction', 'name', 'id', 'start_date'],
  fromName: 'direction',
};
