import type { Day } from './calendar.js';
import type { Sex } from './ids.js';
import type { Name } from './names.js';

/** An invented person. */
export interface Person {
  name: Name;
  sex: Sex;
  id: string;
  birth: Day;
  /** As the registers write it at the as-of date. */
  marital: string;
}

/** One line of a household card. */
export interface Member {
  person: Person;
  relation: string;
  residence: '常住' | '流入' | '流出';
  hukou: string;
}

/** A household card; number, building and door are given when the community's cards are put in order. */
export interface Household {
  members: Member[];
  cardDate: Day;
  no: string;
  building: string;
  unit: string;
}

/** A woman's line in the registers of women of 15 to 49. */
export interface Woman {
  person: Person;
  husband: Person | null;
  household: Household;
  married: Day;
  children: number;
  sons: number;
  daughters: number;
  lastBirth: Day | null;
  method: string;
  methodDate: Day | null;
  due: Day | null;
  residence: '常住' | '流入' | '流出';
  management: string;
  employer: string;
  noticed: Day | null;
  left: Day | null;
  handed: Day | null;
}

export interface Birth {
  kind: 'birth';
  child: Person;
  mother: Person;
  father: Person;
  parity: number;
  basis: '户籍' | '流入';
  certificate: string;
  place: string;
  policy: string;
  registered: Day;
  twin: boolean;
  /** The ledger was written before the child was named. */
  unnamed: boolean;
}

export interface Marriage {
  kind: 'marriage';
  husband: Person;
  wife: Person;
  husbandOrder: string;
  wifeOrder: string;
  date: Day;
  certificate: string;
  registered: Day;
}

export interface Operation {
  kind: 'contraception';
  woman: Person;
  husband: Person;
  method: string;
  date: Day;
  institution: string;
  children: number;
  registered: Day;
}

export interface Stay {
  kind: 'migration';
  person: Person;
  direction: '流入' | '流出';
  home: string;
  current: string;
  start: Day;
  end: Day | null;
  certificate: string;
  issued: Day | null;
  expires: Day | null;
  verified: Day | null;
  spouse: string;
  children: number;
  method: string;
}

export interface Death {
  kind: 'death';
  person: Person;
  date: Day;
  registered: Day;
}

export interface Move {
  kind: 'move';
  person: Person;
  direction: '迁入' | '迁出';
  date: Day;
  from: string;
  to: string;
}

export interface Visit {
  kind: 'visit';
  woman: Person;
  service: string;
  due: Day;
  visited: Day | null;
}

/** Everything that the registers of one community are written from. */
export interface Facts {
  households: Household[];
  women: Woman[];
  births: Birth[];
  marriages: Marriage[];
  operations: Operation[];
  stays: Stay[];
  deaths: Death[];
  moves: Move[];
  visits: Visit[];
  /** People who stand in the registers of two communities. */
  shared: Person[];
}

export function noFacts(): Facts {
  return {
    households: [],
    women: [],
    births: [],
    marriages: [],
    operations: [],
    stays: [],
    deaths: [],
    moves: [],
    visits: [],
    shared: [],
  };
}

/** People on the cards so far. */
export function countMembers(facts: Facts): number {
  let count = 0;
  for (const household of facts.households) count += household.members.length;
  return count;
}
