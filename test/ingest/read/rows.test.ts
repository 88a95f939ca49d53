import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RowAccount } from '../../../src/model/source.js';
import { columnOf, readingOf } from './folder.js';

const HEADER = '社区,姓名,性别,身份证号,死亡日期,备忘';
const RECORD = '朝阳社区,王芳,女,230192195207120951,2023-03-22,';

/** What became of each row below the header: `.` read, else the reason. */
function fates(account: RowAccount): string[] {
  const fates = Array.from({ length: account.total }, () => '.');
  for (const { row, reason } of [...account.skippedRows, ...account.refusedRows]) fates[row - 1] = reason;
  return fates;
}

async function fatesOf(lines: readonly string[]): Promise<string[]> {
  const { account } = await readingOf('死亡登记.csv', [HEADER, ...lines].join('\n'));
  expect(account.total).toBe(account.read + account.skipped + account.refused);
  return fates(account).slice(1);
}

describe('every row is accounted for', () => {
  test.each<[string, string, string]>([
    ['a record', RECORD, '.'],
    ['a record of blanks but for one cell', ',李伟,,,,', '.'],
    ['a lone community', '新华社区,,,,,', 'blank'],
    ['total', '合计,,12,,,', 'total'],
    ['total with white space', ' 合　计 ,,12,,,', 'total'],
    ['total in another column beside numbers', ',,小计,12,,', 'total'],
    ['a person whose community is called like a total', '合计,王芳,女,230192195207120951,2023-03-22,', '.'],
    ['a row of the name, with a date', '合计,王芳,女,,2023-03-22,', '.'],
    ['a form that waits to be filled in', '朝阳社区,,,,,12', 'blank'],
    ['a remark in a column without heading', ',,,,,见附件', 'note'],
    ['signatures', '负责人（签字）：,,填表人：,,日期：2024.1.5,', 'note'],
    ['a note', '注：本表一式两份,,,,,', 'note'],
    ['a lone sentence', '以上人员均已核对户口注销情况无误,,,,,', 'note'],
    ['a page number', '第 2 页,,,,,', 'note'],
    ['the header once more', HEADER, 'header'],
    ['too few cells', '朝阳社区,王芳,女', 'cell-count'],
    ['too many cells', `${RECORD},x`, 'cell-count'],
    ['too many cells, but blank ones', `${RECORD},,`, '.'],
    ['a total of fewer cells', '合计,1', 'total'],
    ['a note of one cell', '填表人：张某', 'note'],
    ['a quote that is not closed', '朝阳社区,"王芳,女,x,2023-03-22,', 'unclosed-quote'],
  ])('%s', async (_, line, fate) => {
    expect(await fatesOf([RECORD, line, RECORD])).toEqual(['.', fate, '.']);
  });

  test('blank rows in between are rows, those at the end are none', async () => {
    expect(await fatesOf([RECORD, ',,,,,', '', RECORD, ',,,,,', '', ''])).toEqual([
      '.',
      'blank',
      'blank',
      '.',
    ]);
  });

  test('the numbers that a form prints below its header', async () => {
    expect(await fatesOf(['甲,乙,1,2,3,4', RECORD])).toEqual(['header', '.']);
    expect(await fatesOf([RECORD, '朝阳社区,7,女,8,2023-03-22,'])).toEqual(['.', '.']);
  });

  test('titles above the header, and again on the next page', async () => {
    const lines = ['死亡登记,,,,,', '', HEADER, RECORD, '死亡登记,,,,,', HEADER, RECORD];
    const { source, rows, account } = await readingOf('a.csv', lines.join('\n'));
    expect(source.header).toEqual({ from: 3, to: 3 });
    expect(fates(account)).toEqual(['title', 'blank', 'header', '.', 'title', 'header', '.']);
    expect(rows.map((row) => row.row)).toEqual([4, 7]);
  });

  test('titles and notes may break their lines', async () => {
    const title = '"死亡登记\n（2023年）"';
    const lines = [
      title,
      '"填报单位：\n甲","填表人：\n乙"',
      HEADER,
      RECORD,
      '"注：1. 一式两份\n2. 逾期不候"',
      RECORD,
    ];
    const { source, account } = await readingOf('死亡登记.csv', lines.join('\n'));
    expect(source.header.to).toBe(3);
    expect(fates(account)).toEqual(['title', 'title', 'header', '.', 'note', '.']);
  });

  test('records in a quote that was closed by accident are no note', async () => {
    expect(await fatesOf([RECORD, `"${RECORD}`, `${RECORD}"`, RECORD])).toEqual([
      '.',
      'unclosed-quote',
      '.',
      '.',
    ]);
  });

  test('a file cut in the middle of a quote', async () => {
    expect(await fatesOf([RECORD, `${RECORD}"剩下的`])).toEqual(['.', 'unclosed-quote']);
  });

  test('spoilt lines are counted one by one, in one refusal', async () => {
    const lines = [HEADER, RECORD, '朝阳社区,"李', '伟', RECORD];
    const { account, rows } = await readingOf('死亡登记.csv', lines.join('\n'));
    expect(account).toMatchObject({ total: 5, read: 2, skipped: 1, refused: 2 });
    expect(account.refusedRows).toMatchObject([{ row: 3, reason: 'unclosed-quote', detail: '2' }]);
    expect(rows.map((row) => row.row)).toEqual([2, 5]);
  });

  test('whatever rows come, the sums agree and the rows go up', async () => {
    const row = fc.constantFrom(
      RECORD,
      HEADER,
      '',
      ',,,,,',
      '合计,,1,,,',
      '注：x',
      'a,b',
      '"',
      '"x\ny",,,,,',
      `${RECORD}"`,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 25 }), async (lines) => {
        const { account, rows } = await readingOf('死亡登记.csv', [HEADER, RECORD, ...lines].join('\n'));
        expect(account.total).toBe(account.read + account.skipped + account.refused);
        expect(account.skippedRows).toHaveLength(account.skipped);
        expect(rows).toHaveLength(account.read);
        const all = [...rows, ...account.skippedRows, ...account.refusedRows].map((one) => one.row);
        expect(new Set(all).size).toBe(all.length);
        expect(Math.max(...all)).toBeLessThanOrEqual(account.total);
      }),
      { numRuns: 60 },
    );
  });
});

