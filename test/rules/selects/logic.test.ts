import { describe, expect, it } from 'vitest';
import type { Tables } from '../tables.js';
import { type Row, selects, values } from './found.js';

const found = selects();

describe('logic/method-sex', () => {
  const ID = '230190198903040110';
  const operation = (claim: Row) => ({
    contraception: [{ record: 1, woman_id: ID, method: 'iud' }],
    mentions: [{ record: 1, role: 'woman', id: ID, id_status: 'valid' }],
    event_claims: [
      { record: 1, event: 5, is_primary: true, ...claim },
      { record: 2, event: 6, is_primary: true },
      { record: 3, event: 7, is_primary: false },
    ],
  });

  it.each([
    ['the event of its row', {}, [5]],
    ['no event that its row only witnesses', { is_primary: false }, [null]],
  ])('is about %s', async (_, claim, events) => {
    expect(values(await found('logic/method-sex', operation(claim)), 'event')).toEqual(events);
  });
});

describe('logic/event-after-death', () => {
  const DIED = { event: 1, kind: 'death', subject: 7, date: '2023-07-17', in_period: true };
  const named = (register: string, role: string, person = 7): Row => ({ record: 20, role, register, person });

  it.each<[string, Tables, string[]]>([
    [
      'a visit',
      { visits: [{ record: 20, visit_date: '2023-07-18' }], mentions: [named('visits', 'woman')] },
      ['visit_date'],
    ],
    [
      'no visit on that day',
      { visits: [{ record: 20, visit_date: '2023-07-17' }], mentions: [named('visits', 'woman')] },
      [],
    ],
    [
      'a move of registration',
      { moves: [{ record: 20, move_date: '2023-07-18' }], mentions: [named('moves', 'self')] },
      ['move_date'],
    ],
    [
      'no move on that day',
      { moves: [{ record: 20, move_date: '2023-07-17' }], mentions: [named('moves', 'self')] },
      [],
    ],
    [
      'no move of somebody else',
      { moves: [{ record: 20, move_date: '2023-07-18' }], mentions: [named('moves', 'self', 8)] },
      [],
    ],
  ])('finds %s', async (_, tables, columns) => {
    const rows = await found('logic/event-after-death', { events: [DIED], ...tables });
    expect(values(rows, 'columns')).toEqual(columns);
  });
});

describe('logic/children-count', () => {
  const BIRTH = { event: 1, kind: 'birth', subject: 7, child: 8, community: '甲', date: '2023-12-31' };
  const short = (birth: Row, more: Tables = {}): Tables => ({
    events: [{ ...BIRTH, ...birth }, ...(more.events ?? [])],
    event_claims: [
      { event: 1, kind: 'birth', record: 10, is_primary: true, witness: false },
      { event: 2, kind: 'enrolment', record: 20, is_primary: true, subject: 7, number: 0, point: 'card' },
    ],
    ...(more.deaths ? { deaths: more.deaths } : {}),
    ...(more.lone_events ? { lone_events: more.lone_events } : {}),
  });

  it.each<[string, Tables, unknown[]]>([
    ['a birth of the last day', short({}), [10, 20]],
    ['no birth after it', short({ date: '2024-01-01' }), []],
    ['no birth of another mother', short({ subject: 9 }), []],
    ['no birth that one point stands alone with', short({}, { lone_events: [{ event: 1 }] }), []],
    ['no birth of a child who died', short({}, { events: [{ event: 3, kind: 'death', subject: 8 }] }), []],
    [
      'a birth beside a death of another child',
      short({}, { events: [{ event: 3, kind: 'death', subject: 9 }] }),
      [10, 20],
    ],
    [
      'no birth of a child without a number, of whose day and community one died',
      short({ child: null }, { deaths: [{ record: 30, birth_date: '2023-12-31', community: '甲' }] }),
      [],
    ],
  ])('cites %s', async (_, tables, records) => {
    const rows = await found('logic/children-count', tables);
    expect(values(rows, 'record').map(Number).sort()).toEqual(records);
  });
});

describe('logic/parity-order', () => {
  const birth = (event: number, date: string, more: Row = {}): Row => {
    return { event, kind: 'birth', subject: 7, date, in_period: true, ...more };
  };
  const claim = (event: number, number: number | null, more: Row = {}): Row => {
    return { event, kind: 'birth', record: 10 * event, number, is_primary: true, witness: false, ...more };
  };
  const enrolled = (number: number): Row => {
    return { event: 9, kind: 'enrolment', record: 90, subject: 7, number, is_primary: true };
  };
  const EARLIER = birth(1, '2021-05-01', { in_period: false });

  it.each<[string, Row[], Row[], unknown[]]>([
    ['no parity above the births before', [EARLIER, birth(2, '2023-05-01')], [claim(1, 1), claim(2, 2)], []],
    [
      'one that is not',
      [EARLIER, birth(2, '2023-05-01')],
      [claim(1, null), claim(2, 1)],
      ['parity-not-above-earlier'],
    ],
    [
      'one that the birth before has too',
      [EARLIER, birth(2, '2023-05-01')],
      [claim(1, 2), claim(2, 2)],
      ['parity-shared'],
    ],
    ['none of twins', [birth(1, '2023-05-01'), birth(2, '2023-05-02')], [claim(1, 2), claim(2, 2)], []],
    [
      'one of births two days apart',
      [birth(1, '2023-05-01'), birth(2, '2023-05-03')],
      [claim(1, 2), claim(2, 2)],
      ['parity-shared'],
    ],
    [
      'none of another mother',
      [{ ...EARLIER, subject: 8 }, birth(2, '2023-05-01')],
      [claim(1, 1), claim(2, 1)],
      [],
    ],
    [
      'one above her children',
      [birth(2, '2023-05-01')],
      [claim(2, 3), enrolled(2)],
      ['parity-above-children'],
    ],
    ['none that is her children', [birth(2, '2023-05-01')], [claim(2, 2), enrolled(2)], []],
    [
      'none above her children by the register that counts more',
      [birth(2, '2023-05-01')],
      [claim(2, 3), enrolled(2), enrolled(3)],
      [],
    ],
    [
      'none where the smaller of two is not',
      [birth(2, '2023-05-01')],
      [claim(2, 3), claim(2, 2), enrolled(2)],
      [],
    ],
    ['none of a birth before the period', [EARLIER], [claim(1, 3), enrolled(2)], []],
    [
      'none where one of hers died',
      [birth(2, '2023-05-01', { child: 8 }), { event: 3, kind: 'death', subject: 8 }],
      [claim(2, 3), enrolled(2)],
      [],
    ],
  ])('finds %s', async (_, events, event_claims, details) => {
    expect(values(await found('logic/parity-order', { events, event_claims }), 'detail')).toEqual(details);
  });
});
