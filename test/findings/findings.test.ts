import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildFindings, type FindingOptions, recountRules } from '../../src/findings/index.js';
import type { Finding } from '../../src/model/finding.js';
import type { Source } from '../../src/model/source.js';
import { maskValue } from '../../src/report/mask.js';
import type { RawFinding } from '../../src/rules/raw-finding.js';
import { groupRows } from '../../src/rules/raw-finding.js';
import type { Rule } from '../../src/rules/rule.js';
import type { SqlValue, Store } from '../../src/store/store.js';
import { recordOf } from '../../src/store/tables.js';
import { emptyTables, putRow } from '../rules/tables.js';

function rule(name: string, more: Partial<Rule> = {}): Rule {
  return {
    name,
    severity: 'error',
    title: { zh: '', en: '' },
    why: { zh: '', en: '' },
    remedy: { zh: '更正“{heading}”', en: 'Correct {heading}' },
    message: { zh: '{mother_name}：{cells}；缺{missing}', en: '{mother_name}: {cells}; missing {missing}' },
    select: () => '',
    ...more,
  };
}

function source(
  number: number,
  register: Source['register'],
  point: string,
  path: string,
  headings: [string, string][],
): Source {
  return {
    source: number,
    path,
    file: path,
    kind: 'csv',
    sha256: '',
    bytes: 0,
    register,
    point,
    witness: false,
    header: { from: 1, to: 1 },
    columns: headings.map(([name, heading], n) => ({ name, heading, index: n + 25 })),
    problems: [],
    notes: [],
    rivals: [],
    width: { headings: headings.length, cells: headings.length },
  };
}

function sources(first: string, second: string): Source[] {
  return [
    source(1, 'births', 'ledger', first, [
      ['mother_id', '母亲身份证号'],
      ['birth_date', '出生日期'],
    ]),
    source(2, 'women', 'system', second, [
      ['id', '身份证号'],
      ['method', '措施'],
      ['last_birth_date', '末次生育'],
    ]),
  ];
}

const OPTIONS: FindingOptions = {
  sources: sources('b.csv', 'w.csv'),
  fingerprintKey: 'key',
  lang: 'zh',
  mask: maskValue,
  writings: new Map(),
  communities: [],
  period: '2023',
};

const ID = '230190199001010028';
const BIRTH = recordOf(1, 4);
const WOMAN = recordOf(2, 9);
const HEADER = recordOf(1, 1);

type Row = Record<string, SqlValue>;
const MISMATCH: Row[] = [
  {
    finding: 'e5',
    ordinal: 0,
    record: BIRTH,
    columns: 'birth_date mother_id',
    community: '朝阳社区',
    event: 5,
    mother_name: '王芳',
  },
  { finding: 'e5', ordinal: 1, record: WOMAN, columns: 'last_birth_date method' },
];

let store: Store;

beforeAll(async () => {
  store = await emptyTables();
  const mother = { mother_name: '王芳', mother_id: ID };
  await putRow(store, 'births', 1, 4, { ...mother, birth_date: '2023-05-03', building: '3号楼' });
  await putRow(store, 'births', 1, 5, { ...mother, birth_date: '2023-05-03', fp: 1 });
  await putRow(store, 'women', 2, 9, {
    name: '王芳',
    id: ID,
    last_birth_date: '2023-05-01',
    method: 'iud',
    partial: 'last_birth_date',
  });
});

afterAll(() => store.close());

function build(raw: RawFinding[], options: Partial<FindingOptions> = {}): Promise<Finding[]> {
  return buildFindings(store, raw, { ...OPTIONS, ...options });
}

