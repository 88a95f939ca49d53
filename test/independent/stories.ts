/** Stories of families: what people of one kind live through, and what of it is on record. */
import type { Card, Enrolment, Family, Member, Residence } from './family.js';
import { apart, type Dice, later, type Person, type Registry } from './values.js';

export const AS_OF = '2023-12-31';
/** Registers of events begin here. What was before, only the registers of people show. */
const SINCE = '2021-01-01';
/** The last day on which anything happened: the registration is still of this year. */
const LAST = '2023-12-10';

/** One family in the making. */
export class Story {
  readonly family: Family;
  private readonly dice: Dice;

  constructor(
    readonly registry: Registry,
    readonly community: string,
    readonly region: string,
    readonly elsewhere: string,
    private readonly number: number,
    story: string,
  ) {
    this.dice = registry.dice;
    this.family = { story, cards: [this.card(community, number)], facts: [] };
  }

  private card(community: string, number: number): Card {
    const building = `${(number % 4) + 1}号楼`;
    return {
      no: `${this.region}${String(number).padStart(5, '0')}`,
      community,
      building,
      room: String(100 + number),
      members: [],
    };
  }

  /** A second card in the other community. */
  secondCard(): Card {
    const card = this.card(this.elsewhere, this.number + 5000);
    this.family.cards.push(card);
    return card;
  }

  day(from: string, to: string): string {
    return this.dice.day(from, to < LAST ? to : LAST);
  }

  couple(from: number, to: number): [Person, Person] {
    const year = this.dice.whole(from, to);
    const wife = this.registry.person('女', this.dice.day(`${year}-01-05`, `${year}-12-20`), this.region);
    const older = this.dice.day(`${year - 3}-01-05`, `${year - 1}-12-20`);
    return [this.registry.person('男', older, this.region), wife];
  }

  lives(person: Person, relation: string, marital: string, residence: Residence = '常住', on = 0): Member {
    const member = { person, relation, marital, residence };
    this.family.cards[on]?.members.push(member);
    return member;
  }

  /** Husband and wife on the card; the marriage is on record if it is recent. */
  marry(husband: Person, wife: Person, date: string, orders: [string, string] = ['初婚', '初婚']): string {
    if (date >= SINCE)
      this.family.facts.push({
        kind: 'marriages',
        community: this.community,
        husband,
        wife,
        orders,
        date,
        certificate: `J${this.region}-${date.slice(0, 4)}-${String(this.number).padStart(6, '0')}`,
      });
    return date;
  }

  /** A child of the house, born on a day. */
  bear(
    mother: Person,
    father: Person,
    date: string,
    parity: number,
    sex = this.dice.one(['男', '女'] as const),
  ): Person {
    const child = this.registry.person(sex, date, this.region, father.name.slice(0, 1));
    if (date >= SINCE) this.recordBirth(mother, father, child, parity);
    return child;
  }

  private recordBirth(mother: Person, father: Person, child: Person, parity: number): void {
    const certificate = `Q${child.id.slice(6, 17)}${child.id.slice(2, 6)}`;
    this.family.facts.push({
      kind: 'births',
      community: this.community,
      child,
      mother,
      father,
      parity,
      certificate,
      basis: '户籍',
    });
    this.visit(mother, '产后访视', later(child.birth, 42), later(child.birth, this.dice.whole(5, 30)));
  }

  visit(woman: Person, service: string, due: string, done: string): void {
    if (done <= AS_OF)
      this.family.facts.push({ kind: 'visits', community: this.community, woman, service, due, done });
  }

  operate(woman: Person, husband: Person, method: string, date: string, children: number): string {
    if (date >= SINCE) {
      this.family.facts.push({
        kind: 'contraception',
        community: this.community,
        woman,
        husband,
        method,
        date,
        children,
      });
      this.visit(woman, '术后随访', later(date, 30), later(date, this.dice.whole(4, 20)));
    }
    return date;
  }

  stay(
    person: Person,
    direction: '流入' | '流出',
    start: string,
    marital: string,
    end?: string,
    home = '龙江省外',
    present = '龙江省外',
  ): void {
    const [from, to] = direction === '流入' ? [home, this.community] : [this.community, present];
    this.family.facts.push({
      kind: 'migrants',
      community: this.community,
      person,
      direction,
      home: from,
      present: to,
      start,
      marital,
      ...(end === undefined ? {} : { end }),
    });
  }

  /** The woman's row in the register of women. */
  enrol(woman: Person, marital: string, children: Person[], more: Partial<Enrolment> = {}): Enrolment {
    const births = children.map(({ birth }) => birth).sort();
    const last = births.at(-1);
    const row: Enrolment = {
      kind: 'women',
      community: this.community,
      card: this.family.cards[0]?.no ?? '',
      woman,
      marital,
      children,
      method: '无',
      residence: '常住',
      category: '主管',
      ...(last === undefined ? {} : { last }),
      ...more,
    };
    this.family.facts.push(row);
    return row;
  }

  /** Husband, wife and children as they stand on one card. */
  household(
    husband: Person,
    wife: Person,
    children: Person[],
    marital: [string, string] = ['初婚', '初婚'],
    residence: Residence = '常住',
  ): void {
    this.lives(husband, '户主', marital[0], residence);
    this.lives(wife, '配偶', marital[1], residence);
    for (const child of children) this.lives(child, child.sex === '男' ? '子' : '女', '未婚', residence);
  }

  /** A day about which a marriage is lawful for both, `years` after she was 21. */
  wedding(wife: Person, years: number): string {
    return later(wife.birth, 365 * (21 + years) + this.dice.whole(10, 300));
  }

  chance(n: number): boolean {
    return this.dice.whole(1, n) === 1;
  }

  pick<T>(list: readonly T[]): T {
    return this.dice.one(list);
  }

  daysBetween(from: string, to: string): number {
    return apart(from, to);
  }
}
