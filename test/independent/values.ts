/** Dice, dates, names and resident IDs of a second invented world, from section 3 of the specification alone. */

/** A seeded row of numbers: the same seed, the same world. */
export class Dice {
  constructor(private state: number) {}

  /** From 0 to 1, 1 excluded. */
  roll(): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    const mixed = Math.imul(this.state ^ (this.state >>> 15), 0x2c1b3c6d);
    return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.roll() * (high - low + 1));
  }

  one<T>(list: readonly T[]): T {
    const chosen = list[this.whole(0, list.length - 1)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  }

  day(from: string, to: string): string {
    return later(from, this.whole(0, apart(from, to)));
  }
}

const DAY = 24 * 60 * 60 * 1000;

export const later = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** Days from one date to another. */
export const apart = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/** The 18th character of an ID by ISO 7064 MOD 11-2, as GB 11643 has it. */
export function lastOf(body: string): string {
  let rest = 0;
  for (const digit of body) rest = ((rest + Number(digit)) * 2) % 11;
  return '0123456789X'[(12 - rest) % 11] ?? '';
}

export function numberOf(region: string, birth: string, order: number): string {
  const body = `${region}${birth.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
  return body + lastOf(body);
}

export function grouped<T>(list: readonly T[], of: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(of(one));
    if (group) group.push(one);
    else groups.set(of(one), [one]);
  }
  return groups;
}

const FAMILY =
  '江沈韩杨朱秦尤许何吕施孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛范彭鲁韦昌马苗凤方任袁柳史唐费薛雷贺';
const GIVEN = '安邦彩丹恩芳庚涵佳康岚茂宁鹏琪荣珊婷伟霞妍展知卓波晨栋帆刚浩静凯磊敏楠培清睿松彤薇翔阳哲竹';

export interface Person {
  name: string;
  sex: '男' | '女';
  birth: string;
  id: string;
}

/** Makes people whose names and IDs nobody else has. */
export class Registry {
  private readonly taken = new Set<string>();
  private order = 0;

  constructor(readonly dice: Dice) {}

  person(sex: '男' | '女', birth: string, region: string, family?: string): Person {
    const id = this.id(sex, birth, region);
    return { name: this.name(family), sex, birth, id };
  }

  private id(sex: '男' | '女', birth: string, region: string): string {
    for (;;) {
      this.order += 1;
      const order = ((this.order * 2 + (sex === '男' ? 1 : 0)) % 980) + 10;
      const id = numberOf(region, birth, order);
      if (!this.taken.has(id)) {
        this.taken.add(id);
        return id;
      }
    }
  }

  /** Three characters that nobody bears: people who share a name share it by a fault alone. */
  private name(family?: string): string {
    for (;;) {
      const name =
        (family ?? this.dice.one([...FAMILY])) + this.dice.one([...GIVEN]) + this.dice.one([...GIVEN]);
      if (!this.taken.has(name)) {
        this.taken.add(name);
        return name;
      }
    }
  }
}