describe('buildFindings', () => {
  it('cites places with headings, cells and masked values, and says it in the run’s language', async () => {
    const [finding] = await build(groupRows(rule('birth/mismatched'), MISMATCH));
    expect(finding).toMatchObject({
      rule: 'birth/mismatched',
      severity: 'error',
      community: '朝阳社区',
      period: '2023',
      event: 'birth',
      point: 'ledger',
      building: '3号楼',
      suggestion: '更正“出生日期”',
      evidence: { mother_name: '王*' },
      causedBy: null,
    });
    expect(finding?.records).toEqual([
      {
        path: 'b.csv',
        row: 4,
        register: 'births',
        point: 'ledger',
        columns: ['birth_date', 'mother_id'],
        headings: ['出生日期', '母亲身份证号'],
        cells: ['AA4', 'Z4'],
        values: { birth_date: '2023-05-03', mother_id: '230190************' },
      },
      {
        path: 'w.csv',
        row: 9,
        register: 'women',
        point: 'system',
        columns: ['last_birth_date', 'method'],
        headings: ['末次生育', '措施'],
        cells: ['AB9', 'AA9'],
        values: { last_birth_date: '2023-05', method: 'iud' },
      },
    ]);
    expect(finding?.message).toBe(
      '王*：台账“出生日期”为 2023-05-03；台账“母亲身份证号”为 230190************；信息系统“末次生育”为 2023-05；信息系统“措施”为 上环；缺',
    );
  });

  it.each([
    ['zh', '姓名不详：'],
    ['en', 'an unnamed person: '],
  ] as const)('says of somebody without a name that there is none (%s)', async (lang, beginning) => {
    const [first, ...others] = MISMATCH;
    const nobody = [{ ...first, mother_name: null } as Row, ...others];
    const [finding] = await build(groupRows(rule('birth/mismatched'), nobody), { lang });
    expect(finding?.message.startsWith(beginning)).toBe(true);
    expect(finding?.params.mother_name).toBeNull();
    expect(finding?.evidence.mother_name).toBeNull();
  });

  it('puts places that say the same together, those that few agree with first', async () => {
    const at = (ordinal: number, record: number, columns: string) => ({
      finding: 'x',
      ordinal,
      record,
      columns,
    });
    const rows = [
      { ...at(0, BIRTH, 'birth_date'), community: '朝阳社区', event: 5 },
      at(1, recordOf(1, 5), 'birth_date'),
      at(2, WOMAN, 'last_birth_date'),
    ];
    const [finding] = await build(groupRows(rule('birth/mismatched'), rows));
    expect(finding?.params.cells).toBe('信息系统“末次生育”为 2023-05；台账“出生日期”为 2023-05-03');
  });

  it('shows a whole row by its identity, names what lacks a claim, and drops what nothing is known of', async () => {
    const row = { finding: 'x', ordinal: 0, record: BIRTH, columns: '', community: '朝阳社区', event: null };
    const missing = 'card|households|朝阳社区;system|births|红旗社区';
    const [finding] = await build(groupRows(rule('birth/omitted'), [{ ...row, missing }]), { lang: 'en' });
    expect(finding?.records[0]).toMatchObject({ columns: [], cells: [] });
    expect(finding?.records[0]?.values).toMatchObject({ mother_name: '王*', child_name: null });
    expect(finding?.params.missing).toBe('card (households), system (births) of 红旗社区');
    expect(finding).toMatchObject({ point: 'card', missingFrom: [{ point: 'card' }, { point: 'system' }] });
    expect(finding).not.toHaveProperty('period');
    expect(finding).not.toHaveProperty('unconfirmed');
  });

  it('keeps ids when files are renamed, sources renumbered and rows sorted anew', async () => {
    const before = await build(groupRows(rule('birth/mismatched'), MISMATCH));
    const after = await build(
      groupRows(
        rule('birth/mismatched'),
        MISMATCH.map((row) => ({ ...row, finding: 'e77', event: 77 })),
      ),
      { sources: sources('另存.csv', '全员.csv') },
    );
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(before[0]?.id).toMatch(/^[0-9a-f]{16}$/);
    const other = await build(groupRows(rule('birth/mismatched'), MISMATCH), { fingerprintKey: 'other' });
    expect(other[0]?.id).not.toBe(before[0]?.id);
  });

  it('tells findings apart that agree in all that identifies them, by the content of their rows', async () => {
    const at = (record: number) => ({
      finding: `${record}`,
      ordinal: 0,
      record,
      columns: 'parity',
      community: '',
      event: null,
    });
    const both = groupRows(rule('format/invalid-number'), [at(BIRTH), at(recordOf(1, 5))]);
    const ids = new Map((await build(both)).map(({ id, records }) => [records[0]?.row, id]));
    const again = new Map((await build([...both].reverse())).map(({ id, records }) => [records[0]?.row, id]));
    expect(new Set(ids.values()).size).toBe(2);
    expect(again).toEqual(ids);
  });

  it('masks what a cell holds by the type of its column, and hides it where it cites none', async () => {
    const wrong = { ordinal: 0, community: '', event: null, raw: ID, value: ID };
    const raw = groupRows(rule('identity/invalid-id'), [
      { ...wrong, finding: 'a', record: BIRTH, columns: 'mother_id' },
      { ...wrong, finding: 'b', record: HEADER, columns: '', raw: '王芳,1' },
    ]);
    const findings = await build(raw);
    expect(findings.map(({ evidence }) => evidence.raw).sort()).toEqual(['230190************', '王*']);
    const revealed = await build(raw, { mask: (_, value) => value });
    expect(revealed.map(({ evidence }) => evidence.raw).sort()).toEqual([ID, '王芳,1']);
  });

  it('hangs consequences under their cause, and keeps the cause of what a filter keeps', async () => {
    const cell = { ordinal: 0, record: BIRTH, columns: 'birth_date', event: null };
    const raw = [
      ...groupRows(rule('format/invalid-date'), [{ ...cell, finding: 'f', community: '红旗社区' }]),
      ...groupRows(rule('birth/mismatched'), MISMATCH),
      ...groupRows(rule('format/unknown-code'), [
        { ...cell, finding: 'g', record: WOMAN, columns: 'id', community: '新华社区' },
      ]),
    ];
    const all = await build(raw);
    const cause = all.find((finding) => finding.rule === 'format/invalid-date');
    expect(all.find((finding) => finding.rule === 'birth/mismatched')?.causedBy).toBe(cause?.id);
    expect(all.map(({ community }) => community)).toEqual(['新华社区', '朝阳社区', '红旗社区']);
    const some = await build(raw, { communities: ['朝阳社区'] });
    expect(some.map((finding) => finding.rule)).toEqual(['birth/mismatched', 'format/invalid-date']);
    const statuses = ['birth/mismatched', 'format/unknown-code'].map((name) => ({
      rule: name,
      status: 'failed' as const,
      count: 1,
    }));
    expect(recountRules(statuses, some)).toEqual([
      { rule: 'birth/mismatched', status: 'failed', count: 1 },
      { rule: 'format/unknown-code', status: 'passed', count: 0 },
    ]);
  });
});
