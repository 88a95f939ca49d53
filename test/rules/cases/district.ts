import { checkDigit } from '../../../src/keys/id.js';
import type { Registers, Row } from './case.js';

/** A person as rows of people name them. */
export type Person = Readonly<Record<'name' | 'sex' | 'birth_date' | 'id', string>>;

/** What a women register says of somebody beside name, ID and status: nothing. */
export const NAME_ALONE: Row = { household_no: '', birth_date: '', husband_name: '', husband_id: '' };

/** Two communities, card, ledger and system, in which everything agrees at the end of 2023. */
export interface District {
  registers: Registers;
  people: ReturnType<typeof inhabitants>;
  /** The names of the two communities: nearly everybody lives in the first, He Jing in the second. */
  home: string;
  away: string;
  /** A name as this district spells names. */
  called(name: string): string;
  /** A county far from this district's own; no other district has it. */
  elsewhere: string;
  /** An ID of this district, or of another county. */
  id(birth: string, sequence: string, county?: string): string;
}

/** Stems, all of different sound: two of them after every name keep the people of districts apart. */
const STEMS = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰未申酉亥戌';
/** Their counties …190 to …198 were never assigned, so that no ID is a real person's. */
const PROVINCES = '11 12 13 14 15 21 22 31 32 33 34 35 36 37 41 42 43 45 46 50 51 52 54 61 62 63 64 65'.split(
  ' ',
);
const COUNTIES = 9;
/** So many districts have counties of their own. */
export const MOST_DISTRICTS = PROVINCES.length * COUNTIES;

/** District n of those that can be audited together: nobody lives in two of them. */
export function district(n: number): District {
  const suffix = `${STEMS[Math.floor(n / STEMS.length)]}${STEMS[n % STEMS.length]}`;
  const own = `${PROVINCES[Math.floor(n / COUNTIES)]}019${n % COUNTIES}`;
  const elsewhere = `${own.slice(0, 2)}72${own.slice(4)}`;
  const called = (name: string) => name + suffix;
  const id = (birth: string, sequence: string, county = own) => {
    const body = county + birth.replaceAll('-', '') + sequence;
    return body + checkDigit(body);
  };
  const people = inhabitants(called, id);
  const [home, away] = [`朝阳${suffix}社区`, `红旗${suffix}社区`];
  return {
    people,
    home,
    away,
    elsewhere,
    called,
    id,
    registers: registersOf(people, home, away, String(100 + n)),
  };
}

function inhabitants(called: District['called'], id: District['id']) {
  const person = (name: string, sex: '男' | '女', birth_date: string, sequence: string): Person => ({
    name: called(name),
    sex,
    birth_date,
    id: id(birth_date, sequence),
  });
  return {
    wang: person('王芳', '女', '1990-01-05', '002'),
    li: person('李强', '男', '1988-02-06', '001'),
    liMing: person('李明', '男', '2023-05-13', '001'),
    zhao: person('赵敏', '女', '1985-03-07', '004'),
    chen: person('陈刚', '男', '1984-04-08', '003'),
    chenChen: person('陈晨', '女', '2012-06-09', '002'),
    sun: person('孙丽', '女', '1995-05-10', '006'),
    zhou: person('周伟', '男', '1994-06-11', '005'),
    qian: person('钱德顺', '男', '1940-07-12', '007'),
    wu: person('吴梅', '女', '1992-08-13', '008'),
    he: person('何静', '女', '1991-09-14', '024'),
    ma: person('马超', '男', '1989-10-15', '025'),
  };
}

function registersOf(people: District['people'], home: string, away: string, number: string): Registers {
  const events = eventRegisters(people, home, number);
  const women = womenRegister(people, home, away);
  const at = (point: string) =>
    Object.entries({ ...events, women }).map(([register, rows]) => [`${point}/${register}`, rows]);
  return {
    'card/households': householdCards(people, home, away),
    'card/women': women,
    ...Object.fromEntries(at('ledger')),
    ...Object.fromEntries(at('system')),
  };
}

