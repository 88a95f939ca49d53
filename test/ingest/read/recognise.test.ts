import { describe, expect, test } from 'vitest';
import { columnOf, readingOf, surveyOf } from './folder.js';

const ID = { man: '230193195706121037', woman: '230193195001011006' };
const MEN_AND_WOMEN = [ID.woman, ID.man, ID.woman, ID.man, ID.woman, ID.man];
const WOMEN = MEN_AND_WOMEN.map(() => ID.woman);

/** A table of people: `cells` gives the cells after name and ID. */
function people(headings: string, ids: readonly string[], cells: (i: number) => string): string {
  return [`姓名,身份证号,${headings}`, ...ids.map((id, i) => `王某${i},${id},${cells(i)}`)].join('\n');
}

async function registerOf(name: string, text: string): Promise<string> {
  const { sources, refused } = await surveyOf({ [name]: text });
  return (
    refused[0]?.reason ??
    `${sources[0]?.register} ${sources[0]?.problems.map(({ column }) => column).join(' ')}`.trim()
  );
}

const isWoman = (i: number) => (i % 2 === 0 ? '女' : '男');

describe('a list of people is what its content says', () => {
  test.each<[string, string, string, string]>([
    [
      'residents with a marital status and men',
      '永安社区人员.csv',
      people('婚姻状况', MEN_AND_WOMEN, () => '初婚'),
      'households household_no sex birth_date',
    ],
    [
      'residents with sexes',
      '永安社区人员.csv',
      people('性别,婚姻状况,出生日期', WOMEN, () => '女,初婚,1950-01-01'),
      'households household_no',
    ],
    [
      'residents with relations',
      '永安社区人员.csv',
      people('与户主关系,婚姻状况', WOMEN, () => '配偶,初婚'),
      'households household_no sex birth_date',
    ],
    [
      'women and nothing that says otherwise',
      '永安社区人员.csv',
      people('婚姻状况', WOMEN, () => '初婚'),
      'women',
    ],
    [
      'women by name, one ID among them a man’s',
      '永安社区育龄妇女登记.csv',
      people('性别,婚姻状况', [...WOMEN, ...WOMEN, ID.man], () => '女,初婚'),
      'women',
    ],
    [
      'residents with a column for the dead',
      '永安社区人员.csv',
      people(
        '性别,出生日期,死亡日期',
        MEN_AND_WOMEN,
        (i) => `${isWoman(i)},1950-01-01,${i === 3 ? '2023-05-08' : ''}`,
      ),
      'households household_no',
    ],
    [
      'the dead',
      '永安社区人员.csv',
      people('性别,出生日期,死亡日期', MEN_AND_WOMEN, (i) => `${isWoman(i)},1950-01-01,2023-05-08`),
      'deaths',
    ],
    [
      'residents with a column for those who moved away',
      '永安社区人员.csv',
      people(
        '性别,出生日期,迁向,迁出日期',
        MEN_AND_WOMEN,
        (i) => `${isWoman(i)},1950-01-01,${i === 1 ? '迁出,2023-05-08' : ','}`,
      ),
      'households household_no',
    ],
    [
      'households with their numbers',
      '永安社区人员.csv',
      people('户号,性别,出生日期', MEN_AND_WOMEN, (i) => `YA-${i},${isWoman(i)},1950-01-01`),
      'households',
    ],
  ])('%s', async (_, name, text, register) => {
    expect(await registerOf(name, text)).toBe(register);
  });

  test.each<[string, string, string, string[]]>([
    [
      'women by name, men by content',
      '永安社区育龄妇女登记.csv',
      people('性别,婚姻状况', MEN_AND_WOMEN, (i) => `${isWoman(i)},初婚`),
      ['育龄妇女登记', '家庭户卡', '男性', '户卡编号', 'register: households', '永安社区育龄妇女登记.csv'],
    ],
    [
      'the dead by name, without a date of death',
      '永安社区死亡登记.csv',
      people('性别,出生日期,死亡日期', MEN_AND_WOMEN, (i) => `${isWoman(i)},1950-01-01,`),
      ['死亡登记', '家庭户卡', '没有填写事件日期', 'register: households'],
    ],
  ])('in doubt it is refused, with what speaks for and against: %s', async (_, name, text, words) => {
    const reason = await registerOf(name, text);
    expect(words.filter((word) => !reason.includes(word))).toEqual([]);
  });

  test('what the configuration says settles it', async () => {
    const text = people('性别,出生日期,死亡日期', MEN_AND_WOMEN, (i) => `${isWoman(i)},1950-01-01,`);
    const files = [{ glob: '*.csv', register: 'deaths' as const }];
    const { sources, refused } = await surveyOf({ '永安社区死亡登记.csv': text }, { files });
    expect([refused, sources[0]?.register]).toEqual([[], 'deaths']);
  });

  test('headings without their required ones are named, not denied', async () => {
    const reason = await registerOf('a.csv', '村居,母亲姓名,婴儿性别,接生单位\n朝阳社区,王芳,女,某医院');
    expect(reason).toContain('出生登记');
    expect(reason).not.toContain('没有找到任何登记册的表头');
  });
});

describe('dates of coming and going side by side', () => {
  const header = '姓名,性别,身份证号,流入日期,流出日期';
  const rows = [`王芳,女,${ID.woman},2022-05-01,2023-03-10`, `李强,男,${ID.man},2022-05-02,`];
  const boundIn = async (name: string, text: string) => {
    const { sources } = await surveyOf({ [name]: text });
    const dates = sources[0]?.columns.filter(({ name: one }) => one.endsWith('_date')) ?? [];
    return [...dates.map(({ name: one, heading }) => `${one}=${heading}`), ...(sources[0]?.rivals ?? [])];
  };

  test('the one of the list’s own direction is the start', async () => {
    const text = [header, ...rows].join('\n');
    expect(await boundIn('永安社区流入人口登记.csv', text)).toEqual([
      'start_date=流入日期',
      'end_date=流出日期',
    ]);
    expect(await boundIn('永安社区流出人口登记.csv', text)).toEqual([
      'end_date=流入日期',
      'start_date=流出日期',
    ]);
  });

  test('rows of the other direction have them the other way round', async () => {
    const text = [`流向,${header}`, `流入,${rows[0]}`, `流出,${rows[0]}`].join('\n');
    const reading = await readingOf('流动人口登记.csv', text);
    expect(columnOf(reading, 'start_date')).toEqual(['2022-05-01', '2023-03-10']);
    expect(columnOf(reading, 'end_date')).toEqual(['2023-03-10', '2022-05-01']);
  });
});
