/** One point that is behind with all its registers, or that alone knows of an event: several rows, one fault. */
import type { District } from '../district.js';
import { births, type Enrolled, type Fact, marriages, operations, settledWomen, twins } from '../facts.js';
import { otherName } from '../names.js';
import type { Row } from '../world.js';
import { allRows, before, type Faults, on, type Planter, POINTS, stale } from './kit.js';

const EVERYWHERE = ['card', 'ledger', 'system'] as const;
type Point = (typeof EVERYWHERE)[number];

const rowsOfWoman = (fact: Fact): Row[] => Object.values(fact.woman ?? {});

const withElder =
  (d: District) =>
  (fact: Fact): boolean =>
    fact.ledger.get('parity') === '2' && before(d, fact) !== null;

const lessOne = (d: District, fact: Fact, point: Point): void => {
  if (fact.woman) stale(fact, fact.woman[point], before(d, fact));
};

/** The point's primary register and its woman's row both lack the birth. */
const unknownTo =
  (point: 'ledger' | 'system'): Planter =>
  (d) => {
    const fact = d.take(births(d), (f) => f.ledger.get('parity') === '1' || withElder(d)(f));
    if (fact === undefined) return undefined;
    lessOne(d, fact, point);
    fact[point].drop();
    return { rules: ['birth/omitted'], rows: allRows(fact) };
  };

/** Of three points one alone has the birth, in all its registers; the hospital's list has lost it too. */
const knownOnlyTo =
  (point: Point): Planter =>
  (d) => {
    const fact = d.take(births(d), (f) => f.ledger.get('parity') === '1');
    if (fact === undefined) return undefined;
    for (const row of fact.witnesses) row.drop();
    for (const other of EVERYWHERE.filter((p) => p !== point)) {
      lessOne(d, fact, other);
      if (other === 'card') fact.members[0]?.drop();
      else fact[other].drop();
    }
    const own = point === 'card' ? fact.members : [fact[point]];
    return {
      rules: ['birth/omitted'],
      rows: [...own, ...(fact.woman ? [fact.woman[point]] : [])],
      unconfirmed: true,
    };
  };

const faults: Faults = {};
for (const point of EVERYWHERE) {
  faults[`birth: known to ${point} alone`] = knownOnlyTo(point);
  faults[`woman: other name under her ID at ${point}`] = (d) => {
    const row = d.take(settledWomen(d))?.woman[point];
    row?.set('name', otherName(row.get('name')));
    return row && { rules: ['identity/shared-id'], rows: [row] };
  };
  faults[`woman: residence of a migrant at ${point}`] = (d) => {
    const row = d.take(settledWomen(d))?.woman[point].set('residence', '流入');
    return row && { rules: ['migration/omitted'], rows: [row] };
  };
}

for (const point of POINTS) {
  faults[`birth: unknown to ${point}`] = unknownTo(point);
  faults[`contraception: unknown to ${point}`] = on(operations, ['contraception/omitted'], (fact) => {
    fact.woman?.[point].set('method', '无').set('method_date', null);
    fact[point].drop();
    return allRows(fact);
  });
  faults[`birth: mother other name under her ID at ${point}`] = on(births, ['identity/shared-id'], (fact) => [
    fact[point].set('mother_name', otherName(fact[point].get('mother_name'))),
  ]);
  faults[`marriage: wife other name under her ID at ${point}`] = on(
    marriages,
    ['identity/shared-id'],
    (fact) => [fact[point].set('wife_name', otherName(fact[point].get('wife_name')))],
  );
}

const marriedBefore = ({ woman }: Enrolled): boolean => woman.card.get('marriage_date') !== '';

export const behindFaults: Faults = {
  ...faults,
  'birth: second child missing on household and woman card': (d) => {
    const fact = d.take(births(d), withElder(d));
    if (fact === undefined) return undefined;
    lessOne(d, fact, 'card');
    fact.members[0]?.drop();
    return {
      rules: ['birth/omitted'],
      rows: [fact.ledger, fact.system, ...rowsOfWoman(fact), ...fact.witnesses],
    };
  },
  'twins: one missing on household and woman card': (d) => {
    const fact = d.take(twins(d), (f) => f.members.length === 1);
    const card = fact && d.naming(fact.people[0] ?? '', 'women', 'card')[0];
    if (fact === undefined || card === undefined) return undefined;
    stale(fact, card, fact.date);
    fact.members[0]?.drop();
    return { rules: ['birth/omitted', 'enrolment/mismatched'], rows: [fact.ledger, fact.system, card] };
  },
  'enrolment: marriage date of another year on the card': (d) => {
    const row = d.take(settledWomen(d), marriedBefore)?.woman.card;
    row?.set('marriage_date', `2001${row.get('marriage_date').slice(4)}`);
    // An event of an earlier year: it serves matching, and is not reported (section 2).
    return row && { rules: ['marriage/mismatched', 'marriage/omitted'], rows: [row], optional: true };
  },
  'member: other name under the ID of a woman': (d) => {
    const woman = d.take(settledWomen(d))?.people[0];
    const row = woman === undefined ? undefined : d.naming(woman, 'households', 'card')[0];
    row?.set('name', otherName(row.get('name')));
    return row && { rules: ['identity/shared-id'], rows: [row] };
  },
};
