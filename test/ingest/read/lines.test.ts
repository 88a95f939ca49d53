import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnOf, readingOf } from './folder.js';

const ID = '230192195207120951';

/** Tables whose people stand in different columns; `at` names where. */
const LAYOUTS = {
  numbered: { header: '序号,姓名,性别,身份证号,出生日期,死亡日期,登记日期', name: 1, id: 3, date: 5 },
  placed: { header: '社区,姓名,性别,身份证号,死亡日期,户籍性质,备注', name: 1, id: 3, date: 4 },
  named: { header: '姓名,性别,身份证号,死亡日期,登记日期,备注,社区', name: 0, id: 2, date: 3 },
} as const;
type Layout = keyof typeof LAYOUTS;
const layouts = Object.keys(LAYOUTS) as Layout[];

/** A line of cells at the given columns. */
function line(layout: Layout, cells: Record<number, string>): string {
  return LAYOUTS[layout].header
    .split(',')
    .map((_, at) => cells[at] ?? '')
    .join(',');
}

function record(layout: Layout, name = '王芳'): string {
  const { name: n, id, date } = LAYOUTS[layout];
  return line(layout, { [n]: name, [id]: ID, [date]: '2023-03-22' });
}

/** What becomes of lines that stand below a header, between two records. */
async function fateOf(layout: Layout, lines: readonly string[], first = [record(layout)]): Promise<string[]> {
  const text = [LAYOUTS[layout].header, ...first, ...lines, record(layout)].join('\n');
  const { account } = await readingOf('永安社区死亡登记.csv', text, {
    files: [{ glob: '*.csv', register: 'deaths' }],
  });
  const fates = Array.from({ length: account.total }, () => 'read');
  for (const { row, reason } of [...account.skippedRows, ...account.refusedRows]) fates[row - 1] = reason;
  return fates.slice(1 + first.length, -1);
}

const pick = <T>(...all: T[]) => fc.constantFrom(...all);
const of = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((all) => all.join(''));
const maybe = (arbitrary: fc.Arbitrary<string>) => fc.oneof(arbitrary, fc.constant(''));

const person = pick('赵某', '钱明', '孙晓东', '欧阳某某', '13800000000', '');
const role = of(
  maybe(pick('社区', '村', '街道', '单位', '计生办', '分管')),
  pick(
    ...['负责人', '填表人', '审核人', '制表', '经办人', '统计员', '计生专干', '主任', '书记', '网格员'],
    ...['联系电话', '填报日期', '报出日期', '填报单位', '村委会主任', '录入', '站长', '复核', '领导签字'],
  ),
);
const label = of(
  maybe(pick('（', '※')),
  role,
  maybe(pick('（签字）', '(盖章)', '）')),
  pick('：', ':', '： '),
  person,
);
const day = pick('2023-12-31', '2023年12月31日', '2023.12.31', '年  月  日');
const sentence = pick(
  ...[
    '（单位盖章）',
    '二〇二三年十二月',
    '2. 不得空项',
    '* 户籍性质填户籍或流入',
    '此页以下空白',
    '一、户籍人口',
  ],
  ...['2023年度死亡登记表', '转下页', '- 1 -', '五月', '打印时间：2023-12-31 10:00'],
  ...['注：本表一式两份，街道、社区各执一份', '填表说明：1. 按月填报 2. 不得空项', '备注：以上人员已核对'],
  ...[
    '以上数据均来源于公安户籍系统导出并经核对',
    '第 1 页 共 3 页',
    '第2页/共5页',
    '单位：人',
    '以下空白',
    '（续上表）',
  ],
);

/** Signature lines: labels with their values at any columns, in their own cells or beside them. */
const signatures = fc.oneof(
  fc
    .tuple(
      fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 4 }),
      fc.array(label, { minLength: 4, maxLength: 4 }),
    )
    .map(([places, labels]) => Object.fromEntries([...places].sort().map((at, i) => [at, labels[i] ?? '']))),
  fc.tuple(fc.nat(2), role, role, day).map(([at, one, other, date]) => {
    return { [at]: `${one}：`, [at + 1]: '赵某', [at + 2]: `${other}：`, [at + 3]: date };
  }),
  fc
    .tuple(pick('填表人', '制表人', '审核人', '经办人'), pick('填表人', '审核人'), day)
    .map(([one, other, date]) => {
      return { 0: one, 1: '赵某', 3: other, 4: '钱某', 5: date };
    }),
  pick<Record<number, string>>(
    { 0: '计生专干', 1: '赵某' },
    { 0: '网格员', 1: '李某', 3: '13800000000' },
    { 0: '统计 李某', 3: '审核 张某' },
    { 0: '填报人', 1: '张三', 2: '电话', 3: '13812345678' },
    { 0: '打印时间', 1: '2023-12-31 10:00:00' },
    { 0: '注', 1: '本表一式两份' },
  ),
);

