import { COMMUNITY, future, optional, PLACE, required } from './columns.js';
import type { Register } from './types.js';

/** 育龄妇女登记: one row a woman; shows her last birth, her present marriage and her present method. */
export const women: Register = {
  name: 'women',
  heading: '育龄妇女登记',
  synonyms: ['育龄妇女花名册', '育妇卡'],
  columns: [
    COMMUNITY,
    optional('text', 'household_no 户编号 户卡编号 户编码'),
    required('name', 'name 姓名 妇女姓名'),
    required('id', 'id 身份证号 妇女身份证号'),
    optional('date', 'birth_date 出生日期 出生年月日 出生年月'),
    required('marital', 'marital_status 婚姻状况'),
    optional('date', 'marriage_date 结婚日期 现婚日期'),
    optional('date', 'first_marriage_date 初婚日期'),
    optional('name', 'husband_name 丈夫姓名 配偶姓名'),
    optional('id', 'husband_id 丈夫身份证号 配偶身份证号'),
    optional('integer', 'children_count 现有子女数 子女数'),
    optional('integer', 'sons 男孩数'),
    optional('integer', 'daughters 女孩数'),
    optional('date', 'last_birth_date 末次生育日期 末孩出生日期'),
    optional('method', 'method 避孕措施 节育措施 避孕方法'),
    optional('date', 'method_date 落实日期 措施日期'),
    future('due_date 预产期'),
    optional('residence', 'residence 居住状态'),
    optional('management', 'management_class 管理类别'),
    optional('text', 'employer 工作单位'),
    optional('text', 'management_certificate 管理证明编号'),
    optional('date', 'employer_notice_date 最近通报日期'),
    optional('date', 'left_employer_date 离职日期'),
    optional('date', 'handover_date 移交日期'),
    ...PLACE,
  ],
  mentions: [
    { role: 'self', name: 'name', id: 'id', birthDate: 'birth_date', sex: { always: '女' } },
    { role: 'husband', name: 'husband_name', id: 'husband_id', sex: { always: '男' } },
  ],
  identity: ['name', 'id', 'birth_date'],
};
