import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SqlValue } from '../../src/store/store.js';
import { recordOf } from '../../src/store/tables.js';
import { emptyPlan, type Tables } from './made.js';

/** From mentions to persons, step by step: what joins two mentions, and what does not. */
let plan: Awaited<ReturnType<typeof emptyPlan>>;

beforeAll(async () => {
  plan = await emptyPlan();
});

afterAll(() => plan.close());

type Row = Record<string, SqlValue>;

const MENTION = { record: 1, role: 'self', register: 'women', id: 'X', id_status: 'valid', pinyin: 'a' };
const mention = (more: Row = {}) => ({ ...MENTION, ...more });

describe('IDs under two names', () => {
  it.each<[string, readonly Row[], unknown[]]>([
    ['bear the name of most mentions', [{ pinyin: 'b' }, { pinyin: 'b' }, {}], ['b']],
    ['bear the first of two names as frequent', [{ pinyin: 'b' }, {}], ['a']],
    ['are none where all names agree', [{}, {}], []],
    ['are none where one name is blank', [{}, { pinyin: null }], []],
    ['are other documents as well', [{ id_status: 'other' }, { id_status: 'other', pinyin: 'b' }], ['a']],
    ['are no invalid ones', [{ id_status: 'invalid' }, { id_status: 'invalid', pinyin: 'b' }], []],
    ['are not two IDs', [{}, { id: 'Y', pinyin: 'b' }], []],
  ])('%s', async (_, rows, names) => {
    const mentions = rows.map((row, n) => mention({ record: n, ...row }));
    expect((await plan.made('disputed_ids', { mentions })).map(({ pinyin }) => pinyin)).toEqual(names);
  });
});

describe('a mention is not placed by its own ID', () => {
  const disputed_ids = [{ id: 'X', pinyin: 'a' }];

  it.each<[string, Row, unknown[]]>([
    ['if that is invalid', { id_status: 'invalid' }, ['invalid']],
    ['if there is none', { id: null, id_status: 'blank' }, ['blank']],
    ['save for a spouse whom only a name mentions', { id: null, id_status: 'blank', role: 'spouse' }, []],
    ['not even that of a spouse, if it is invalid', { id_status: 'invalid', role: 'spouse' }, ['invalid']],
    ['if others have another name under it', { pinyin: 'b' }, ['disputed']],
    ['but it is if it has their name', {}, []],
    ['but it is if it has no name', { pinyin: null }, []],
    ['but it is if it has another ID', { id: 'Y', pinyin: 'b' }, []],
    ['but it is by another document', { id: 'Y', id_status: 'other' }, []],
  ])('%s', async (_, row, status) => {
    const rows = await plan.made('unidentified', { mentions: [mention(row)], disputed_ids });
    expect(rows.map(({ id_status }) => id_status)).toEqual(status);
  });

  it.each([
    ['self', '1990-01-01'],
    ['child', '1990-01-01'],
    ['mother', null],
  ])('under another’s ID a %s was born on %s', async (role, expected) => {
    const mentions = [mention({ role, pinyin: 'b', birth_date: '1990-01-01' })];
    const [row] = await plan.made('unidentified', { mentions, disputed_ids });
    expect(row?.birth_date ?? null).toBe(expected);
  });
});

describe('whose IDs are looked at more closely', () => {
  const BORN = { birth_date: '1990-01-01' };
  it.each<[string, Tables, unknown[]]>([
    ['those near another', { near_ids: [{ a: 'X', b: 'Y' }] }, ['near']],
    ['those that another is near', { near_ids: [{ a: 'A', b: 'X' }] }, ['near']],
    ['those that an invalid one may stand for', { id_candidates: [{ id: 'Z', candidate: 'X' }] }, ['repair']],
    ['those of a namesake', { unidentified: [{ pinyin: 'a', ...BORN }] }, ['namesake']],
    ['not those of another name', { unidentified: [{ pinyin: 'b', ...BORN }] }, []],
    ['not those of another birth date', { unidentified: [{ pinyin: 'a', birth_date: '1990-01-02' }] }, []],
    [
      'those under which another name stands',
      { unidentified: [{ id: 'X', id_status: 'disputed' }] },
      ['disputed'],
    ],
    ['not those of somebody unidentified', { unidentified: [{ id: 'X', id_status: 'invalid' }] }, []],
    [
      'of a disputed ID the bearers of its name',
      { near_ids: [{ a: 'X', b: 'Y' }], disputed_ids: [{ id: 'X', pinyin: 'a' }] },
      ['near'],
    ],
    [
      'of a disputed ID not those of another name',
      { near_ids: [{ a: 'X', b: 'Y' }], disputed_ids: [{ id: 'X', pinyin: 'b' }] },
      [],
    ],
    ['nobody’s', {}, []],
  ])('%s', async (_, tables, sought) => {
    const rows = await plan.made('bearers', { mentions: [mention(BORN)], ...tables });
    expect(rows.map((row) => row.sought)).toEqual(sought);
  });

  it('are usable ones', async () => {
    const tables = { mentions: [mention({ id_status: 'invalid' })], near_ids: [{ a: 'X', b: 'Y' }] };
    expect(await plan.made('bearers', tables)).toEqual([]);
  });
});

