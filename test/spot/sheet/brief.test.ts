import { describe, expect, test } from 'vitest';
import type { DrawnArea } from '../../../src/model/draw.js';
import type { CitedRecord, Finding } from '../../../src/model/finding.js';
import { briefOf, type Home } from '../../../src/spot/sheet/brief.js';

const AREA = { area: '朝阳社区', community: '朝阳社区' } as DrawnArea;

function place(row: number, columns: string[] = ['birth_date'], register = 'births'): CitedRecord {
  const cells = columns.map((_, at) => `${String.fromCharCode(65 + at)}${row}`);
  const values = { child_name: '王小明', birth_date: '2023-05-03' };
  return {
    path: '台账/a.xlsx',
    sheet: 'x',
    row,
    register,
    point: 'ledger',
    columns,
    headings: columns,
    cells,
    values,
  };
}

function finding(rule: string, more: Partial<Finding> = {}): Finding {
  const base = {
    id: 'x',
    severity: 'error',
    community: '朝阳社区',
    message: '王*',
    suggestion: '',
    params: {},
  };
  return { ...base, rule, records: [place(7)], evidence: {}, causedBy: null, ...more } as Finding;
}

const home = (household: string, building: string): Home => ({ household, building });
const HOMES = new Map([
  ['台账/a.xlsx\u0001x\u00017', home('001-0010', '10号楼')],
  ['台账/a.xlsx\u0001x\u00018', home('001-0009', '9号楼')],
]);

describe('the brief', () => {
  test.each([
    ['another community', finding('birth/mismatched', { community: '红旗社区' })],
    ['a consequence', finding('birth/mismatched', { causedBy: 'y' })],
    ['what somebody accepted', finding('birth/mismatched', { accepted: { reason: '', on: '2024-01-01' } })],
    ['a notice', finding('logic/removal-without-insertion', { severity: 'notice' })],
    ['figures', finding('totals/recount-differs')],
    ['fees and policy in figures', finding('totals/rate-differs', { params: { indicator: 'fees_due' } })],
    ['comparisons of points', finding('line/counts-differ')],
    ['statistical signals', finding('pattern/outlier', { severity: 'warning' })],
    ['what was not handed in', finding('coverage/register-absent')],
    ['a cell on policy', finding('format/unknown-code', { records: [place(7, ['policy'])] })],
  ])('leaves out %s', (_, one) => expect(briefOf(AREA, [one], HOMES)).toEqual([]));

  test('keeps the other cells of a record when it leaves out one on policy', () => {
    const [line] = briefOf(
      AREA,
      [finding('birth/mismatched', { records: [place(7, ['policy', 'parity'])] })],
      HOMES,
    );
    expect(line?.place).toMatchObject({ columns: ['parity'], headings: ['parity'], cells: ['B7'] });
  });

  test('holds no value of any cell', () => {
    const lines = briefOf(AREA, [finding('birth/mismatched')], HOMES);
    expect(JSON.stringify(lines)).not.toMatch(/王|2023-05-03/);
  });

  test.each([
    ['birth/omitted', undefined, 'omitted'],
    ['birth/omitted', true, 'lone'],
    ['person/duplicated', undefined, 'two-cards'],
    ['person/not-removed', undefined, 'still-here'],
    ['marriage/duplicated', undefined, 'duplicated'],
    ['identity/invalid-id', undefined, 'written'],
    ['logic/birth-spacing', undefined, 'dates'],
    ['own/anything', undefined, 'written'],
  ] as const)('says what to look at: %s (lone: %s)', (rule, unconfirmed, look) => {
    const [line] = briefOf(AREA, [finding(rule, { ...(unconfirmed && { unconfirmed }) })], HOMES);
    expect(line?.look).toBe(look);
  });

  test('goes by building and household, names each cell once, and puts what has no household last', () => {
    const records = [place(7), place(8), place(9)];
    const lines = briefOf(
      AREA,
      [finding('birth/mismatched', { records }), finding('birth/mismatched')],
      HOMES,
    );
    expect(lines.map(({ place: { row } }) => row)).toEqual([8, 7, 9]);
  });

  test('of a building: its own households alone', () => {
    const building = { ...AREA, area: '朝阳社区/9号楼', building: '9号楼' };
    const lines = briefOf(
      building,
      [finding('birth/mismatched', { records: [place(7), place(8), place(9)] })],
      HOMES,
    );
    expect(lines.map(({ household }) => household)).toEqual(['001-0009']);
  });
});
