/** What each register at each point says of a family, in canonical columns (section 3). */
import type { Card, Enrolment, Fact, Family, Member } from './family.js';
import { later, type Person } from './values.js';

export type Values = Record<string, string>;

/** A row of a register at a point, and the fact or member that it tells of. */
export interface Row {
  register: string;
  point: string;
  community: string;
  values: Values;
  family: Family | undefined;
  fact: Fact | Member | undefined;
}

/** Which registers each point keeps. */
export const KEPT: Readonly<Record<string, readonly string[]>> = {
  card: ['households', 'women'],
  ledger: [
    'births',
    'marriages',
    'contraception',
    'migrants',
    'deaths',
    'moves',
    'visits',
    'women',
    'buildings',
  ],
  system: ['births', 'marriages', 'contraception', 'migrants', 'deaths', 'women', 'households'],
  hospital: ['births'],
  civil: ['marriages'],
};

const named = (role: string, { name, id }: Person): Values => ({
  [`${role}_name`]: name,
  [`${role}_id`]: id,
});

/** Some days after the event, but not after the last day of the year. */
const entered = (date: string, days: number): string => {
  const day = later(date, days);
  return day > '2023-12-31' && date < '2024' ? '2023-12-31' : day;
};

const childrenOf = ({ children, last }: Enrolment): Values => ({
  children_count: String(children.length),
  sons: String(children.filter(({ sex }) => sex === '男').length),
  daughters: String(children.filter(({ sex }) => sex === '女').length),
  last_birth_date: last ?? '',
});

function ofWoman(fact: Enrolment): Values {
  const { woman, husband } = fact;
  return {
    household_no: fact.card,
    name: woman.name,
    id: woman.id,
    birth_date: woman.birth,
    marital_status: fact.marital,
    marriage_date: fact.married ?? '',
    first_marriage_date: fact.first ?? '',
    ...(husband ? named('husband', husband) : {}),
    ...childrenOf(fact),
    method: fact.method,
    method_date: fact.since ?? '',
    due_date: fact.due ?? '',
    residence: fact.residence,
    management_class: fact.category,
    employer: fact.employer ?? '',
    employer_notice_date: fact.noticed ?? '',
    left_employer_date: '',
    handover_date: '',
  };
}

/** The cells of the row by which a fact is on record. */
function valuesOf(fact: Fact): Values {
  switch (fact.kind) {
    case 'births':
      return {
        child_name: fact.child.name,
        child_sex: fact.child.sex,
        child_id: fact.child.id,
        birth_date: fact.child.birth,
        parity: String(fact.parity),
        ...named('mother', fact.mother),
        ...named('father', fact.father),
        basis: fact.basis,
        certificate_no: fact.certificate,
        birthplace: '区妇幼保健院',
        policy: '政策内',
        registration_date: entered(fact.child.birth, 12),
      };
    case 'marriages':
      return {
        ...named('husband', fact.husband),
        husband_order: fact.orders[0],
        ...named('wife', fact.wife),
        wife_order: fact.orders[1],
        marriage_date: fact.date,
        certificate_no: fact.certificate,
        registration_date: entered(fact.date, 9),
      };
    case 'contraception':
      return {
        ...named('woman', fact.woman),
        ...named('spouse', fact.husband),
        method: fact.method,
        service_date: fact.date,
        institution: '区妇幼保健院',
        children_count: String(fact.children),
        registration_date: entered(fact.date, 7),
      };
    case 'migrants':
      return ofStay(fact);
    case 'deaths':
      return {
        name: fact.person.name,
        sex: fact.person.sex,
        id: fact.person.id,
        birth_date: fact.person.birth,
        death_date: fact.date,
        registration_date: entered(fact.date, 6),
      };
    case 'moves':
      return {
        direction: fact.direction,
        name: fact.person.name,
        sex: fact.person.sex,
        id: fact.person.id,
        move_date: fact.date,
        from_place: fact.from,
        to_place: fact.to,
      };
    case 'visits':
      return {
        ...named('woman', fact.woman),
        service: fact.service,
        due_date: fact.due,
        visit_date: fact.done,
        result: '正常',
        signatures: '5',
      };
    case 'women':
      return ofWoman(fact);
  }
}

function ofStay(fact: Fact & { kind: 'migrants' }): Values {
  const { person } = fact;
  const adult = person.birth < '2005-12-31';
  return {
    direction: fact.direction,
    name: person.name,
    sex: person.sex,
    id: person.id,
    birth_date: person.birth,
    marital_status: fact.marital,
    home_place: fact.home,
    current_place: fact.present,
    start_date: fact.start,
    end_date: fact.end ?? '',
    certificate_no: adult ? `H${person.id.slice(6, 17)}` : '',
    certificate_issued: adult ? fact.start : '',
    certificate_expires: adult ? '2025-06-30' : '',
    verified_date: adult ? later(fact.start, 20) : '',
  };
}

function ofMember(card: Card, member: Member): Values {
  const { person } = member;
  return {
    household_no: card.no,
    building: card.building,
    unit_room: card.room,
    head_name: card.members[0]?.person.name ?? '',
    name: person.name,
    relation: member.relation,
    sex: person.sex,
    id: person.id,
    birth_date: person.birth,
    marital_status: member.marital,
    residence: member.residence,
    card_date: '2022-03-15',
    death_date: member.died ?? '',
  };
}

const WITNESSED: Readonly<Record<string, readonly string[]>> = {
  hospital: ['birth_date', 'child_sex', 'mother_name', 'mother_id'],
  civil: ['husband_name', 'husband_id', 'wife_name', 'wife_id', 'marriage_date'],
};

/** The rows of one family at one point. Witnesses know the events of this year. */
export function rowsAt(point: string, family: Family): Row[] {
  const kept = KEPT[point] ?? [];
  const ofFacts = family.facts
    .filter((fact) => kept.includes(fact.kind))
    .map((fact): Row => {
      const all: Values = { community: fact.community, ...valuesOf(fact) };
      const columns = WITNESSED[point];
      const values = columns ? Object.fromEntries(columns.map((column) => [column, all[column] ?? ''])) : all;
      return { register: fact.kind, point, community: fact.community, values, family, fact };
    })
    .filter(({ values }) => !WITNESSED[point] || (values.birth_date ?? values.marriage_date ?? '') >= '2023');
  if (!kept.includes('households')) return ofFacts;
  const ofCards = family.cards.flatMap((card) =>
    card.members.map((fact): Row => {
      const values = { community: card.community, ...ofMember(card, fact) };
      return { register: 'households', point, community: card.community, values, family, fact };
    }),
  );
  return [...ofCards, ...ofFacts];
}