describe('what a row says of somebody besides', () => {
  const WANTED = { unidentified: [{ record: 1, role: 'husband' }] };
  const home = (record: number, more: Row = {}) => ({
    record,
    household: 9,
    point: 'card',
    card: true,
    ...more,
  });

  it.each<[string, Tables, string[]]>([
    [
      'the others in it, with name and ID',
      { mentions: [mention({ role: 'husband', id: 'Z' }), mention({ role: 'wife' })] },
      ['i:X', 'n:a'],
    ],
    ['not an ID that is invalid', { mentions: [mention({ role: 'wife', id_status: 'invalid' })] }, ['n:a']],
    [
      'another document',
      { mentions: [mention({ role: 'wife', id_status: 'other', pinyin: null })] },
      ['i:X'],
    ],
    ['nobody in another row', { mentions: [mention({ role: 'wife', record: 2 })] }, []],
    [
      'one on the card of the same household',
      { household_of: [home(1), home(2)], mentions: [mention({ record: 2 })] },
      ['i:X', 'n:a'],
    ],
    [
      'two of one name there, once',
      {
        household_of: [home(1), home(2), home(3)],
        mentions: [2, 3].map((record) => mention({ record, id: null })),
      },
      ['n:a'],
    ],
    [
      'nobody’s wife there',
      { household_of: [home(1), home(2)], mentions: [mention({ record: 2, role: 'wife' })] },
      [],
    ],
    [
      'nobody of another household',
      { household_of: [home(1), home(2, { household: 8 })], mentions: [mention({ record: 2 })] },
      [],
    ],
    [
      'nobody at another point',
      { household_of: [home(1), home(2, { point: 'ledger' })], mentions: [mention({ record: 2 })] },
      [],
    ],
    [
      'nobody beside it on the register of women',
      { household_of: [home(1), home(2, { card: false })], mentions: [mention({ record: 2 })] },
      [],
    ],
    ['the certificate of a birth', { births: [{ record: 1, certificate_no: 'N' }] }, ['c:N']],
    ['the certificate of a wedding', { marriages: [{ record: 1, certificate_no: 'N' }] }, ['c:N']],
    ['the certificate of a stay', { migrants: [{ record: 1, certificate_no: 'N' }] }, ['c:N']],
    ['no certificate', { births: [{ record: 1 }] }, []],
    ['no household of the husband', { household_of: [home(1)] }, []],
    [
      'the household of the person',
      { unidentified: [{ record: 1, role: 'self' }], household_of: [home(1)] },
      ['h:9'],
    ],
    [
      'the household of a bearer',
      { unidentified: [], bearers: [{ record: 1, role: 'self' }], household_of: [home(1)] },
      ['h:9'],
    ],
  ])('%s', async (_, tables, tokens) => {
    const rows = await plan.made('evidence', { ...WANTED, ...tables });
    const said = rows.filter((row) => row.role !== 'wife').map(({ token }) => String(token));
    expect(said.sort()).toEqual(tokens);
  });

  it.each<[string, Tables, unknown[]]>([
    ['households', { households: [{ record: 1, source: 1, community: '甲', household_no: '1' }] }, [true]],
    ['women', { women: [{ record: 1, source: 1, community: '甲', household_no: '1' }] }, [false]],
    ['women without a number', { women: [{ record: 1, source: 1, community: '甲' }] }, []],
  ])('numbers households by %s', async (_, tables, cards) => {
    const rows = await plan.made('household_of', { ...tables, sources: [{ source: 1, point: 'card' }] });
    expect(rows.map(({ card }) => card)).toEqual(cards);
  });
});

