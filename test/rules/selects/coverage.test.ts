import { describe, expect, it } from 'vitest';
import { type Row, selects, values } from './found.js';

const found = selects();

describe('coverage/household-count', () => {
  const BUILDING = { community: '甲', building: '1号楼' };
  const member = (record: number) => ({ ...BUILDING, record, source: 2, household_no: '001' });
  const person = (record: number, of: number) => ({
    record,
    person: of,
    role: 'self',
    register: 'households',
  });

  it.each<[string, number[], string[], Row?]>([
    ['somebody on two cards', [5, 5, 6], ['person:5@card']],
    ['nobody on one card', [5, 6, 7], []],
    ['nobody on two cards of another building', [6, 5, 5], [], { building: '2号楼' }],
  ])('is explained by %s', async (_, persons, causes, elsewhere = {}) => {
    const rows = await found('coverage/household-count', {
      sources: [
        { source: 1, point: 'ledger', register: 'buildings' },
        { source: 2, point: 'card', register: 'households' },
      ],
      buildings: [{ ...BUILDING, record: 10, source: 1, households: 1, persons: 9 }],
      households: [member(1), { ...member(2), ...elsewhere }, { ...member(3), ...elsewhere }],
      mentions: persons.map((of, n) => person(n + 1, of)),
    });
    expect(rows.length).toBeGreaterThan(0);
    const explained = values(rows, 'cause').map(String);
    expect(explained.filter((cause) => cause.startsWith('person:'))).toEqual(causes);
  });
});

describe('coverage/household-count beside a stay that the card lacks', () => {
  const LACKED = { event: 7, register: 'households', point: 'card', record: null };

  it.each<[string, Row, Row, string[]]>([
    ['is explained by it', {}, {}, ['event:7']],
    ['is not by a birth', { kind: 'birth' }, {}, []],
    ['is not by one elsewhere', { community: '乙' }, {}, []],
    ['is not by one that another point lacks', {}, { point: 'system' }, []],
    ['is not by one that another register lacks', {}, { register: 'women' }, []],
    ['is by a row of the building that does not show it', { kind: 'birth' }, { record: 1 }, ['event:7']],
    ['is not by a row of another building', {}, { record: 9 }, []],
  ])('%s', async (_, event, missing, causes) => {
    const rows = await found('coverage/household-count', {
      sources: [
        { source: 1, point: 'ledger', register: 'buildings' },
        { source: 2, point: 'card', register: 'households' },
      ],
      buildings: [{ community: '甲', building: '1号楼', record: 10, source: 1, households: 1, persons: 9 }],
      households: [{ community: '甲', building: '1号楼', record: 1, source: 2, household_no: '001' }],
      events: [{ event: 7, kind: 'migration', community: '甲', ...event }],
      missing: [{ ...LACKED, ...missing }],
    });
    const explained = values(rows, 'cause').map(String);
    expect(explained.filter((cause) => cause.startsWith('event:'))).toEqual(causes);
  });
});

describe('coverage/card-absent', () => {
  const ID = '230190199001010021';
  const CARDS = { source: 2, point: 'card', register: 'households', columns: ' household_no ' };
  const absent = (
    households: readonly Row[],
    sources: readonly Row[] = [CARDS],
    more: Readonly<Record<string, readonly Row[]>> = {},
  ) => ({
    women: [{ record: 1, community: '甲', household_no: '7' }],
    mentions: [{ record: 1, role: 'self', register: 'women', person: 1, id: ID }],
    coverage: [{ register: 'households', point: 'card', community: '甲' }],
    households,
    sources,
    ...more,
  });
  const card = (household_no: string | null, more: Row = {}) => ({
    record: 20,
    source: 2,
    community: '甲',
    household_no,
    ...more,
  });

  it.each<[string, Readonly<Record<string, readonly Row[]>>, number]>([
    ['without a card', absent([card('8')]), 1],
    ['with a card', absent([card('7')]), 0],
    ['with a card whose number lost its zeros', absent([card('007')]), 0],
    ['with a card in another community', absent([card('7', { community: '乙' })]), 1],
    [
      'with a card at another point',
      absent([card('7', { source: 3 })], [CARDS, { ...CARDS, source: 3, point: 'ledger' }]),
      1,
    ],
    ['where cards have no numbers', absent([card(null)], [{ ...CARDS, columns: ' name ' }]), 0],
    [
      'where those of another community have no numbers',
      absent([card(null, { community: '乙' })], [{ ...CARDS, columns: ' name ' }]),
      1,
    ],
    [
      'where no cards are kept',
      absent([card('8')], [CARDS], { coverage: [{ register: 'women', point: 'card', community: '甲' }] }),
      0,
    ],
    [
      'where cards of another community are kept',
      absent([card('8')], [CARDS], {
        coverage: [{ register: 'households', point: 'card', community: '乙' }],
      }),
      0,
    ],
  ])('is about a household %s', async (_, tables, n) => {
    expect(values(await found('coverage/card-absent', tables), 'finding')).toHaveLength(n);
  });

  const unreadable = (source: Row, raw = `甲|7|${ID}`) =>
    absent([card('8')], [CARDS, { source: 5, ...source }], {
      problems: [{ record: 50, source: 5, rule: 'format/unreadable-row', raw }],
    });

  it.each<[string, Readonly<Record<string, readonly Row[]>>, unknown[]]>([
    ['a card that cannot be read', unreadable({ point: 'card', register: 'households' }), ['row:50']],
    ['no card of somebody else', unreadable({ point: 'card', register: 'households' }, '甲|7'), [null]],
    ['no row of another register', unreadable({ point: 'card', register: 'women' }), [null]],
    ['no card of another point', unreadable({ point: 'ledger', register: 'households' }), [null]],
  ])('follows from %s', async (_, tables, causes) => {
    expect(values(await found('coverage/card-absent', tables), 'cause')).toEqual(causes);
  });

  it.each<[string, Row, Row, unknown[]]>([
    ['a number that is missing on her card', {}, {}, ['cell:20:household_no']],
    ['no number that is there', {}, { household_no: '8' }, [null]],
    ['no number missing on the card of somebody else', { person: 2 }, {}, [null]],
    ['no number missing where she is named as a spouse', { role: 'wife' }, {}, [null]],
  ])('follows from %s (own card)', async (_, mention, row, causes) => {
    const tables = absent([card(null, row)]);
    const hers = { record: 20, role: 'self', register: 'households', person: 1, ...mention };
    const rows = await found('coverage/card-absent', { ...tables, mentions: [...tables.mentions, hers] });
    expect(values(rows, 'cause')).toEqual(causes);
  });
});