/** A row of a household card. */
export function member(community: string, household_no: string, person: Person, more: Row = {}): Row {
  return {
    community,
    household_no,
    relation: '其他',
    marital_status: '未婚',
    residence: '常住',
    ...person,
    ...more,
  };
}

function householdCards(people: District['people'], home: string, away: string): Row[] {
  const { wang, li, liMing, zhao, chen, chenChen, sun, zhou, wu, he, ma } = people;
  return [
    member(home, '001', li, { relation: '户主', marital_status: '初婚' }),
    member(home, '001', wang, { relation: '配偶', marital_status: '初婚' }),
    member(home, '001', liMing, { relation: '子' }),
    member(home, '002', chen, { relation: '户主', marital_status: '初婚' }),
    member(home, '002', zhao, { relation: '配偶', marital_status: '初婚' }),
    member(home, '002', chenChen, { relation: '女' }),
    member(home, '003', zhou, { relation: '户主', marital_status: '初婚' }),
    member(home, '003', sun, { relation: '配偶', marital_status: '初婚' }),
    member(home, '004', wu, { relation: '户主', residence: '流入' }),
    member(away, '101', ma, { relation: '户主', marital_status: '初婚' }),
    member(away, '101', he, { relation: '配偶', marital_status: '初婚' }),
  ];
}

function womenRegister(
  { wang, li, zhao, chen, sun, zhou, he, ma }: District['people'],
  home: string,
  away: string,
) {
  const wife = (community: string, household_no: string, woman: Person, husband: Person, more: Row): Row => ({
    community,
    household_no,
    name: woman.name,
    id: woman.id,
    birth_date: woman.birth_date,
    marital_status: '初婚',
    husband_name: husband.name,
    husband_id: husband.id,
    residence: '常住',
    ...more,
  });
  const mother = { children_count: '1', last_birth_date: '2023-05-13', method: '避孕套' };
  const fitted = { last_birth_date: '2012-06-09', method: '上环', method_date: '2023-03-14' };
  return [
    wife(home, '001', wang, li, { marriage_date: '2021-10-01', ...mother }),
    wife(home, '002', zhao, chen, { marriage_date: '2010-10-02', children_count: '1', ...fitted }),
    wife(home, '003', sun, zhou, { marriage_date: '2023-09-16', children_count: '0', method: '无' }),
    wife(away, '101', he, ma, { marriage_date: '2016-11-03', children_count: '0', method: '口服药' }),
  ];
}

function eventRegisters(
  { wang, li, liMing, zhao, chen, sun, zhou, wu, qian }: District['people'],
  community: string,
  number: string,
): Record<string, Row[]> {
  const birth: Row = {
    community,
    child_name: liMing.name,
    child_sex: '男',
    child_id: liMing.id,
    birth_date: liMing.birth_date,
    parity: '1',
    mother_name: wang.name,
    mother_id: wang.id,
    father_name: li.name,
    father_id: li.id,
    certificate_no: `W230${number}`,
    registration_date: '2023-05-20',
  };
  const marriage: Row = {
    community,
    husband_name: zhou.name,
    husband_id: zhou.id,
    husband_order: '初婚',
    wife_name: sun.name,
    wife_id: sun.id,
    wife_order: '初婚',
    marriage_date: '2023-09-16',
  };
  const operation: Row = {
    community,
    woman_name: zhao.name,
    woman_id: zhao.id,
    spouse_name: chen.name,
    spouse_id: chen.id,
    method: '上环',
    service_date: '2023-03-14',
  };
  const stay: Row = {
    community,
    direction: '流入',
    ...wu,
    home_place: '外省',
    start_date: '2023-02-15',
    certificate_no: `L${number}`,
    certificate_issued: '2023-02-01',
    certificate_expires: '2026-02-01',
    verified_date: '2023-02-20',
  };
  return {
    births: [birth],
    marriages: [marriage],
    contraception: [operation],
    migrants: [stay],
    deaths: [{ community, ...qian, death_date: '2023-07-17' }],
  };
}
