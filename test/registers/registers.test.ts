import { describe, expect, it } from 'vitest';
import { CLAIMED_METHODS, CODES, isCodeName, wordOf } from '../../src/registers/codes.js';
import { REGISTERS } from '../../src/registers/index.js';
import { CODE_NAMES, REGISTER_NAMES, type Register, type RegisterName } from '../../src/registers/types.js';

/** The columns of each register; `*` marks required ones. Places (street, district, building) come on top. */
const COLUMNS: Record<RegisterName, string> = {
  births:
    'community* child_name child_sex* child_id birth_date* parity* mother_name* mother_id* father_name father_id basis certificate_no birthplace policy registration_date note',
  marriages:
    'community* husband_name* husband_id* husband_order wife_name* wife_id* wife_order marriage_date* certificate_no basis registration_date',
  contraception:
    'community* woman_name* woman_id* spouse_name spouse_id method* service_date* institution children_count registration_date',
  migrants:
    'community* direction* name* sex* id* birth_date marital_status home_place current_place start_date* end_date certificate_no certificate_issued certificate_expires verified_date spouse_name children_count method',
  women:
    'community* household_no name* id* birth_date marital_status* marriage_date first_marriage_date husband_name husband_id children_count sons daughters last_birth_date method method_date due_date residence management_class employer management_certificate employer_notice_date left_employer_date handover_date',
  households:
    'household_no* community* unit_room head_name name* relation sex* id* birth_date* marital_status residence hukou_place card_date death_date',
  deaths: 'community* name* sex* id* birth_date death_date* basis registration_date',
  moves: 'community* direction* name* sex id* move_date* from_place to_place',
  visits: 'community* woman_name* woman_id* service* due_date visit_date result signatures',
  buildings: 'community* building* households* persons married_women',
  figures: 'area* period* indicator* value* unit',
};

/** Headings that two columns of a register may share on purpose. */
const SHARED: Partial<Record<RegisterName, string[]>> = { marriages: ['登记日期'], figures: ['单位'] };

const PLACES = ['street', 'district', 'building'];

describe.each(REGISTER_NAMES)('register %s', (name) => {
  const register = REGISTERS[name];
  const known = new Set(register.columns.map((column) => column.name));

  it('has exactly its columns', () => {
    const own = register.columns.filter((column) => column.required || !PLACES.includes(column.name));
    expect(own.map((column) => column.name + (column.required ? '*' : '')).join(' ')).toBe(COLUMNS[name]);
    expect(PLACES.filter((place) => !known.has(place))).toEqual([]);
    expect(known.size).toBe(register.columns.length);
  });

  it('binds no heading twice', () => {
    const headings = register.columns.flatMap((column) => [column.heading, ...column.synonyms]);
    const twice = headings.filter((heading, at) => headings.indexOf(heading) !== at);
    expect(twice).toEqual(SHARED[name] ?? []);
  });

  it('names only its own columns', () => {
    expect(referredColumns(register).filter((column) => !known.has(column))).toEqual([]);
  });

  it('has one mention per role', () => {
    const roles = register.mentions.map((mention) => mention.role);
    expect(new Set(roles).size).toBe(roles.length);
  });
});

function referredColumns(register: Register): string[] {
  const ofMentions = register.mentions.flatMap(({ name, id, birthDate, sex }) => [
    name,
    id,
    birthDate,
    sex && 'column' in sex ? sex.column : undefined,
  ]);
  const all = [
    ...ofMentions,
    ...register.identity,
    ...(register.witnessNeeds ?? []),
    ...(register.inheritsWhenAllBlank ?? []),
    register.fromName,
  ];
  return all.filter((column) => column !== undefined);
}

it('keeps the registers in order, under distinct names', () => {
  expect(Object.keys(REGISTERS)).toEqual([...REGISTER_NAMES]);
  const names = REGISTER_NAMES.flatMap((name) => [REGISTERS[name].heading, ...REGISTERS[name].synonyms]);
  expect(new Set(names).size).toBe(names.length);
});

it('accepts the usual spellings of an ID heading', () => {
  const mother = REGISTERS.births.columns.find((column) => column.name === 'mother_id');
  expect(mother?.synonyms).toContain('母亲身份证号码');
  expect(mother?.synonyms).toContain('妇女身份证');
});

describe.each(CODE_NAMES)('code list %s', (list) => {
  it('gives every word one meaning', () => {
    const words = CODES[list].flatMap((code) => code.words.map((word) => word.toLowerCase()));
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });

  it('accepts its canonical codes', () => {
    for (const code of CODES[list]) expect(code.words).toContain(code.canonical);
  });

  it('is the type of a column', () => {
    const types = REGISTER_NAMES.flatMap((name) => REGISTERS[name].columns.map((column) => column.type));
    expect(types).toContain(list);
    expect(isCodeName(list)).toBe(true);
  });
});

it.each([
  ['method', 'iud', '上环'],
  ['method', 'none_pregnant', '现孕'],
  ['sex', '男', '男'],
  ['sex', 'unheard-of', 'unheard-of'],
] as const)('says %s %s as %s', (list, canonical, word) => {
  expect(wordOf(list, canonical)).toBe(word);
});

it('knows the methods that registers of people claim', () => {
  const canonical = CODES.method.map((code) => code.canonical);
  expect(CLAIMED_METHODS.every((method) => canonical.includes(method))).toBe(true);
});