const word = pick('合计', '小计', '总计', '汇总', '共计', '累计', '合 计', '总 计', 'Total', '【合计】');
const span = pick('永安社区', '本页', '本月', '5月', '2023年', '全年', '一季度', '上半年', '二组', '本街道');
const total = fc.oneof(
  word,
  of(span, word),
  of(word, pick('：', '（人）', '（1-5月）', '数', '人数', '：3人', '3人', '（本年）')),
  of(span, word, pick('：', '（户）')),
  of(pick('其中：', '其中'), pick('男', '女', '户籍人口')),
  pick('Sum', '计', '本表共3人', '全社区共死亡3人'),
);

const nothing = of(
  maybe(pick('本月', '本季度', '2023年5月', '本年度', '本社区', '永安社区本月')),
  pick('无', '无死亡', '无此情况', '暂无', '没有', '无死亡人员', '未发生死亡'),
);

async function allAre(
  reason: string,
  cells: fc.Arbitrary<Record<number, string>>,
  below?: readonly string[],
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(
      fc.array(cells, { minLength: 50, maxLength: 50 }),
      pick(...layouts),
      async (lines, layout) => {
        const texts = lines.map((one) => line(layout, one));
        if (!below) expect(await fateOf(layout, texts)).toEqual(lines.map(() => reason));
        else for (const text of texts) expect(await fateOf(layout, [text], [])).toEqual([reason]);
      },
    ),
    { numRuns: 6 },
  );
}

describe('lines that are no people', () => {
  test('signatures', () => allAre('note', signatures));

  test('notes of one cell, wherever it stands', () =>
    allAre(
      'note',
      fc.tuple(fc.nat(6), sentence).map(([at, text]) => ({ [at]: text })),
    ));

  test('totals, first in the line or alone beside numbers', () =>
    allAre(
      'total',
      fc.oneof(
        fc
          .tuple(total, fc.integer({ min: 2, max: 6 }), fc.nat(999))
          .map(([text, at, n]) => ({ 0: text, [at]: String(n) })),
        fc.tuple(total, fc.nat(999)).map(([text, n]) => ({ 0: '', 1: text, 4: String(n), 5: `${n}人` })),
      ),
    ));

  test('nothing to report', () =>
    allAre(
      'note',
      fc.tuple(fc.nat(1), nothing).map(([at, text]) => ({ [at]: text })),
    ));

  test('crossed out', () =>
    allAre(
      'blank',
      fc
        .array(pick('/', '/', '-', '—', '', '\\'), { minLength: 7, maxLength: 7 })
        .filter((all) => all.some(Boolean))
        .map((all) => ({ ...all })),
    ));

  const numbers = fc
    .tuple(
      fc.nat(2),
      pick(
        ['1', '2', '3', '4', '5', '6', '7'],
        ['（1）', '（2）', '（3）', '（4）', '（5）', '（6）', '（7）'],
        ['①', '②', '③', '④', '⑤', '⑥', '⑦'],
        ['A', 'B', 'C', 'D', 'E', 'F', 'G'],
        ['一', '二', '三', '四', '五', '六', '七'],
      ),
    )
    .map(
      ([stems, all]) =>
        ({
          ...['甲', '乙'].slice(0, stems),
          ...Object.fromEntries(all.slice(stems).map((_, i) => [i + stems, all[i]])),
        }) as Record<number, string>,
    );
  const hint = pick(
    '必填',
    '选填',
    '文本',
    '男/女',
    '18位',
    '格式：yyyy-mm-dd',
    '下拉选择',
    '例：2023-01-01',
    '非必填',
    '（文本）',
    '*',
    '是',
  );
  const hints = fc
    .tuple(...Array.from({ length: 7 }, () => hint))
    .map((all) => ({ ...all }) as Record<number, string>);

  test('numbers of columns and hints below the header', () => allAre('header', fc.oneof(numbers, hints), []));
});

