import { describe, expect, it } from 'vitest';
import { selects, values } from './found.js';

const found = selects();

describe('identity/shared-id', () => {
  const child = (record: number, pinyin: string) => ({
    record,
    role: 'child',
    register: 'births',
    id: 'X',
    id_status: 'valid',
    pinyin,
    name_key: pinyin,
  });
  const births = (first: number, second: number) => ({
    disputed_ids: [{ id: 'X', pinyin: 'a' }],
    mentions: [child(1, 'a'), child(2, 'b')],
    records: [1, 2].map((record) => ({ record, register: 'births' })),
    events: [1, 2, 3].map((event) => ({ event, kind: 'birth' })),
    event_claims: [
      { record: 1, event: first },
      { record: 2, event: second },
    ],
  });

  it.each([
    ['two children of two births', births(1, 2), ['X']],
    ['one child, whose name is told in two ways', births(1, 1), []],
  ])('finds, or not, %s', async (_, tables, ids) => {
    expect(values(await found('identity/shared-id', tables), 'finding')).toEqual(ids);
  });
});

describe('identity/split-id', () => {
  /** Two people, each with an ID on two rows and another on one. */
  const rows = [1, 2].flatMap((person) =>
    ['A', 'A', 'B'].map((letter, n) => ({
      record: 10 * person + n,
      id: `${letter}${person}`.padEnd(18, '0'),
      person,
    })),
  );

  it('compares each wrong ID with the right one of the same person', async () => {
    const tables = {
      mentions: rows.map((row) => ({
        ...row,
        role: 'self',
        register: 'women',
        id_status: 'valid',
        key: 'near',
      })),
      renumbered: rows.map(({ record, person }) => ({ record, role: 'self', key: 'near', person })),
      records: rows.map(({ record, person }) => {
        return { record, register: 'women', point: 'card', fp: record, community: `甲${person}` };
      }),
    };
    const split = await found('identity/split-id', tables);
    const shown = split.map(({ finding, ordinal, record, community, wrong_id, right_id }) =>
      [
        String(finding).slice(0, 4),
        ordinal,
        record,
        community,
        String(wrong_id).slice(0, 2),
        String(right_id).slice(0, 2),
      ].join(' '),
    );
    expect(shown.sort()).toEqual([
      '1:B1 0 12 甲1 B1 A1',
      '1:B1 1 10 甲1 B1 A1',
      '2:B2 0 22 甲2 B2 A2',
      '2:B2 1 20 甲2 B2 A2',
    ]);
  });
});
