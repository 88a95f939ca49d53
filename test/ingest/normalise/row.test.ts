import { describe, expect, it } from 'vitest';
import { makeNormaliser, type NormaliserOptions } from '../../../src/ingest/normalise/row.js';
import { checkDigit } from '../../../src/keys/id.js';
import type { RawCell } from '../../../src/model/source.js';
import { REGISTERS } from '../../../src/registers/index.js';
import type { RegisterName } from '../../../src/registers/types.js';

const DEFAULTS: NormaliserOptions = { codes: {}, communities: [], witness: false };
const id = (body: string) => body + checkDigit(body);
const WOMAN = id('23019319900307122');
const MAN = id('23019119880101031');

/** Normalises one row given as canonical column → cell. */
function normalise(
  name: RegisterName,
  cells: Record<string, RawCell>,
  options: Partial<NormaliserOptions> = {},
) {
  const register = REGISTERS[name];
  const row = makeNormaliser(register, Object.keys(cells), { ...DEFAULTS, ...options })(Object.values(cells));
  const value = Object.fromEntries(register.columns.map((column, i) => [column.name, row.values[i]]));
  const problems = row.problems.map(({ rule, column, detail }) => [rule, column, detail]);
  return { ...row, value, problems, raw: row.problems.map((problem) => problem.raw) };
}

const BIRTH = {
  community: '朝阳社区',
  child_name: '王小 明',
  child_sex: '1',
  child_id: '',
  birth_date: '2023年5月3日',
  parity: '一孩',
  mother_name: '李 娜',
  mother_id: WOMAN,
  father_name: '王強',
  father_id: MAN.toLowerCase(),
  policy: '是',
};

describe('a sound row', () => {
  const row = normalise('births', BIRTH);

  it('has typed values and no problems', () => {
    expect(row.problems).toEqual([]);
    expect(row.value).toMatchObject({
      community: '朝阳社区',
      child_name: '王小明',
      child_sex: '男',
      child_id: null,
      birth_date: '2023-05-03',
      parity: 1,
      father_id: MAN,
      policy: '政策内',
      note: null,
    });
  });

  it('names three people', () => {
    expect(row.mentions).toEqual([
      {
        role: 'child',
        nameKey: '王小明',
        pinyin: 'wang xiao ming',
        id: null,
        idStatus: 'blank',
        birthDate: '2023-05-03',
        sex: '男',
      },
      {
        role: 'mother',
        nameKey: '李娜',
        pinyin: 'li na',
        id: WOMAN,
        idStatus: 'valid',
        birthDate: '1990-03-07',
        sex: '女',
      },
      {
        role: 'father',
        nameKey: '王强',
        pinyin: 'wang qiang',
        id: MAN,
        idStatus: 'valid',
        birthDate: '1988-01-01',
        sex: '男',
      },
    ]);
  });

  it('is independent of the rows before it', () => {
    const read = makeNormaliser(REGISTERS.births, Object.keys(BIRTH), DEFAULTS);
    const cells = Object.values(BIRTH);
    const first = read(cells);
    read(cells.map(() => '?'));
    expect(read(cells)).toEqual(first);
  });
});

describe('problems of cells', () => {
  it.each<[string, Partial<Record<keyof typeof BIRTH, RawCell>>, (string | undefined)[]]>([
    ['a missing value', { mother_name: '  ' }, ['format/missing-value', 'mother_name', undefined]],
    [
      'a placeholder for a required name',
      { mother_name: '不详' },
      ['format/missing-value', 'mother_name', undefined],
    ],
    ['no date', { birth_date: '5/3/2023' }, ['format/invalid-date', 'birth_date', 'format']],
    ['a month', { birth_date: '2023-05' }, ['format/partial-date', 'birth_date', undefined]],
    ['an unknown code', { child_sex: '不明' }, ['format/unknown-code', 'child_sex', undefined]],
    ['no number', { parity: '多' }, ['format/invalid-number', 'parity', undefined]],
    ['a damaged ID', { mother_id: '2.30193E+17' }, ['format/damaged-id', 'mother_id', 'scientific']],
    ['an invalid ID', { mother_id: '2301931990' }, ['identity/invalid-id', 'mother_id', 'length']],
    ['lost characters', { mother_name: '李\ufffd' }, ['format/undecodable-text', 'mother_name', undefined]],
    [
      'lost characters in a date',
      { birth_date: '2023\ufffd5' },
      ['format/undecodable-text', 'birth_date', undefined],
    ],
    [
      'an oversized cell',
      { child_name: '王'.repeat(40_000) },
      ['format/oversized-cell', 'child_name', '40000'],
    ],
    ['an error value in a date', { birth_date: '#N/A' }, ['format/invalid-date', 'birth_date', '#N/A']],
    ['an error value in a name', { mother_name: '#REF!' }, ['format/missing-value', 'mother_name', '#REF!']],
    ['a formula', { parity: { formula: 'A1+1' } }, ['format/invalid-number', 'parity', '=A1+1']],
    ['a father with a female ID', { father_id: WOMAN }, ['identity/sex-differs', 'father_id', 'father']],
    [
      'an unknown region',
      { mother_id: id('24019319900307122') },
      ['identity/unknown-region', 'mother_id', undefined],
    ],
  ])('%s is one problem', (_, cells, problem) => {
    expect(normalise('births', { ...BIRTH, ...cells }).problems).toEqual([problem]);
  });

  it('quotes the cell, at most 200 characters of it', () => {
    expect(normalise('births', { ...BIRTH, birth_date: '5/3/2023' }).raw).toEqual(['5/3/2023']);
    expect(normalise('births', { ...BIRTH, birth_date: '?'.repeat(999) }).raw[0]).toHaveLength(200);
  });

  it('an optional blank or an unbound required column is no problem', () => {
    const { community, ...rest } = BIRTH;
    expect(normalise('births', { ...rest, father_name: '/', father_id: '无' }).problems).toEqual([]);
    expect(community).toBe('朝阳社区');
  });

  it('a text that begins as an error value does, and is none, is kept', () => {
    const { value, problems } = normalise('births', { ...BIRTH, note: '#3号楼' });
    expect([value.note, problems]).toEqual(['#3号楼', []]);
  });

  it('a damaged ID is none, and says when its bearer was born as far as it shows that', () => {
    const mother = (mother_id: string) => normalise('births', { ...BIRTH, mother_id }).mentions[1];
    const damaged = { id: null, idStatus: 'damaged' };
    expect(mother('2.3019319900307E+17')).toMatchObject({ ...damaged, birthDate: '1990-03-07' });
    expect(mother('2.30193E+17')).toMatchObject({ ...damaged, birthDate: null });
  });

  it('a month is kept as such, and is no birth date to match on', () => {
    const row = normalise('births', { ...BIRTH, birth_date: '2023-05' });
    expect([row.value.birth_date, row.partial, row.mentions[0]?.birthDate]).toEqual([
      '2023-05-01',
      ['birth_date'],
      null,
    ]);
  });
});

