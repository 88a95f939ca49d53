import { describe, expect, test } from 'vitest';
import { columnOf, readingOf, surveyOf } from './folder.js';

const BIRTHS = ['社区', '婴儿姓名', '婴儿性别', '出生日期', '孩次', '母亲姓名', '母亲身份证号'];
const birth = (n: number) => ['永安社区', `王${n}`, '男', `2023-05-0${n}`, '1', '李芳', '230192199001011234'];
const DEATHS = ['社区', '姓名', '性别', '身份证号', '死亡日期'];
const death = (n: number) => ['永安社区', `张${n}`, '女', '230192195207120951', `2023-03-0${n}`];
const csv = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join(',')).join('\n');
const noteOf = (reading: Awaited<ReturnType<typeof readingOf>>) =>
  [...reading.source.notes, ...reading.account.notes].filter(({ code }) => code === 'second-table');

describe('a second table further down', () => {
  const rows = (more: number) => [
    ...[['出生登记'], BIRTHS, birth(1), birth(2)],
    ...Array.from({ length: more }, () => birth(3)),
    ...[[], ['死亡登记'], DEATHS, death(1), death(2), ['张无号', '', '女', '', '2023-05']],
  ];

  test.each([0, 100])('is named once and left out, %i rows below', async (more) => {
    const reading = await readingOf('永安社区出生登记.csv', csv(rows(more)));
    expect(reading.source.register).toBe('births');
    expect(reading.rows).toHaveLength(2 + more);
    expect(noteOf(reading)).toEqual([{ code: 'second-table', count: 1, detail: `A${7 + more}` }]);
    expect(reading.account).toMatchObject({ total: 10 + more, read: 2 + more, skipped: 8, refused: 0 });
    const reasons = reading.account.skippedRows.map(({ reason }) => reason);
    expect(reasons.filter((reason) => reason === 'other-table')).toHaveLength(4);
  });

  test('the table goes on where its own header comes again', async () => {
    const reading = await readingOf(
      '出生登记.csv',
      csv([BIRTHS, birth(1), DEATHS, death(1), BIRTHS, birth(2)]),
    );
    expect(columnOf(reading, 'child_name')).toEqual(['王1', '王2']);
    expect(noteOf(reading)).toHaveLength(1);
  });

  test('the same header on the next page, with a column less, is none', async () => {
    const short = BIRTHS.slice(0, 6);
    const reading = await readingOf(
      '出生登记.csv',
      csv([BIRTHS, birth(1), BIRTHS, birth(2), short, birth(3)]),
    );
    expect(reading.rows).toHaveLength(3);
    expect(noteOf(reading)).toEqual([]);
  });

  test('is noticed where only the configuration knows its headings', async () => {
    const own = ['居住村', '亡者', '亡者性别', '亡者证号', '亡故日'];
    const headings = {
      deaths: { name: ['亡者'], sex: ['亡者性别'], id: ['亡者证号'], death_date: ['亡故日'] },
    };
    const rows = [BIRTHS, birth(1), own, ['永安社区', '张三', '男', '', '2023-05']];
    const configured = await readingOf('出生登记.csv', csv(rows), { headings });
    expect(noteOf(configured)).toEqual([{ code: 'second-table', count: 1, detail: 'A3' }]);
    expect(noteOf(await readingOf('出生登记.csv', csv(rows)))).toEqual([]);
  });

  test('nor is a person without a number', async () => {
    const odd = ['永安社区', '姓名', '男', '', '', '备注', ''];
    const reading = await readingOf('出生登记.csv', csv([BIRTHS, birth(1), odd, birth(2)]));
    expect(noteOf(reading)).toEqual([]);
  });
});

describe('a second table beside', () => {
  const beside = (left: readonly string[], right: readonly string[]) => [...left, '', ...right];

  test.each<[string, readonly string[], (n: number) => readonly string[], string]>([
    ['the list going on', DEATHS, death, 'G1'],
    ['of another register', BIRTHS, birth, 'G1'],
  ])('%s behind a blank column', async (_, header, row, place) => {
    const rows = [beside(DEATHS, header), beside(death(1), row(2)), beside(death(3), row(4))];
    const reading = await readingOf('死亡登记.csv', csv(rows));
    expect(columnOf(reading, 'name')).toEqual(['张1', '张3']);
    expect(noteOf(reading)).toEqual([{ code: 'second-table', count: 1, detail: place }]);
    expect(reading.account.conflicts).toEqual([]);
    expect(reading.source.rivals).toEqual([]);
  });

  test('the list going on at once', async () => {
    const rows = [
      [...DEATHS, ...DEATHS],
      [...death(1), ...death(2)],
    ];
    const reading = await readingOf('死亡登记.csv', csv(rows));
    expect(noteOf(reading)).toMatchObject([{ detail: 'F1' }]);
  });

  test('two columns of one heading are no table', async () => {
    const { sources } = await surveyOf({
      '死亡登记.csv': csv([
        [...DEATHS, '死亡日期', '备注'],
        [...death(1), '2023-03-02', ''],
      ]),
    });
    expect(sources[0]?.notes.map(({ code }) => code)).not.toContain('second-table');
  });
});
