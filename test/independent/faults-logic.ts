/** What contradicts itself, and what is overdue. */

import type { Enrolment, Family } from './family.js';
import { edit, type Ways } from './faults-events.js';
import { type Hand, NotKept } from './hand.js';
import type { Row, Values } from './rows.js';
import { later } from './values.js';

export const POINTS = ['ledger', 'system'];

/** The same values in the rows of a register at both points. */
export const both =
  (stories: string, register: string, values: (row: Row) => Values, fits?: (family: Family) => boolean) =>
  (hand: Hand): boolean => {
    const family = hand.take(stories, fits);
    if (family === undefined) return false;
    const points = hand.keepers(register, POINTS);
    if (points.length === 0) throw new NotKept(register);
    for (const point of points) {
      const row = hand.row(family, register, point);
      Object.assign(row.values, values(row));
    }
    return true;
  };

/** The same values in the register of women at every point. */
export const enrolled =
  (stories: string, values: (row: Row) => Values, fits?: (family: Family) => boolean) =>
  (hand: Hand): boolean => {
    const family = hand.take(stories, fits);
    if (family === undefined) return false;
    for (const point of ['card', 'ledger', 'system'])
      for (const row of hand.rows(family, 'women', point).slice(0, 1)) Object.assign(row.values, values(row));
    return true;
  };

const womanOf = (family: Family): Enrolment | undefined =>
  family.facts.find((fact): fact is Enrolment => fact.kind === 'women');

/** An operation years ago that both points have in their own registers. */
const operatedBefore =
  (method: string, days: number, stories = 'baby') =>
  (hand: Hand): boolean => {
    const family = hand.take(stories, (one) =>
      one.facts.some((f) => f.kind === 'births' && later(f.child.birth, -days) > '2021-01-05'),
    );
    if (family === undefined) return false;
    const points = hand.keepers('births', hand.keepers('contraception', POINTS));
    if (points.length === 0) throw new NotKept('births, contraception');
    for (const point of points) {
      const birth = hand.row(family, 'births', point);
      const v = birth.values;
      const values: Values = {
        community: birth.community,
        woman_name: v.mother_name ?? '',
        woman_id: v.mother_id ?? '',
        spouse_name: v.father_name ?? '',
        spouse_id: v.father_id ?? '',
        method,
        service_date: later(v.birth_date ?? '', -days),
        children_count: '0',
        institution: '区妇幼保健院',
        registration_date: later(v.birth_date ?? '', 5 - days),
      };
      hand.add({
        register: 'contraception',
        point,
        community: birth.community,
        values,
        family,
        fact: undefined,
      });
      if (point === 'ledger' && method !== 'iud_removal' && hand.keepers('visits').length > 0)
        hand.add({
          register: 'visits',
          point,
          community: birth.community,
          family,
          fact: undefined,
          values: {
            community: birth.community,
            woman_name: v.mother_name ?? '',
            woman_id: v.mother_id ?? '',
            service: '术后随访',
            due_date: later(values.service_date ?? '', 30),
            visit_date: later(values.service_date ?? '', 10),
            result: '正常',
            signatures: '5',
          },
        });
    }
    return true;
  };