describe('valid IDs that are one person’s', () => {
  const [A, B, FAR] = ['230190199001010021', '230190199001010033', '230190199001010133'];
  const near = (token: string): Tables => ({
    near_ids: [{ a: A, b: B }],
    bearer_evidence: [
      { sought: 'near', id: A, token: 'n:x' },
      { sought: 'near', id: B, token },
    ],
  });
  const couples = (...ids: string[]): Tables => ({ couples: ids.map((id) => ({ id, couple: 5 })) });
  /** Both stand in so many files, each of its own register of a point. */
  const beside = (
    ...files: readonly (readonly [point: string, register: string, other?: string])[]
  ): Tables => ({
    sources: files.flatMap(([point, register, other = register], n) => [
      { source: 2 * n + 1, point, register },
      { source: 2 * n + 2, point, register: other },
    ]),
    mentions: files.flatMap((_, n) => [
      mention({ record: recordOf(2 * n + 1, 2), id: A }),
      mention({ record: recordOf(2 * n + 2, 2), id: B }),
    ]),
  });

  it.each<[string, Tables, number]>([
    ['near, with a second value', near('n:x'), 1],
    ['near, without one', near('n:y'), 0],
    ['near, in the gap of the other', { gap_ids: [{ a: A, b: B }] }, 1],
    ['near, of one couple', couples(A, B), 1],
    ['far apart, of one couple', couples(A, FAR), 0],
    [
      'of two couples',
      {
        couples: [
          { id: A, couple: 5 },
          { id: B, couple: 6 },
        ],
      },
      0,
    ],
    ['near, side by side in one register', { ...near('n:x'), ...beside(['card', 'women']) }, 1],
    [
      'near, side by side in two registers',
      { ...near('n:x'), ...beside(['card', 'women'], ['ledger', 'women']) },
      0,
    ],
    [
      'near, one here and one there',
      { ...near('n:x'), ...beside(['card', 'women', 'households'], ['ledger', 'women', 'households']) },
      1,
    ],
  ])('%s', async (_, tables, n) => {
    expect(await plan.made('same_ids', tables)).toHaveLength(n);
  });

  /** Rows of a register of women, `<point> <community> <ID>`, a file each. */
  const standing = (rows: readonly string[], role = 'self'): Tables => {
    const cells = rows.map((row) => row.split(' '));
    return {
      near_ids: [{ a: A, b: B }],
      records: cells.map(([point = '', community = ''], n) => ({
        record: recordOf(n + 1, 2),
        ...{ register: 'women', point, witness: point === 'hospital', community },
      })),
      mentions: cells.map(([, , id = ''], n) =>
        mention({ record: recordOf(n + 1, 2), id, role: n === 0 ? 'self' : role }),
      ),
    };
  };

  it.each<[string, Tables, number]>([
    ['one at each of two points', standing([`card 甲 ${A}`, `ledger 甲 ${B}`]), 1],
    [
      'the one at two points, the other at a third',
      standing([`card 甲 ${A}`, `system 甲 ${A}`, `ledger 甲 ${B}`]),
      1,
    ],
    ['both at one point', standing([`card 甲 ${A}`, `ledger 甲 ${A}`, `ledger 甲 ${B}`]), 0],
    [
      'both at one point, in two communities',
      standing([`card 甲 ${A}`, `ledger 乙 ${A}`, `ledger 甲 ${B}`]),
      0,
    ],
    ['in two communities', standing([`card 甲 ${A}`, `ledger 乙 ${B}`]), 0],
    ['one at a witness', standing([`card 甲 ${A}`, `hospital 甲 ${B}`]), 0],
    ['in two places of the row', standing([`card 甲 ${A}`, `ledger 甲 ${B}`], 'spouse'), 0],
    ['at one point alone', standing([`card 甲 ${A}`, `card 甲 ${A}`]), 0],
  ])('fill the gap of each other: %s', async (_, tables, n) => {
    expect(await plan.made('gap_ids', tables)).toHaveLength(n);
  });

  const WIFE = mention({ role: 'wife', register: 'marriages', person: 1, sex: '女' });
  const HUSBAND = mention({
    role: 'husband',
    register: 'marriages',
    person: 9,
    id: 'H',
    id_status: 'invalid',
    pinyin: 'h',
  });
  const pair = (record: number, wife: Row = {}, husband: Row = {}) => [
    { ...WIFE, record, ...wife },
    { ...HUSBAND, record, ...husband },
  ];

  it.each<[string, readonly Row[], unknown[]]>([
    [
      'two wives of one name beside one husband’s name',
      [...pair(1), ...pair(2, { person: 2, id: 'Y' })],
      ['X', 'Y'],
    ],
    ['one wife twice', [...pair(1), ...pair(2)], []],
    ['beside other husbands', [...pair(1), ...pair(2, { person: 2, id: 'Y' }, { pinyin: 'i' })], []],
    ['of another name', [...pair(1), ...pair(2, { person: 2, id: 'Y', pinyin: 'b' })], []],
    [
      'of which one ID is invalid',
      [...pair(1), ...pair(2, { person: 2, id: 'Y', id_status: 'invalid' })],
      [],
    ],
    ['beside nobody', [...pair(1), ...pair(2, { person: 2, id: 'Y' }, { pinyin: null })], []],
    ['beside a child', [...pair(1), ...pair(2, { person: 2, id: 'Y' }, { role: 'child' })], []],
    [
      'in registers that name no couples',
      [...pair(1), ...pair(2, { person: 2, id: 'Y', register: 'deaths' }, { register: 'deaths' })],
      [],
    ],
  ])('are sought of couples: %s', async (_, mentions, ids) => {
    const rows = await plan.made('couples', { mentions });
    expect(rows.map(({ id }) => id).sort()).toEqual(ids);
  });
});

