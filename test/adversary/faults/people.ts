/** What goes wrong with registers of people. */
import type { District } from '../district.js';
import { births, cardOnly, type Enrolled, type Member, settledWomen } from '../facts.js';
import { makeId } from '../values.js';
import type { Row } from '../world.js';
import { type Faults, mistype, type Planter, TYPOS } from './kit.js';

type Point = 'card' | 'ledger' | 'system';
const EVERYWHERE: readonly Point[] = ['card', 'ledger', 'system'];
const ID_RULES = ['identity/split-id', 'identity/invalid-id'];

const ofWoman =
  (
    rules: string[],
    plant: (woman: Enrolled['woman'], d: District) => Row[] | undefined,
    passes?: (e: Enrolled) => boolean,
  ): Planter =>
  (d) => {
    const taken = d.take(settledWomen(d), passes);
    const rows = taken === undefined ? undefined : plant(taken.woman, d);
    return rows === undefined ? undefined : { rules, rows };
  };

const ofMember =
  (
    rules: string[],
    plant: (row: Row, d: District) => Row[] | undefined,
    passes?: (member: Member) => boolean,
    sex: '男' | '女' | 'any' = '男',
  ): Planter =>
  (d) => {
    const taken = d.take(cardOnly(d, sex), passes);
    const rows = taken === undefined ? undefined : plant(taken.row, d);
    return rows === undefined ? undefined : { rules, rows };
  };

const usesSupplies = ({ woman }: Enrolled): boolean => /^(避孕套|安全套)$/.test(woman.card.get('method'));

const faults: Faults = {};
for (const point of EVERYWHERE) {
  faults[`enrolment: woman missing at ${point}`] = ofWoman(['enrolment/omitted'], (woman) => {
    woman[point].drop();
    return Object.values(woman).filter((row) => row !== woman[point]);
  });
  faults[`enrolment: marital status at ${point}`] = ofWoman(['enrolment/mismatched'], (woman) => [
    woman[point].set('marital_status', '再婚'),
  ]);
  faults[`enrolment: children count at ${point}`] = ofWoman(
    ['enrolment/mismatched', 'logic/children-sum'],
    (woman) => {
      const row = woman[point];
      return [
        row
          .set('children_count', Number(row.get('children_count')) + 1)
          .set('sons', Number(row.get('sons')) + 1),
      ];
    },
  );
  faults[`enrolment: supplies method at ${point}`] = ofWoman(
    ['enrolment/mismatched'],
    (woman) => [woman[point].set('method', '口服药')],
    usesSupplies,
  );
  faults[`enrolment: woman twice in one sheet at ${point}`] = ofWoman(['enrolment/duplicated'], (woman) => [
    woman[point],
    woman[point].copy(),
  ]);
  faults[`enrolment: woman in two communities at ${point}`] = ofWoman(
    ['enrolment/duplicated', 'person/duplicated'],
    (woman, d) => {
      const community = d.otherCommunity(woman[point].get('community'));
      const table = d.table('women', point, community);
      return (
        table && [woman[point], woman[point].copy({ community, household_no: null, building: null }, table)]
      );
    },
  );
  faults[`woman: birth date not the ID's at ${point}`] = ofWoman(['identity/birth-date-differs'], (woman) => [
    woman[point].set(
      'birth_date',
      woman[point].get('birth_date').replace(/^..../, (y) => String(Number(y) + 1)),
    ),
  ]);
  for (const [how, typo] of Object.entries(TYPOS)) {
    faults[`woman: ID ${how} at ${point}`] = ofWoman(ID_RULES, (woman, d) =>
      mistype(d, woman[point], 'id', typo) ? [woman[point]] : undefined,
    );
    faults[`woman: husband ID ${how} at ${point}`] = ofWoman(ID_RULES, (woman, d) =>
      mistype(d, woman[point], 'husband_id', typo) ? [woman[point]] : undefined,
    );
  }
}

/** A death that the registers record of somebody who is still on the card. */
function die(d: District, row: Row): Row[] {
  const community = row.get('community');
  const values = {
    community,
    name: row.get('name'),
    sex: row.get('sex'),
    id: row.get('id'),
    birth_date: row.get('birth_date'),
    death_date: '2023-05-17',
    basis: '户籍',
    registration_date: '2023-05-20',
  };
  const rows = (['ledger', 'system'] as const).flatMap(
    (point) => d.table('deaths', point, community)?.add(values) ?? [],
  );
  return [row, ...rows];
}

/** Another household's card with a free place, in the same or another community. */
function otherCard(d: District, row: Row, same: boolean): Row | undefined {
  const homes = cardOnly(d).filter(
    (m) =>
      (m.row.get('community') === row.get('community')) === same &&
      m.row.get('household_no') !== row.get('household_no'),
  );
  return d.take(homes)?.row;
}

const onTwoCards =
  (same: boolean): Planter =>
  (d) => {
    const taken = d.take(cardOnly(d, '男'), grown);
    const people = new Set(d.held);
    const home = taken && otherCard(d, taken.row, same);
    if (taken === undefined || home === undefined) return undefined;
    d.held = new Set([...people, ...d.held]);
    const of = ['name', 'sex', 'id', 'birth_date', 'marital_status'].map((column) => [
      column,
      taken.row.get(column),
    ]);
    const copy = home.copy({ ...Object.fromEntries(of), relation: '其他' });
    return { rules: ['person/duplicated'], rows: [taken.row, copy] };
  };

const grown = ({ row }: Member): boolean => row.get('id').slice(6, 10) < '2000';

/** Two men under one ID: the second one's own ID gives way to the first one's, and his birth date stays or goes with it. */
export const sharedId =
  (withBirth: boolean): Planter =>
  (d) => {
    const one = d.take(cardOnly(d, '男'), grown);
    const people = new Set(d.held);
    const two =
      one &&
      d.take(
        cardOnly(d, '男'),
        (m) => grown(m) && m.row.get('name').charAt(0) !== one.row.get('name').charAt(0),
      );
    if (one === undefined || two === undefined) return undefined;
    d.held = new Set([...people, ...d.held]);
    two.row.set('id', one.row.get('id'));
    if (withBirth) two.row.set('birth_date', one.row.get('birth_date'));
    return { rules: ['identity/shared-id', 'identity/birth-date-differs'], rows: [two.row, one.row] };
  };

export const peopleFaults: Faults = {
  ...faults,
  'person: on two cards of one community': onTwoCards(true),
  'person: on the cards of two communities': onTwoCards(false),
  'person: dead but still on the card': ofMember(['person/not-removed'], (row, d) => die(d, row), grown),
  'person: two men under one ID': sharedId(false),
  "member: birth date not the ID's": ofMember(
    ['identity/birth-date-differs'],
    (row) => [row.set('birth_date', '1969-12-12')],
    grown,
  ),
  "member: sex not the ID's": ofMember(['identity/sex-differs'], (row) => [row.set('sex', '女')], grown),
  'member: ID with a wrong check digit': ofMember(ID_RULES, (row, d) =>
    mistype(d, row, 'id', TYPOS['check-digit'] ?? String) ? [row] : undefined,
  ),
  'member: ID of an impossible date': ofMember(ID_RULES, (row) => [
    row.set('id', makeId('230191', '1970-13-41', 117)),
  ]),
  'child: ID mistyped on the card': (d) => {
    const fact = d.take(births(d));
    const row = fact?.members[0];
    return row && mistype(d, row, 'id', TYPOS['neighbours-swapped'] ?? String)
      ? { rules: ID_RULES, rows: [row] }
      : undefined;
  },
};
