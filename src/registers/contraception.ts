import { COMMUNITY, optional, PLACE, required } from './columns.js';
import type { Register } from './types.js';

/**
 * 节育登记: one row an operation or a method fitted. The subject is a woman, but for a male sterilisation recorded
 * under the man; rules on sex look at the method.
 */
export const contraception: Register = {
  name: 'contraception',
  heading: '节育登记',
  synonyms: ['节育手术登记'],
  columns: [
    COMMUNITY,
    required('name', 'woman_name 妇女姓名 姓名'),
    required('id', 'woman_id 妇女身份证号 身份证号 公民身份号码'),
    optional('name', 'spouse_name 丈夫姓名 配偶姓名'),
    optional('id', 'spouse_id 丈夫身份证号 配偶身份证号'),
    required('method', 'method 节育措施 避孕方法 手术名称 措施名称'),
    required('date', 'service_date 手术日期 落实日期 服务日期'),
    optional('text', 'institution 手术单位 施术单位 服务机构'),
    optional('integer', 'children_count 现有子女数 子女数'),
    optional('date', 'registration_date 登记日期 上报日期'),
    ...PLACE,
  ],
  mentions: [
    { role: 'woman', name: 'woman_name', id: 'woman_id', sex: { always: '女' } },
    { role: 'spouse', name: 'spouse_name', id: 'spouse_id', sex: { always: '男' } },
  ],
  identity: ['woman_name', 'woman_id', 'method', 'service_date'],
};