describe('coverage/building-absent', () => {
  const SOURCES = [
    { source: 1, point: 'ledger', register: 'buildings' },
    { source: 2, point: 'card', register: 'households' },
  ];
  const listed = (more: Row = {}) => ({
    record: 10,
    source: 1,
    community: '甲',
    building: '1号楼',
    households: 2,
    ...more,
  });
  const carded = (more: Row = {}) => ({
    record: 20,
    source: 2,
    community: '甲',
    building: '1号楼',
    household_no: '1',
    ...more,
  });

  it.each<[string, Row[], Row[], string[]]>([
    ['nothing where both have it', [listed()], [carded()], []],
    [
      'one that no card names',
      [listed(), listed({ building: '2号楼' })],
      [carded()],
      ['甲|2号楼|ledger|card'],
    ],
    ['one that the list lacks', [listed()], [carded(), carded({ building: '2号楼' })], ['甲|2号楼|ledger']],
    ['nothing where no card names any', [listed()], [carded({ community: '乙' })], []],
    ['nothing where no list names any', [listed({ community: '乙' })], [carded()], []],
    ['none that is empty', [listed(), listed({ building: '2号楼', households: 0 })], [carded()], []],
    [
      'one that cards of another community name',
      [listed(), listed({ building: '2号楼' })],
      [carded(), carded({ community: '乙', building: '2号楼' })],
      ['甲|2号楼|ledger|card'],
    ],
  ])('finds %s', async (_, buildings, households, findings) => {
    const rows = await found('coverage/building-absent', { sources: SOURCES, buildings, households });
    expect(values(rows, 'finding')).toEqual(findings);
  });
});

describe('coverage/incomplete-card', () => {
  const items = ['relation', 'birth_date', 'marital_status'];

  it.each<[string, Row, unknown[]]>([
    ['every blank of somebody of 15', { birth_date: '2008-12-31' }, ['relation marital_status']],
    ['no marital status of somebody of 14', { birth_date: '2009-01-01' }, ['relation']],
    ['what is not required alone, of somebody without a birth date', {}, ['relation']],
    [
      'nothing where nothing is blank',
      { birth_date: '1980-01-01', relation: '户主', marital_status: '初婚' },
      [],
    ],
  ])('cites %s', async (_, row, columns) => {
    const rows = await found('coverage/incomplete-card', {
      sources: [{ source: 1, point: 'card', register: 'households', columns: ` ${items.join(' ')} ` }],
      households: [{ record: 1, source: 1, fp: 1, community: '甲', ...row }],
    });
    const known = (found: unknown) =>
      items.filter((item) => String(found).split(' ').includes(item)).join(' ');
    expect(values(rows, 'columns').map(known)).toEqual(columns);
  });
});

describe('coverage/signatures-missing', () => {
  const visit = (record: number, more: Row): Row => {
    return {
      record,
      source: 1,
      community: '甲',
      visit_date: '2023-05-01',
      signatures: 4,
      fp: record,
      ...more,
    };
  };

  it.each<[string, Row[], unknown[]]>([
    ['each visit with too few', [visit(11, {}), visit(10, { signatures: 3 })], [10, 11]],
    ['none with enough', [visit(10, { signatures: 5 })], []],
    ['none that nobody counted', [visit(10, { signatures: null })], []],
    [
      'those of the first and the last day',
      [visit(10, { visit_date: '2023-01-01' }), visit(11, { visit_date: '2023-12-31' })],
      [10, 11],
    ],
    [
      'none before or after',
      [visit(10, { visit_date: '2022-12-31' }), visit(11, { visit_date: '2024-01-01' })],
      [],
    ],
  ])('cites %s', async (_, visits, records) => {
    const rows = await found('coverage/signatures-missing', {
      sources: [{ source: 1, point: 'ledger', register: 'visits' }],
      visits,
    });
    const ordered = [...rows].sort((a, b) => Number(a.ordinal) - Number(b.ordinal));
    expect(ordered.map(({ record }) => record)).toEqual(records);
  });
});
