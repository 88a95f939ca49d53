import { iso, yearOf } from './calendar.js';
import { fullName } from './names.js';
import type { Birth, Facts, Household, Person, Woman } from './people.js';

/** Somebody as they are, whatever the ledgers say. Dates are YYYY-MM-DD. */
export interface PersonTruth {
  name: string;
  sex: string;
  birth: string;
  marital: string;
  /** Of a child whose birth the running registers hold: which child it is. */
  parity?: number;
  /** Of a woman in the register of women. */
  children?: number;
  method?: string;
  visited?: boolean;
  /** A birth certificate, or a migrant's, can be shown. */
  certificate?: boolean;
  /** Registered here, and living elsewhere. */
  away?: true;
  /** Married and of 15 to 49: expected in every register of women. */
  expected?: true;
}

/** What is true of the people of a community. */
export class PeopleTruth {
  private readonly births: Map<Person, Birth>;
  private readonly women: Map<Person, Woman>;
  private readonly visited: Set<Person>;
  private readonly papers: Set<Person>;

  constructor(
    private readonly facts: Facts,
    private readonly year: number,
  ) {
    this.births = new Map(facts.births.map((birth) => [birth.child, birth]));
    this.women = new Map(facts.women.map((woman) => [woman.person, woman]));
    const done = facts.visits.filter(({ visited }) => visited !== null && yearOf(visited) === year);
    this.visited = new Set(done.map(({ woman }) => woman));
    const certified = facts.stays.filter(({ certificate }) => certificate !== '');
    this.papers = new Set([...this.births.keys(), ...certified.map(({ person }) => person)]);
  }

  /** Everybody of whom the registers speak, but for the dead. */
  everybody(): Person[] {
    const { births, marriages, stays, moves, women } = this.facts;
    return [
      ...new Set([
        ...births.flatMap(({ child, mother, father }) => [child, mother, father]),
        ...marriages.flatMap(({ husband, wife }) => [husband, wife]),
        ...stays.map(({ person }) => person),
        ...moves.map(({ person }) => person),
        ...women.map(({ person }) => person),
      ]),
    ];
  }

  person(person: Person, member?: Household['members'][number]): PersonTruth {
    const { name, sex, birth, marital } = person;
    const parity = this.births.get(person)?.parity;
    const woman = this.women.get(person);
    return {
      name: fullName(name),
      sex,
      birth: iso(birth),
      marital,
      parity,
      ...(woman && { children: woman.children, method: woman.method, visited: this.visited.has(person) }),
      ...(this.papers.has(person) && { certificate: true }),
      ...(member?.residence === '流出' && { away: true as const }),
      ...(woman && this.isExpected(woman) && { expected: true as const }),
    };
  }

  private isExpected({ person, husband, residence }: Woman): boolean {
    const age = this.year - yearOf(person.birth);
    return husband !== null && residence !== '流出' && age >= 15 && age <= 49;
  }
}