describe('a mention without a usable ID is', () => {
  const SOUGHT = {
    record: 1,
    role: 'self',
    id: 'Z',
    id_status: 'invalid',
    pinyin: 'a',
    birth_date: '1990-01-01',
    sex: '女',
  };
  const BEARER = { record: 2, role: 'self', id: 'X', pinyin: 'a', birth_date: '1990-01-01', sex: '女' };
  const AGREES: Tables = { evidence: [{ record: 1, role: 'self', token: 'n:x' }] };
  const agreeing = (sought: string, token = 'n:x', id = 'X'): Tables => ({
    ...AGREES,
    bearer_evidence: [{ sought, id, token }],
  });
  const repair = (more: Row = {}): Tables => ({
    unidentified: [SOUGHT],
    id_candidates: [{ id: 'Z', candidate: 'X' }],
    bearers: [{ ...BEARER, sought: 'repair', ...more }],
  });
  const namesake = (more: Row = {}, sought: Row = {}): Tables => ({
    unidentified: [{ ...SOUGHT, ...sought }],
    bearers: [{ ...BEARER, sought: 'namesake', ...more }],
  });
  const lives = (...communities: string[]) => ({
    records: communities.map((community, n) => ({ record: n + 1, community })),
  });

  it.each<[string, Tables, unknown[]]>([
    ['the bearer of the ID it may stand for, by name', repair(), ['X repaired']],
    ['nobody of another name', repair({ pinyin: 'b' }), []],
    [
      'one of another name by birth date and a second value',
      { ...repair({ pinyin: 'b' }), ...agreeing('repair') },
      ['X repaired'],
    ],
    [
      'of two bearers of that name the one who shares more with it, not with another of the row',
      {
        ...repair(),
        id_candidates: ['X', 'Y'].map((candidate) => ({ id: 'Z', candidate })),
        bearers: ['X', 'Y'].map((id) => ({ ...BEARER, sought: 'repair', id })),
        evidence: [
          { record: 1, role: 'self', token: 'n:x' },
          { record: 1, role: 'husband', token: 'n:y' },
        ],
        bearer_evidence: [
          { sought: 'repair', id: 'X', token: 'n:x' },
          { sought: 'repair', id: 'Y', token: 'n:y' },
        ],
      },
      ['X repaired'],
    ],
    [
      'nobody of another name and birth date',
      { ...repair({ pinyin: 'b', birth_date: '1990-01-02' }), ...agreeing('repair') },
      [],
    ],
    [
      'nobody by birth date and another value',
      { ...repair({ pinyin: 'b' }), ...agreeing('repair', 'n:y') },
      [],
    ],
    [
      'nobody by an ID that is not invalid',
      { ...repair(), unidentified: [{ ...SOUGHT, id_status: 'damaged' }] },
      [],
    ],
    ['the namesake with a second value', { ...namesake(), ...agreeing('namesake') }, ['X name-birth-date']],
    ['the namesake with a value of another ID', { ...namesake(), ...agreeing('namesake', 'n:x', 'Y') }, []],
    [
      'the namesake of the same community',
      { ...namesake(), ...lives('甲', '甲') },
      ['X name-birth-date-community'],
    ],
    [
      'the namesake of unknown sex there',
      { ...namesake({ sex: null }), ...lives('甲', '甲') },
      ['X name-birth-date-community'],
    ],
    ['not the namesake of another sex', { ...namesake({ sex: '男' }), ...lives('甲', '甲') }, []],
    ['not the namesake of another community', { ...namesake(), ...lives('甲', '乙') }, []],
    [
      'not the namesake of another birth date',
      { ...namesake({ birth_date: '1990-01-02' }), ...lives('甲', '甲') },
      [],
    ],
    [
      'no namesake under another’s ID',
      { ...namesake({}, { id_status: 'disputed' }), ...lives('甲', '甲') },
      [],
    ],
    [
      'none of two namesakes of the same community',
      {
        ...namesake(),
        bearers: [
          { ...BEARER, sought: 'namesake' },
          { ...BEARER, sought: 'namesake', record: 3, id: 'Y' },
        ],
        ...lives('甲', '甲', '甲'),
      },
      [],
    ],
    [
      'the namesake with more values in common',
      {
        ...namesake(),
        bearers: ['X', 'Y'].map((id) => ({ ...BEARER, sought: 'namesake', id })),
        evidence: ['n:x', 'n:y'].map((token) => ({ record: 1, role: 'self', token })),
        bearer_evidence: [
          ['X', 'n:x'],
          ['Y', 'n:x'],
          ['Y', 'n:y'],
        ].map(([id = '', token = '']) => ({ sought: 'namesake', id, token })),
      },
      ['Y name-birth-date'],
    ],
    [
      'the bearer of a disputed ID with a second value',
      { unidentified: [{ ...SOUGHT, id: 'X', id_status: 'disputed' }], ...agreeing('disputed') },
      ['X disputed'],
    ],
    [
      'the bearer of a disputed ID by birth date and sex',
      {
        unidentified: [{ ...SOUGHT, id: 'X', id_status: 'disputed' }],
        bearers: [{ ...BEARER, sought: 'disputed', pinyin: 'b' }],
      },
      ['X disputed'],
    ],
    [
      'not the bearer of a disputed ID of another sex',
      {
        unidentified: [{ ...SOUGHT, id: 'X', id_status: 'disputed' }],
        bearers: [{ ...BEARER, sought: 'disputed', sex: '男' }],
      },
      [],
    ],
    [
      'not the bearer of a disputed ID with another birth date',
      {
        unidentified: [{ ...SOUGHT, id: 'X', id_status: 'disputed' }],
        bearers: [{ ...BEARER, sought: 'disputed', birth_date: '1990-01-02' }],
      },
      [],
    ],
  ])('%s', async (_, tables, joined) => {
    const rows = await plan.made('joined', tables);
    expect(rows.map(({ node, key }) => `${node} ${key}`)).toEqual(joined);
  });

  const MOTHER = { record: 1, role: 'mother', id_status: 'blank', pinyin: 'a' };
  const child = (document: string, here: Row = {}, there: Row = {}, mother: Row = {}): Tables => ({
    unidentified: [{ ...MOTHER, ...here }],
    births: [
      { record: 1, [document]: 'N' },
      { record: 2, [document]: 'N', ...there },
    ],
    mentions: [mention({ record: 2, role: 'mother', register: 'births', ...mother })],
  });

  it.each<[string, Tables, unknown[]]>([
    ['by the certificate', child('certificate_no'), ['X child']],
    ['by the child’s ID', child('child_id'), ['X child']],
    ['without a name', child('child_id', { pinyin: null }), ['X child']],
    ['of another name', child('child_id', { pinyin: 'b' }), []],
    ['of another child', child('child_id', {}, { child_id: 'M' }), []],
    ['by a father', child('child_id', {}, {}, { role: 'father' }), []],
    ['by one whose ID is not valid', child('child_id', {}, {}, { id_status: 'other' }), []],
    ['who is the child itself', child('child_id', { role: 'child' }, {}, { role: 'child' }), []],
  ])('the mother of the same child: %s', async (_, tables, joined) => {
    const rows = await plan.made('joined', tables);
    expect(rows.map(({ node, key }) => `${node} ${key}`)).toEqual(joined);
  });

  const wed = (husbands: readonly [string, string], more: Tables = {}, woman: Row = {}): Tables => ({
    unidentified: [{ record: 1, role: 'wife', id_status: 'blank', pinyin: 'a' }],
    mentions: [
      mention({ record: 1, role: 'husband', id: null, id_status: 'blank', pinyin: husbands[0] }),
      mention({ record: 2, role: 'woman', ...woman }),
      mention({ record: 2, role: 'spouse', id: null, id_status: 'blank', pinyin: husbands[1] }),
    ],
    ...more,
  });

  it.each<[string, Tables, unknown[]]>([
    ['beside a husband of the same name', wed(['h', 'h']), ['X name-spouse']],
    ['beside another husband', wed(['h', 'i']), []],
    ['of another name', wed(['h', 'h'], {}, { pinyin: 'b' }), []],
    ['with another document', wed(['h', 'h'], {}, { id_status: 'other' }), ['X name-spouse']],
    ['without a usable ID', wed(['h', 'h'], {}, { id_status: 'invalid' }), []],
    ['as a child', wed(['h', 'h'], {}, { role: 'child' }), []],
    [
      'beside another husband and a child of that name',
      {
        ...wed(['h', 'i']),
        mentions: [
          ...(wed(['h', 'i']).mentions ?? []),
          mention({ record: 2, role: 'child', id: null, id_status: 'blank', pinyin: 'h' }),
        ],
      },
      [],
    ],
  ])('the wife %s', async (_, tables, joined) => {
    const rows = await plan.made('joined', tables);
    expect(rows.map(({ node, key }) => `${node} ${key}`)).toEqual(joined);
  });

  const visited = (community: string, woman: Row = {}): Tables => ({
    unidentified: [{ record: 1, role: 'woman', id_status: 'blank', pinyin: 'a' }],
    visits: [{ record: 1, community: '甲' }],
    mentions: [mention({ record: 2, ...woman })],
    women: [{ record: 2, community }],
  });

  it.each<[string, Tables, unknown[]]>([
    ['the only one of that name there', visited('甲'), ['X name-community']],
    ['nobody of another community', visited('乙'), []],
    ['nobody of another name', visited('甲', { pinyin: 'b' }), []],
    ['nobody without a valid ID', visited('甲', { id_status: 'other' }), []],
    ['no husband', visited('甲', { role: 'husband' }), []],
    [
      'none of two',
      { ...visited('甲'), mentions: [mention({ record: 2 }), mention({ record: 2, id: 'Y' })] },
      [],
    ],
  ])('visited: %s', async (_, tables, joined) => {
    const rows = await plan.made('joined', tables);
    expect(rows.map(({ node, key }) => `${node} ${key}`)).toEqual(joined);
  });

  it.each<[string, Tables, unknown[]]>([
    ['her who leaves a gap', { gaps: [{ record: 1, role: 'self', id: 'X' }] }, ['X gap']],
    [
      'none of two',
      {
        gaps: [
          { record: 1, role: 'self', id: 'X' },
          { record: 1, role: 'self', id: 'Y' },
        ],
      },
      [],
    ],
  ])('sought in gaps: %s', async (_, tables, joined) => {
    const rows = await plan.made('joined', tables);
    expect(rows.map(({ node, key }) => `${node} ${key}`)).toEqual(joined);
  });
});

