import { beforeAll, describe, expect, it } from 'vitest';
import { checkDigit } from '../../src/keys/id.js';
import { type Entry, entries, world } from './world.js';

/** What the files of a clean world say, read back and recounted without the simulator's own structures. */
describe('a clean world', () => {
  let folder: string;
  const all = (ending: string): Entry[] => entries(folder, ending);
  const of = (row: Entry, heading: string): string => row[heading] ?? '';
  const year = (rows: Entry[], heading: string): Entry[] =>
    rows.filter((row) => of(row, heading).startsWith('2023'));
  const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

  beforeAll(async () => {
    ({ folder } = await world({ people: 2400 }));
  });

  it('has as many people on the cards as were asked for', () => {
    expect(all('家庭户卡')).toHaveLength(2400);
  });

  it('gives one valid ID to one person, of counties that were never assigned', () => {
    const people = new Map<string, string>();
    for (const row of all('家庭户卡')) {
      const id = of(row, '身份证号');
      expect(id).toMatch(/^\d\d019\d|^23019[0-8]/);
      expect(checkDigit(id.slice(0, 17))).toBe(id.slice(17));
      expect(id.slice(6, 14)).toBe(of(row, '出生日期').replaceAll('-', ''));
      expect(Number(id[16]) % 2 === 1).toBe(of(row, '性别') === '男');
      const known = people.get(id) ?? of(row, '姓名');
      expect(of(row, '姓名')).toBe(known);
      people.set(id, known);
    }
  });

  it.each([
    ['出生登记', '出生医学证明编号'],
    ['婚姻登记', '结婚证号'],
    ['节育登记', '妇女身份证号'],
    ['死亡登记', '身份证号'],
    ['流动人口登记', '身份证号'],
  ])('keeps the same %s at ledger and system', (register, key) => {
    const counts = new Map<string, number>();
    for (const row of all(register)) {
      const text = `${of(row, '社区')} ${of(row, key)} ${of(row, '节育措施')} ${of(row, '流向')}`;
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    expect(counts.size).toBeGreaterThan(0);
    expect([...counts.values()].filter((count) => count % 2 !== 0)).toEqual([]);
  });

  it('shows each woman alike at three points', () => {
    const lines = new Map<string, Set<string>>();
    const rows = [...all('育妇卡'), ...all('育龄妇女登记')];
    for (const row of rows) {
      const key = `${of(row, '社区')} ${of(row, '身份证号')}`;
      const seen = lines.get(key) ?? new Set();
      lines.set(key, seen.add(Object.values(row).join()));
    }
    expect([...lines.values()].every((seen) => seen.size === 1)).toBe(true);
    expect(rows).toHaveLength(lines.size * 3);
  });

  it('has every child of the year on a card, but those whose family moved away', () => {
    const onCards = new Set(all('家庭户卡').map((row) => of(row, '身份证号')));
    const gone = new Set(
      all('迁移登记')
        .filter((row) => of(row, '迁向') === '迁出')
        .map((row) => of(row, '身份证号')),
    );
    const births = year(all('出生登记'), '出生日期');
    expect(births.length).toBeGreaterThan(20);
    for (const row of births) {
      const id = of(row, '婴儿身份证号');
      expect(onCards.has(id) || gone.has(id)).toBe(true);
    }
  });

  it('registers every event within thirty days, and none before it happened', () => {
    const check = (rows: Entry[], happened: string, registered: string): void => {
      for (const row of rows) {
        const late = days(of(row, happened), of(row, registered));
        expect(late).toBeGreaterThanOrEqual(0);
        expect(late).toBeLessThanOrEqual(30);
      }
    };
    check(all('出生登记'), '出生日期', '登记日期');
    check(all('婚姻登记'), '结婚日期', '上报日期');
    check(all('节育登记'), '手术日期', '登记日期');
    check(all('死亡登记'), '死亡日期', '登记日期');
  });

  it('registers something on the last day of the year, so that the as-of date is that day', () => {
    expect(all('出生登记').some((row) => of(row, '登记日期') === '2023-12-31')).toBe(true);
  });

  it('spaces births of one mother, and counts them on', () => {
    const mothers = new Map<string, Entry[]>();
    for (const row of all('信息系统/出生登记')) {
      if (of(row, '户籍性质') !== '户籍') continue;
      const list = mothers.get(of(row, '母亲身份证号')) ?? [];
      mothers.set(of(row, '母亲身份证号'), [...list, row]);
    }
    for (const births of mothers.values()) {
      births.sort((a, b) => (of(a, '孩次') < of(b, '孩次') ? -1 : 1));
      births.slice(1).forEach((row, index) => {
        const before = births[index] as Entry;
        const apart = days(of(before, '出生日期'), of(row, '出生日期'));
        expect(apart === 0 ? of(row, '备注') === '双胞胎' : apart > 270).toBe(true);
        expect(Number(of(row, '孩次'))).toBeGreaterThan(Number(of(before, '孩次')));
      });
    }
  });

  it('marries nobody too young, and first marriages only once', () => {
    const first = new Set<string>();
    for (const row of all('信息系统/婚姻登记')) {
      for (const [side, age] of [
        ['男方', 22],
        ['女方', 20],
      ] as const) {
        const id = of(row, `${side}身份证号`);
        const birth = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
        expect(days(birth, of(row, '结婚日期'))).toBeGreaterThan(age * 365.2);
        if (of(row, `${side}婚次`) !== '初婚') continue;
        expect(first.has(id)).toBe(false);
        first.add(id);
      }
    }
  });

  it('reports the population that its registers give', () => {
    const yearly = new Map(
      all('统计报表_年报').map((row) => [`${of(row, '地区')} ${of(row, '指标')}`, Number(of(row, '数值'))]),
    );
    for (const community of ['朝阳社区', '红旗社区', '新华社区']) {
      const here = (rows: Entry[]): Entry[] => rows.filter((row) => of(row, '社区') === community);
      const value = (indicator: string): number => yearly.get(`${community} ${indicator}`) ?? Number.NaN;
      const cards = here(all('家庭户卡')).filter((row) => of(row, '居住状态') !== '流入');
      const births = year(here(all('信息系统/出生登记')), '出生日期').filter(
        (row) => of(row, '户籍性质') === '户籍',
      );
      const moves = here(all('信息系统/迁移登记'));
      expect(value('期末总人口')).toBe(cards.length);
      expect(value('出生人数')).toBe(births.length);
      expect(value('死亡人数')).toBe(here(all('信息系统/死亡登记')).length);
      expect(value('迁入人数')).toBe(moves.filter((row) => of(row, '迁向') === '迁入').length);
      const change = value('出生人数') - value('死亡人数') + value('迁入人数') - value('迁出人数');
      expect(value('期初总人口') + change).toBe(value('期末总人口'));
      expect(value('一孩出生') + value('二孩出生') + value('多孩出生')).toBe(value('出生人数'));
    }
    expect(yearly.get('云溪区 期末总人口')).toBe(
      all('家庭户卡').filter((row) => of(row, '居住状态') !== '流入').length,
    );
  });

  it('holds the traps', () => {
    const births = all('信息系统/出生登记');
    expect(births.some((row) => of(row, '备注') === '双胞胎')).toBe(true);
    expect(all('台账/朝阳社区_出生登记').length).toBeLessThan(births.length);
    expect(births.filter((row) => of(row, '户籍性质') === '流入').length).toBeGreaterThan(0);
    expect(all('信息系统/婚姻登记').some((row) => of(row, '女方婚次') === '再婚')).toBe(true);
    const methods = all('信息系统/节育登记').map((row) => of(row, '节育措施'));
    expect(methods).toEqual(expect.arrayContaining(['取环', '复通']));
    const cards = all('家庭户卡');
    const namesakes = new Map<string, Set<string>>();
    for (const row of cards) {
      const key = of(row, '姓名') + of(row, '出生日期');
      namesakes.set(key, (namesakes.get(key) ?? new Set()).add(of(row, '身份证号')));
    }
    expect([...namesakes.values()].some((ids) => ids.size > 1)).toBe(true);
    expect(all('信息系统/流动人口登记').some((row) => of(row, '离开日期') !== '')).toBe(true);
  });
});
