import { checkDigit } from '../../../src/normalise/id.js';
import type { Registers, Row } from './case.js';

/** An invented ID: counties 230190 to 230198 were never assigned. */
export function id(county: string, birth: string, sequence: string): string {
  const body = county + birth.replaceAll('-', '') + sequence;
  return body + checkDigit(body);
}

const AT: Row = { community: '朝阳社区' };

/** Two communities at three points, in which everything agrees; as of the end of 2023. */
const WANG: Row = {
  name: '王芳',
  sex: '女',
  birth_date: '1990-01-05',
  id: id('230190', '1990-01-05', '002'),
};
const LI: Row = { name: '李强', sex: '男', birth_date: '1988-02-06', id: id('230190', '1988-02-06', '001') };
const LI_MING: Row = {
  name: '李明',
  sex: '男',
  birth_date: '2023-05-13',
  id: id('230190', '2023-05-13', '001'),
};
const ZHAO: Row = {
  name: '赵敏',
  sex: '女',
  birth_date: '1985-03-07',
  id: id('230190', '1985-03-07', '004'),
};
const CHEN: Row = {
  name: '陈刚',
  sex: '男',
  birth_date: '1984-04-08',
  id: id('230190', '1984-04-08', '003'),
};
const CHEN_CHEN: Row = {
  name: '陈晨',
  sex: '女',
  birth_date: '2012-06-09',
  id: id('230190', '2012-06-09', '002'),
};
const SUN: Row = { name: '孙丽', sex: '女', birth_date: '1995-05-10', id: id('230190', '1995-05-10', '006') };
const ZHOU: Row = {
  name: '周伟',
  sex: '男',
  birth_date: '1994-06-11',
  id: id('230190', '1994-06-11', '005'),
};
const QIAN: Row = {
  name: '钱德顺',
  sex: '男',
  birth_date: '1940-07-12',
  id: id('230190', '1940-07-12', '007'),
};
const WU: Row = { name: '吴梅', sex: '女', birth_date: '1992-08-13', id: id('320190', '1992-08-13', '008') };
const HE: Row = { name: '何静', sex: '女', birth_date: '1991-09-14', id: id('230190', '1991-09-14', '024') };
const MA: Row = { name: '马超', sex: '男', birth_date: '1989-10-15', id: id('230190', '1989-10-15', '025') };

/** The people, for cases that need one more row of them. */
export const PEOPLE = { WANG, LI, LI_MING, ZHAO, CHEN, CHEN_CHEN, SUN, ZHOU, QIAN, WU, HE, MA };

function member(household_no: string, person: Row, relation: string, residence = '常住', place = AT): Row {
  return { household_no, ...place, ...person, relation, residence };
}

const ELSEWHERE: Row = { community: '红旗社区' };

const households: readonly Row[] = [
  member('001', LI, '户主'),
  member('001', WANG, '配偶'),
  member('001', LI_MING, '子'),
  member('002', CHEN, '户主'),
  member('002', ZHAO, '配偶'),
  member('002', CHEN_CHEN, '女'),
  member('003', ZHOU, '户主'),
  member('003', SUN, '配偶'),
  member('004', WU, '户主', '流入'),
  member('101', MA, '户主', '常住', ELSEWHERE),
  member('101', HE, '配偶', '常住', ELSEWHERE),
];

function woman(
  household_no: string,
  { name = '', id: number = '', birth_date = '' }: Row,
  husband: Row,
  more: Row,
): Row {
  const own = {
    ...AT,
    household_no,
    name,
    id: number,
    birth_date,
    marital_status: '初婚',
    residence: '常住',
  };
  return { ...own, husband_name: husband.name ?? '', husband_id: husband.id ?? '', ...more };
}

const women: readonly Row[] = [
  woman('001', WANG, LI, {
    marriage_date: '2021-10-01',
    children_count: '1',
    last_birth_date: '2023-05-13',
    method: '避孕套',
  }),
  woman('002', ZHAO, CHEN, {
    marriage_date: '2010-10-02',
    children_count: '1',
    last_birth_date: '2012-06-09',
    method: '上环',
    method_date: '2023-03-14',
  }),
  woman('003', SUN, ZHOU, { marriage_date: '2023-09-16', children_count: '0', method: '无' }),
  woman('101', HE, MA, { ...ELSEWHERE, marriage_date: '2016-11-03', children_count: '0', method: '口服药' }),
];

const births: readonly Row[] = [
  {
    ...AT,
    child_name: '李明',
    child_sex: '男',
    child_id: LI_MING.id ?? '',
    birth_date: '2023-05-13',
    parity: '1',
    mother_name: '王芳',
    mother_id: WANG.id ?? '',
    father_name: '李强',
    father_id: LI.id ?? '',
    certificate_no: 'W230001001',
    registration_date: '2023-05-20',
  },
];

const marriages: readonly Row[] = [
  {
    ...AT,
    husband_name: '周伟',
    husband_id: ZHOU.id ?? '',
    husband_order: '初婚',
    wife_name: '孙丽',
    wife_id: SUN.id ?? '',
    wife_order: '初婚',
    marriage_date: '2023-09-16',
  },
];

const contraception: readonly Row[] = [
  {
    ...AT,
    woman_name: '赵敏',
    woman_id: ZHAO.id ?? '',
    spouse_name: '陈刚',
    spouse_id: CHEN.id ?? '',
    method: '上环',
    service_date: '2023-03-14',
    children_count: '1',
  },
];

const migrants: readonly Row[] = [
  { ...AT, direction: '流入', ...WU, marital_status: '未婚', home_place: '外省', start_date: '2023-02-15' },
];

const deaths: readonly Row[] = [{ ...AT, ...QIAN, death_date: '2023-07-17' }];

const registers = { births, marriages, contraception, migrants, women, deaths };

/** Card, ledger and system say the same of two communities. */
export const DISTRICT: Registers = {
  'card/households': households,
  'card/women': women,
  ...Object.fromEntries(Object.entries(registers).map(([name, rows]) => [`ledger/${name}`, rows])),
  ...Object.fromEntries(Object.entries(registers).map(([name, rows]) => [`system/${name}`, rows])),
};