describe('cells taken from the row above', () => {
  test('a blank community, counted', async () => {
    const lines = [HEADER, RECORD, RECORD.replace('朝阳社区', ''), RECORD.replace('朝阳社区', ' ')];
    const reading = await readingOf('死亡登记.csv', lines.join('\n'));
    expect(columnOf(reading, 'community')).toEqual(['朝阳社区', '朝阳社区', '朝阳社区']);
    expect(reading.account.notes).toContainEqual({ code: 'filled-community', count: 2 });
  });

  test('the parents of a twin, if all their cells are blank', async () => {
    const header = '社区,婴儿姓名,婴儿性别,出生日期,孩次,母亲姓名,母亲身份证号,父亲姓名,父亲身份证号';
    const birth = (name: string, parents: string) => `朝阳社区,${name},女,2023-01-01,1,${parents}`;
    const rows = [birth('甲', '王芳,1,李伟,2'), birth('乙', ',,,'), birth('丙', ',3,,')];
    const reading = await readingOf('出生登记.csv', [header, ...rows].join('\n'));
    expect(columnOf(reading, 'mother_name')).toEqual(['王芳', '王芳', '']);
    expect(columnOf(reading, 'father_id')).toEqual(['2', '2', '']);
  });
});

describe('as above', () => {
  test.each(['〃', '〃〃', '″', '同上', '同 前', '如上', 'ditto', '＂', ''])(
    '%j in place and household',
    async (mark) => {
      const member = (place: string, number: string, name: string, relation: string) =>
        [place, number, name, relation, '女', '1', '1990-01-01'].join(',');
      const rows = [
        '社区,户编号,姓名,与户主关系,性别,身份证号,出生日期',
        member('朝阳社区', 'H1', '甲', '户主'),
        member(mark, mark, '乙', '女'),
        member(mark, mark, '丙', '女'),
      ];
      const reading = await readingOf('家庭户卡.csv', rows.join('\n'));
      expect(columnOf(reading, 'community')).toEqual(['朝阳社区', '朝阳社区', '朝阳社区']);
      expect(columnOf(reading, 'household_no')).toEqual(['H1', 'H1', 'H1']);
      expect(reading.account.notes).toEqual([
        { code: 'filled-community', count: 2 },
        { code: 'filled-household', count: 2 },
      ]);
    },
  );
});

test('headings of a program right below those of people are header, and no second table', async () => {
  const rows = [
    '社区,姓名,性别,身份证号,死亡日期',
    'community,name,sex,id,death_date',
    '朝阳社区,甲,男,1,2023-01-01',
  ];
  const { account } = await readingOf('死亡登记.csv', rows.join('\n'));
  expect(account).toMatchObject({ read: 1, skippedRows: [{ reason: 'header' }, { reason: 'header' }] });
});

describe('figures', () => {
  test('one column an indicator: a row a cell, the column beside it', async () => {
    const text = '地区,期间,出生人数,死亡人数\n朝阳社区,2023,14,6\n合计,2023,14,\n';
    const { source, rows, account } = await readingOf('统计报表.csv', text);
    expect(source.columns.map((column) => column.name)).toEqual([
      'area',
      'period',
      'indicator',
      'value',
      'unit',
    ]);
    expect(rows).toEqual([
      { row: 2, cells: ['朝阳社区', '2023', '出生人数', '14', null], column: 2 },
      { row: 2, cells: ['朝阳社区', '2023', '死亡人数', '6', null], column: 3 },
      { row: 3, cells: ['合计', '2023', '出生人数', '14', null], column: 2 },
    ]);
    expect(account).toMatchObject({ total: 3, read: 2, skipped: 1 });
  });

  test('a total has its word in the column of numbers, and the period of the rows if they have one', async () => {
    const rowsOf = (...periods: string[]) =>
      [
        '序号,地区,期间,出生人数,死亡人数',
        ...periods.map((one) => `1,朝阳社区,${one},7,3`),
        '合计,,,14,6',
      ].join('\n');
    const one = await readingOf('统计报表.csv', rowsOf('2023', '2023'));
    expect(one.rows.at(-1)?.cells.slice(0, 2)).toEqual(['合计', '2023']);
    const months = await readingOf('统计报表.csv', rowsOf('2023-01', '2023-02'));
    expect(months.account.skippedRows.at(-1)).toEqual({ row: 4, reason: 'total' });
  });

  test.each([
    ['单位,期间,指标,数值', '朝阳社区', 'area'],
    ['单位,期间,指标,数值', '人', 'unit'],
    ['地区,期间,指标,数值,单位', '人', 'unit'],
  ])('单位 in %s holding %s is the %s', async (header, held, name) => {
    const cells = header.split(',').map((heading) => (heading === '单位' ? held : '1'));
    const { source } = await readingOf('统计报表.csv', `${header}\n${cells.join(',')}\n`);
    expect(source.columns.find((column) => column.heading === '单位')?.name).toBe(name);
  });
});
