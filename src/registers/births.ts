import { COMMUNITY, optional, PLACE, required } from './columns.js';
import type { Register } from './types.js';

/** 出生登记: one row a child. A twin's row may leave the parents blank; it takes them from the row above. */
export const births: Register = {
  name: 'births',
  heading: '出生登记',
  synonyms: ['出生名单'],
  columns: [
    COMMUNITY,
    optional('name', 'child_name 婴儿姓名 新生儿姓名 子女姓名 孩子姓名'),
    required('sex', 'child_sex 婴儿性别 性别'),
    optional('id', 'child_id 婴儿身份证号 子女身份证号'),
    required('date', 'birth_date 出生日期 出生年月日 出生时间'),
    required('integer', 'parity 孩次'),
    required('name', 'mother_name 母亲姓名 妇女姓名 女方姓名'),
    required('id', 'mother_id 母亲身份证号 妇女身份证号 女方身份证号'),
    optional('name', 'father_name 父亲姓名 丈夫姓名 男方姓名'),
    optional('id', 'father_id 父亲身份证号 丈夫身份证号 男方身份证号'),
    optional('basis', 'basis 户籍性质 人口性质'),
    optional('text', 'certificate_no 出生医学证明编号 出生证号'),
    optional('text', 'birthplace 出生地点 接生单位 出生医院'),
    optional('policy', 'policy 政策属性 政策内外 是否政策内'),
    optional('date', 'registration_date 登记日期 上报日期 填报日期'),
    optional('text', 'note 备注'),
    ...PLACE,
  ],
  mentions: [
    {
      role: 'child',
      name: 'child_name',
      id: 'child_id',
      birthDate: 'birth_date',
      sex: { column: 'child_sex' },
    },
    { role: 'mother', name: 'mother_name', id: 'mother_id', sex: { always: '女' } },
    { role: 'father', name: 'father_name', id: 'father_id', sex: { always: '男' } },
  ],
  witnessNeeds: ['birth_date', 'mother_name'],
  identity: ['mother_name', 'mother_id', 'birth_date', 'child_name', 'child_sex', 'certificate_no'],
  inheritsWhenAllBlank: ['mother_name', 'mother_id', 'father_name', 'father_id'],
};