describe('a gap for a mention without a usable ID', () => {
  const HERE = { register: 'women', point: 'ledger', witness: false, community: '甲' };
  const THERE = { ...HERE, point: 'card' };
  const [sought, other, theirs] = [recordOf(1, 2), recordOf(1, 3), recordOf(2, 2)];
  const SOUGHT = { record: sought, role: 'self', id_status: 'damaged', pinyin: 'a' };
  /** She is sought at the ledger, and another mention stands at the card. */
  const gap = (more: Tables = {}, they: Row = {}, there: Row = {}, here: Row = {}): Tables => ({
    records: [
      { ...HERE, record: sought, ...here },
      { ...HERE, record: other },
      { ...THERE, record: theirs, ...there },
    ],
    unidentified: [SOUGHT],
    mentions: [mention({ record: theirs, ...they })],
    ...more,
  });
  const BORN = { birth_date: '1990-01-01' };

  it.each<[string, Tables, unknown[]]>([
    ['is left by her name at another point', gap(), ['X']],
    ['is left by another document', gap({}, { id_status: 'other' }), ['X']],
    ['not by an invalid ID', gap({}, { id_status: 'invalid' }), []],
    ['not by another name', gap({}, { pinyin: 'b' }), []],
    ['not in another place of the row', gap({}, { role: 'spouse' }), []],
    ['not in another community', gap({}, {}, { community: '乙' }), []],
    ['not at a witness', gap({}, {}, { point: 'hospital', witness: true }), []],
    ['not for a witness', gap({}, {}, {}, { witness: true }), []],
    ['not at the same point', gap({}, {}, { point: 'ledger' }), []],
    [
      'not for another birth date',
      gap({ unidentified: [{ ...SOUGHT, ...BORN }] }, { birth_date: '1990-01-02' }),
      [],
    ],
    ['for the same birth date', gap({ unidentified: [{ ...SOUGHT, ...BORN }] }, BORN), ['X']],
    [
      'for the birth date of another’s ID',
      gap({ unidentified: [{ ...SOUGHT, ...BORN, id_status: 'disputed' }] }, { birth_date: '1990-01-02' }),
      ['X'],
    ],
    ['not for two of one name', gap({ unidentified: [SOUGHT, { ...SOUGHT, record: other }] }), []],
    ['not for nobody', gap({ unidentified: [{ ...SOUGHT, pinyin: null }] }, { pinyin: null }), []],
    [
      'not where she stands herself',
      gap({ mentions: [mention({ record: theirs }), mention({ record: other })] }),
      [],
    ],
    [
      'where another stands under her ID',
      gap({ mentions: [mention({ record: theirs }), mention({ record: other, pinyin: 'b' })] }),
      ['X'],
    ],
    ['not by a name that the ID does not bear', gap({ disputed_ids: [{ id: 'X', pinyin: 'b' }] }), []],
  ])('%s', async (_, tables, ids) => {
    expect((await plan.made('gaps', tables)).map(({ id }) => id)).toEqual(ids);
  });
});

