/** What is true of a family: who lives there, and what happened to them. */
import type { Person } from './values.js';

export type Residence = '常住' | '流入' | '流出';

export interface Member {
  person: Person;
  relation: string;
  marital: string;
  residence: Residence;
  died?: string;
}

/** A household card. A family that lives elsewhere for a time has two. */
export interface Card {
  no: string;
  community: string;
  building: string;
  room: string;
  members: Member[];
}

export interface Birth {
  kind: 'births';
  community: string;
  child: Person;
  mother: Person;
  father: Person;
  parity: number;
  certificate: string;
  basis: string;
}

export interface Marriage {
  kind: 'marriages';
  community: string;
  husband: Person;
  wife: Person;
  orders: [string, string];
  date: string;
  certificate: string;
}

export interface Operation {
  kind: 'contraception';
  community: string;
  woman: Person;
  husband: Person;
  method: string;
  date: string;
  children: number;
}

export interface Stay {
  kind: 'migrants';
  community: string;
  person: Person;
  direction: '流入' | '流出';
  home: string;
  present: string;
  start: string;
  end?: string;
  marital: string;
}

export interface Death {
  kind: 'deaths';
  community: string;
  person: Person;
  date: string;
}

export interface Move {
  kind: 'moves';
  community: string;
  person: Person;
  direction: '迁入' | '迁出';
  date: string;
  from: string;
  to: string;
}

export interface Visit {
  kind: 'visits';
  community: string;
  woman: Person;
  service: string;
  due: string;
  done: string;
}

/** A woman of 15 to 49 as the register of women shows her. */
export interface Enrolment {
  kind: 'women';
  community: string;
  card: string;
  woman: Person;
  marital: string;
  husband?: Person;
  married?: string;
  first?: string;
  children: Person[];
  last?: string;
  method: string;
  since?: string;
  due?: string;
  residence: Residence;
  category: string;
  employer?: string;
  noticed?: string;
}

export type Fact = Birth | Marriage | Operation | Stay | Death | Move | Visit | Enrolment;

export interface Family {
  story: string;
  cards: Card[];
  facts: Fact[];
}
