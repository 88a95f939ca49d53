import { describe, expect, it } from 'vitest';
import { type Row, selects, values } from './found.js';

const found = selects();

describe('birth/mismatched', () => {
  const claim = (record: number, date: string, more: Row = {}) => ({
    event: 1,
    kind: 'birth',
    register: 'births',
    record,
    date,
    point: record === 1 ? 'ledger' : 'system',
    is_primary: true,
    key: 'first',
    ...more,
  });

  it.each<[string, string, string | null, Row?]>([
    ['2023-03-05', '2023-05-03', 'month-day-swapped'],
    ['2023-05-12', '2023-05-21', 'digits-swapped'],
    ['2023-01-05', '2023-10-05', 'digits-swapped'],
    ['1998-05-05', '1989-05-05', 'digits-swapped'],
    ['2020-11-05', '2021-01-05', 'digits-swapped'],
    ['2023-01-21', '2023-02-11', 'digits-swapped'],
    ['2023-05-12', '2023-05-13', null],
    ['2023-05-12', '2023-06-21', null],
    ['2022-03-05', '2023-05-03', null],
    ['2023-05-12', '2023-05-20', 'registration-date', { registered: '2023-05-20' }],
    ['2023-05-12', '2023-05-19', null, { registered: '2023-05-20' }],
    ['2023-05-03', '2023-06-20', 'lunar-date'],
    ['2023-01-02', '2023-12-11', 'lunar-date'],
    ['2023-05-04', '2023-06-20', null],
  ])('says why %s and %s may differ: %s', async (one, other, detail, more = {}) => {
    const rows = await found('birth/mismatched', {
      events: [{ event: 1, kind: 'birth', in_period: true }],
      conflicting_claims: [claim(1, one, more), claim(2, other)],
      // One is the day of the Chinese calendar on which the other fell.
      lunar: [
        { day: '2023-06-20', lunar_day: '05-03' },
        { day: '2023-01-02', lunar_day: '12-11' },
      ],
    });
    expect(values(rows, 'detail')).toEqual([detail]);
  });

  it('names the key that joined the claims, not what makes one the first', async () => {
    const rows = await found('birth/mismatched', {
      events: [{ event: 1, kind: 'birth', in_period: true }],
      conflicting_claims: [
        claim(1, '2023-05-12'),
        claim(2, '2023-05-13', { key: 'certificate' }),
        claim(3, '2023-05-13', { key: 'same' }),
      ],
    });
    expect(values(rows, 'matched_by')).toEqual(['certificate']);
  });
});

it('migration/omitted: the other end of a stay lacks it at every point that keeps stays there', async () => {
  const keeps = (point: string, community: string, register = 'migrants') => ({ point, community, register });
  const rows = await found('migration/omitted', {
    events: [{ event: 1, kind: 'migration', community: '甲' }],
    event_claims: [{ event: 1, kind: 'migration', record: 10, is_primary: true }],
    missing_ends: [{ event: 1, community: '乙' }],
    coverage: [
      keeps('ledger', '乙'),
      keeps('card', '甲'),
      keeps('system', '乙'),
      keeps('police', '乙', 'deaths'),
    ],
  });
  expect(values(rows, 'missing').sort()).toEqual(['ledger|migrants|乙', 'system|migrants|乙']);
});

describe('what claims of an event may disagree on', () => {
  const DATES: Row[] = [{ date: '2023-05-12' }, { date: '2023-05-13' }];
  const said = (column: string, one: string | number, other: string | number): Row[] => [
    { [column]: one },
    { [column]: other },
  ];
  const whom = (role: 'subject' | 'partner'): Row[] =>
    [7, 8].map((person) => ({ [role]: person, [`${role}_valid_id`]: true }));

  it.each<[string, string, string, string, Row[]]>([
    ['birth', 'births', 'births', 'birth_date', DATES],
    ['birth', 'births', 'households', 'birth_date', DATES],
    ['birth', 'births', 'women', 'last_birth_date', DATES],
    ['birth', 'births', 'births', 'child_sex', said('sex', '男', '女')],
    ['birth', 'births', 'households', 'sex', said('sex', '男', '女')],
    ['birth', 'births', 'births', 'parity', said('number', 1, 2)],
    ['birth', 'births', 'births', 'mother_id', whom('subject')],
    ['birth', 'births', 'births', 'child_name', said('child_name', '甲', '乙')],
    ['birth', 'births', 'households', 'name', said('child_name', '甲', '乙')],
    ['marriage', 'marriages', 'marriages', 'marriage_date', DATES],
    ['marriage', 'marriages', 'women', 'marriage_date', DATES],
    ['marriage', 'marriages', 'marriages', 'wife_id', whom('subject')],
    ['marriage', 'marriages', 'women', 'id', whom('subject')],
    ['marriage', 'marriages', 'marriages', 'husband_id', whom('partner')],
    ['marriage', 'marriages', 'women', 'husband_id', whom('partner')],
    ['marriage', 'marriages', 'marriages', 'wife_order', said('subject_order', '初婚', '再婚')],
    ['marriage', 'marriages', 'marriages', 'husband_order', said('partner_order', '初婚', '再婚')],
    ['contraception', 'contraception', 'contraception', 'service_date', DATES],
    ['contraception', 'contraception', 'women', 'method_date', DATES],
    ['contraception', 'contraception', 'contraception', 'method', said('code', 'iud', 'implant')],
    ['contraception', 'contraception', 'women', 'method', said('code', 'iud', 'implant')],
    ['migration', 'migrants', 'migrants', 'start_date', DATES],
    ['migration', 'migrants', 'migrants', 'direction', said('code', '流入', '流出')],
    ['migration', 'migrants', 'migrants', 'certificate_no', said('certificate', 'L1', 'L2')],
    ['death', 'deaths', 'deaths', 'death_date', DATES],
    ['death', 'deaths', 'households', 'death_date', DATES],
    ['enrolment', 'women', 'women', 'marital_status', said('code', '初婚', '离婚')],
    ['enrolment', 'women', 'women', 'children_count', said('number', 1, 2)],
    ['enrolment', 'women', 'women', 'method', said('method', 'iud', 'condom')],
  ])('%s, in %s and %s: %s', async (kind, primary, register, column, [one, other]) => {
    const of = { event: 1, kind, community: '甲' };
    const disagreeing = (first: Row | undefined, second: Row | undefined) =>
      found(`${kind}/mismatched`, {
        events: [{ ...of, in_period: true }],
        conflicting_claims: [
          { ...of, ...first, record: 1, key: 'first', register: primary, point: 'ledger', is_primary: true },
          { ...of, ...second, record: 2, register, point: 'system', is_primary: register === primary },
        ],
      });
    const shown = (await disagreeing(one, other)).filter(({ record }) => record === 2);
    expect(values(shown, 'columns')).toEqual([column]);
    expect(await disagreeing(one, one)).toEqual([]);
    expect(await disagreeing(one, {})).toEqual([]);
  });
});