export const logicWays: Ways = {
  'birth after a female sterilisation': {
    rules: ['logic/birth-after-sterilisation'],
    plant: operatedBefore('female', 320),
  },
  'birth after a male sterilisation': {
    rules: ['logic/birth-after-sterilisation'],
    plant: operatedBefore('male', 330),
  },
  'birth with an IUD': { rules: ['logic/birth-with-iud'], plant: operatedBefore('iud', 240) },
  'birth with an IUD of years ago in the women registers': {
    rules: ['logic/birth-with-iud'],
    plant: enrolled(
      'baby',
      () => ({ method: 'iud', method_date: '2022-03-03' }),
      (f) => (womanOf(f)?.married ?? '9') < '2022-02-20',
    ),
  },
  'birth after 女扎 in the women registers': {
    rules: ['logic/birth-after-sterilisation'],
    plant: enrolled('twins', () => ({ method: 'female', method_date: '2022-01-03' })),
  },
  'removal without insertion is a notice': {
    rules: ['logic/removal-without-insertion'],
    notice: true,
    plant: (hand) => {
      const family = hand.take('removed');
      if (family === undefined) return false;
      for (const row of POINTS.flatMap((point) => hand.rows(family, 'contraception', point)))
        if (row.values.method === 'iud') hand.drop(row);
      return true;
    },
  },
  'children do not sum': {
    rules: ['logic/children-sum'],
    plant: enrolled(
      'settled',
      () => ({ sons: '1', daughters: '3' }),
      (f) => womanOf(f)?.children.length === 2,
    ),
  },
  'fewer children than births': {
    rules: ['logic/children-count', 'logic/parity-order'],
    plant: enrolled('twins', () => ({ children_count: '1', sons: '1', daughters: '0' })),
  },
  'parity 1 for a second child everywhere': {
    rules: ['logic/parity-order'],
    plant: both('second', 'births', () => ({ parity: '1' })),
  },
  'parity above the children everywhere': {
    rules: ['logic/parity-order'],
    plant: both('baby', 'births', () => ({ parity: '4' })),
  },
  'class 流动 with 常住': {
    rules: ['logic/class-differs'],
    plant: enrolled(
      'settled',
      () => ({ management_class: '流动' }),
      (f) => !!womanOf(f),
    ),
  },
  'class 协管 without an employer': {
    rules: ['logic/class-differs'],
    plant: enrolled('employed', () => ({ employer: '' })),
  },
  'method of a woman under a man': {
    rules: ['logic/method-sex', 'identity/sex-differs'],
    plant: both(
      'operated',
      'contraception',
      ({ values: v }) => ({
        woman_name: v.spouse_name ?? '',
        woman_id: v.spouse_id ?? '',
        spouse_name: v.woman_name ?? '',
        spouse_id: v.woman_id ?? '',
      }),
      (family) => family.facts.some((f) => f.kind === 'contraception' && f.method === 'iud'),
    ),
  },
  'method of a woman under a man at system': {
    rules: ['logic/method-sex', 'identity/sex-differs'],
    plant: edit(
      'contraception',
      'system',
      ({ values: v }) =>
        Object.assign(v, {
          ...{ woman_name: v.spouse_name, woman_id: v.spouse_id },
          ...{ spouse_name: v.woman_name, spouse_id: v.woman_id },
        }),
      (family) => family.facts.some((f) => f.kind === 'contraception' && f.method === 'iud'),
    ),
  },
  'two first marriages': {
    rules: ['logic/overlapping-marriage'],
    plant: (hand) => {
      const family = hand.take('newlywed');
      const [groom] = family ? [hand.registry.person('男', '1993-04-04', '230191')] : [];
      if (family === undefined || groom === undefined) return false;
      for (const point of hand.keepers('marriages', POINTS))
        hand.again(hand.row(family, 'marriages', point), {
          husband_name: groom.name,
          husband_id: groom.id,
          marriage_date: '2021-09-09',
          registration_date: '2021-09-12',
          certificate_no: 'J-991',
        });
      return true;
    },
  },
  'event after death': {
    rules: ['logic/event-after-death', 'person/not-removed'],
    plant: both('bereft', 'deaths', ({ values }) => ({
      death_date: later(values.birth_date ?? '', -3),
      registration_date: later(values.birth_date ?? '', 20),
    })),
  },
  'mother of 11': {
    rules: ['logic/mother-age', 'identity/birth-date-differs'],
    plant: (hand) => {
      const family = hand.take('baby');
      const old = family?.cards[0]?.members[1]?.person;
      if (family === undefined || old === undefined) return false;
      const young = hand.registry.person('女', '2012-03-03', '230191');
      for (const row of hand.district.rows.filter((one) => one.family === family))
        for (const [column, value] of Object.entries(row.values)) {
          if (value === old.id) row.values[column] = young.id;
          if (value === old.birth) row.values[column] = young.birth;
        }
      return true;
    },
  },
};