describe('who is numbered anew', () => {
  const VALID = '230190199001010021';
  const NEAR = '230190199001010022';
  const INVALID = { id: '23019019900101', id_status: 'invalid', pinyin: 'a' };

  /** `record role key` with whose number it has: that of a valid ID, or of nobody. */
  async function numbered(tables: Tables): Promise<string[]> {
    const found = await plan.made('renumbered', tables);
    return found
      .map(({ record, role, key, person }) => {
        return `${record} ${role} ${key} ${Number(person) < 0 ? 'nobody' : 'the ID’s'}`;
      })
      .sort();
  }

  const joined = [{ record: 1, role: 'father', node: VALID, key: 'repaired' }];

  it.each<[string, Tables, string[]]>([
    ['one who was joined to a valid ID', { joined }, ['1 father repaired the ID’s']],
    [
      'one who was joined to a mention that no ID names',
      { joined: [{ record: 1, role: 'father', node: 'm1father', key: 'spouse' }] },
      ['1 father spouse nobody'],
    ],
    [
      'one whose ID is invalid and whom nothing joins',
      { unidentified: [{ record: 1, role: 'mother', ...INVALID }] },
      ['1 mother alone nobody'],
    ],
    [
      'one whose ID is invalid, though another of the row was joined',
      { joined, unidentified: [{ record: 1, role: 'mother', ...INVALID }] },
      ['1 father repaired the ID’s', '1 mother alone nobody'],
    ],
    [
      'one whose ID is invalid, once joined, no second time',
      { joined, unidentified: [{ record: 1, role: 'father', ...INVALID }] },
      ['1 father repaired the ID’s'],
    ],
    ['not one without an ID', { unidentified: [{ record: 1, role: 'mother', id_status: 'blank' }] }, []],
    ['not one of a valid ID', { mentions: [mention({ id: VALID })] }, []],
    [
      'one of a valid ID that is another’s too',
      { mentions: [mention({ id: NEAR })], merged_ids: [{ node: NEAR, root: VALID }] },
      ['1 self near the ID’s'],
    ],
    [
      'one of another document',
      { mentions: [mention({ id: 'E1234', id_status: 'other' })] },
      ['1 self id nobody'],
    ],
    [
      'not one of another document that is another’s',
      {
        mentions: [mention({ id: 'E1234', id_status: 'other' })],
        unidentified: [{ record: 1, role: 'self', id_status: 'blank' }],
      },
      [],
    ],
  ])('%s', async (_, tables, rows) => {
    expect(await numbered(tables)).toEqual(rows);
  });
});