describe('contradictions between an ID and its row', () => {
  const member = { name: '王强', sex: '男', id: MAN, birth_date: '1988-01-01' };

  it.each([
    [{}, []],
    [{ birth_date: '1988-01-02' }, [['identity/birth-date-differs', 'birth_date', 'self']]],
    [{ sex: '女' }, [['identity/sex-differs', 'sex', 'self']]],
    [{ id: `${MAN.slice(0, 17)}?`, birth_date: '1988-01-02' }, [['identity/invalid-id', 'id', 'characters']]],
    [{ birth_date: '', sex: '' }, 'missing'],
  ])('%j', (cells, problems) => {
    const found = normalise('households', { ...member, ...cells }).problems;
    if (problems === 'missing')
      expect(found.map(([rule]) => rule)).toEqual(Array(2).fill('format/missing-value'));
    else expect(found).toEqual(problems);
  });
});

describe('male sterilisation', () => {
  const row = { woman_name: '王强', woman_id: MAN, method: '结扎', service_date: '2023-05-03' };

  it('may be recorded under the man', () => {
    const { value, problems, mentions } = normalise('contraception', row);
    expect([value.method, problems, mentions[0]?.sex]).toEqual(['male_sterilisation', [], '男']);
  });

  it("结扎 on a woman's row is hers", () => {
    expect(normalise('contraception', { ...row, woman_id: WOMAN }).value.method).toBe('female_sterilisation');
  });

  it('does not excuse another method for a man', () => {
    const { problems } = normalise('contraception', { ...row, method: '上环' });
    expect(problems).toEqual([['identity/sex-differs', 'woman_id', 'woman']]);
  });
});

describe('what the source says', () => {
  const stay = { direction: '', community: '', name: '王强', sex: '男', id: MAN, start_date: '2023-01-01' };

  it('fills the direction and the community', () => {
    const { value, problems } = normalise('migrants', stay, { named: '流入', community: '红旗社区' });
    expect([value.direction, value.community, problems]).toEqual(['流入', '红旗社区', []]);
  });

  it('does not overrule a cell', () => {
    const { value } = normalise('migrants', { ...stay, direction: 'OUT' }, { named: '流入' });
    expect(value.direction).toBe('流出');
  });

  it('without it, both are missing', () => {
    expect(normalise('migrants', stay).problems.map(([, column]) => column)).toEqual([
      'direction',
      'community',
    ]);
  });

  it('a witness needs only what identifies the event', () => {
    const claim = { community: '', birth_date: '2023-05-03', mother_name: '', mother_id: '', child_sex: '' };
    const { problems } = normalise('births', claim, { witness: true });
    expect(problems).toEqual([['format/missing-value', 'mother_name', undefined]]);
  });

  it('a dead member is shown as such, and an expiry or a stay without an end has none', () => {
    const card = { name: '王强', sex: '9', id: MAN, death_date: '20230508' };
    expect(normalise('households', card).value).toMatchObject({ sex: null, death_date: '2023-05-08' });
    const stay = { certificate_expires: '长期', end_date: '9999-12-31', verified_date: '长期' };
    const { value, problems } = normalise('migrants', stay);
    expect(value).toMatchObject({ certificate_expires: null, end_date: null });
    expect(problems).toEqual([['format/invalid-date', 'verified_date', 'format']]);
  });

  it.each([`="${WOMAN}"`, `= "${WOMAN}"`])('%s is the text between the quotes', (mother_id) => {
    const { value, problems } = normalise('births', {
      ...BIRTH,
      mother_id,
      community: '="朝阳社区"',
      birthplace: '="某某医院妇产科"',
      father_name: { formula: '"王强"' },
      child_sex: '="1"',
      parity: '="1"',
      note: '=""',
    });
    expect(problems).toEqual([]);
    expect(value).toMatchObject({ mother_id: WOMAN, community: '朝阳社区', birthplace: '某某医院妇产科' });
    expect(value).toMatchObject({ father_name: '王强', child_sex: '男', parity: 1, note: null });
  });

  it('number cells are serial days, counts and codes', () => {
    const card = { household_no: 12, name: '王强', sex: 1, id: 230193900307123, birth_date: 31_479 };
    const { value } = normalise('households', card, { date1904: true });
    expect(value).toMatchObject({ household_no: '12', sex: '男', birth_date: '1990-03-09' });
    expect(value.id).toMatch(/^23019319900307123/);
  });
});