describe('people', () => {
  const name = pick(
    ...[
      '合',
      '计',
      '总理',
      '汇总',
      '合计',
      '小计',
      '无名氏',
      '其中',
      '注',
      '填表人',
      '王合计',
      '备注',
      '共计',
      '负责人',
      '本月',
      '必填',
    ],
    ...['总计', '累计', '日期', '说明', '张签字', '页', '甲', '一', 'A', '无忌', '单位', '李制表'],
  );
  const odd = pick(
    '',
    '合计',
    '注：迁出',
    '填表人：赵某',
    '其中',
    '/',
    '小计',
    '本月无',
    '（签字）',
    '审核：',
  );

  test.each(layouts)('whatever their names and what else stands there, in layout %s', async (layout) => {
    const { name: n, id, date } = LAYOUTS[layout];
    const others = [0, 1, 2, 3, 4, 5, 6].filter((at) => at > Math.max(n, id, date));
    const row = fc
      .tuple(name, pick('id', 'date'), fc.array(odd, { minLength: 7, maxLength: 7 }))
      .map(([called, by, rest]) =>
        line(layout, {
          ...Object.fromEntries(others.map((at) => [at, rest[at] ?? ''])),
          [n]: called,
          ...(by === 'id' ? { [id]: ID } : { [date]: '2023年5月3日' }),
        }),
      );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 60, maxLength: 60 }), async (rows) => {
        expect(await fateOf(layout, rows)).toEqual(rows.map(() => 'read'));
        expect(await fateOf(layout, rows.slice(0, 1), [])).toEqual(['read']);
      }),
      { numRuns: 6 },
    );
  });

  test('a community of an odd name, a name alone, and one with a sex are read', async () => {
    const lines = [
      '合计,李伟,女,,2023-05-03,,',
      '朝阳社区,李伟,,,,,',
      '朝阳社区,李伟,男,,,,',
      '小计,王芳,女,E1234567,,,',
    ];
    expect(await fateOf('placed', lines)).toEqual(['read', 'read', 'read', 'read']);
  });
});

describe('cells of records', () => {
  const header = '社区,姓名,性别,身份证号,出生日期,死亡日期,户籍性质,登记日期';
  const sound = `永安社区,王芳,女,230193195001011006,1950-01-01,2023-05-01,户籍,2023-05-10`;

  test.each<[string, string, string]>([
    ['last blank cells left out', '永安社区,王芳,女,230193195001011006,1950-01-01,2023-05-01', 'read'],
    ['a required cell left out', '永安社区,王芳,女,230193195001011006,1950-01-01', 'cell-count'],
  ])('%s: %s', async (_, line, fate) => {
    const { account } = await readingOf('死亡登记.csv', [header, sound, line, sound].join('\n'));
    const [refused] = account.refusedRows;
    expect(refused?.reason ?? 'read').toBe(fate);
    const short = { code: 'missing-last-cells', count: 1 };
    expect(account.notes).toEqual(fate === 'read' ? [short] : []);
  });

  test.each(['同上', '〃', '″', '同 上'])('%s in place of a community or a street', async (mark) => {
    const lines = [
      '街道,社区,姓名,死亡日期',
      '永乐街道,永安社区,王芳,2023-05-01',
      `${mark},${mark},李强,2023-05-02`,
    ];
    const reading = await readingOf('医院死亡登记.csv', lines.join('\n'));
    expect(columnOf(reading, 'community')).toEqual(['永安社区', '永安社区']);
    expect(columnOf(reading, 'street')).toEqual(['永乐街道', '永乐街道']);
    expect(reading.account.notes).toContainEqual({ code: 'filled-community', count: 1 });
  });

  test('a ditto mark with nothing above says nothing', async () => {
    const reading = await readingOf('死亡登记.csv', [header, sound.replace('永安社区', '同上')].join('\n'));
    expect(columnOf(reading, 'community')).toEqual([null]);
  });

  test('household numbers on the first line of each household', async () => {
    const lines = [
      '户卡编号,社区,门牌号,户主姓名,姓名,与户主关系,性别,身份证号,出生日期',
      'YA-1,永安社区,1-101,李强,李强,户主,男,230193196706121031,1967-06-12',
      ',,,,张敏,配偶,女,230193197611231048,1976-11-23',
      ',,,,刘伟,户主,男,230193199504061062,1995-04-06',
      'YA-2,永安社区,2-101,陈静,陈静,户主,男,23019319880917109X,1988-09-17',
      ',,,李四,杨洋,配偶,女,230193199702281103,1997-02-28',
      ',,,陈静,赵磊,女,女,230193199207111123,1992-07-11',
    ];
    const reading = await readingOf('户卡.csv', lines.join('\n'));
    expect(columnOf(reading, 'household_no')).toEqual(['YA-1', 'YA-1', '', 'YA-2', '', '']);
    expect(columnOf(reading, 'unit_room').slice(0, 3)).toEqual(['1-101', '1-101', '']);
    expect(reading.account.notes).toContainEqual({ code: 'filled-household', count: 1 });
  });
});
