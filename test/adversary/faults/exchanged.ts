/** IDs in each other's place, somebody else's ID on a row, an operation under the man: one finding each. */
import type { District } from '../district.js';
import { births, type Fact, marriages, operations, settledWomen } from '../facts.js';
import type { Row } from '../world.js';
import { type Faults, on, type Planter, POINTS } from './kit.js';
import { sharedId } from './people.js';

const SEX_RULES = ['identity/sex-differs', 'identity/shared-id'];

function exchange(row: Row, one: string, other: string): Row[] | undefined {
  const [a, b] = [row.get(one), row.get(other)];
  if (a === '' || b === '' || a === b) return undefined;
  return [row.set(one, b).set(other, a)];
}

/** Both rows of a couple's card bear the other's ID. */
const onTheCard: Planter = (d) => {
  const fact = d.take(births(d), (f) => members(d, f).length === 2);
  const [mother, father] = fact ? members(d, fact) : [];
  if (!mother || !father) return undefined;
  const [a, b] = [mother.get('id'), father.get('id')];
  mother.set('id', b);
  father.set('id', a);
  return { rules: [...SEX_RULES, 'identity/birth-date-differs'], rows: [mother, father] };
};

const members = (d: District, fact: Fact): Row[] =>
  fact.people.slice(0, 2).flatMap((id) => d.naming(id, 'households', 'card'));

/** Another woman's ID on a row of the register of women. */
const anotherWoman =
  (point: 'card' | 'ledger' | 'system'): Planter =>
  (d) => {
    const one = d.take(settledWomen(d));
    const people = new Set(d.held);
    const two = one && d.take(settledWomen(d));
    if (one === undefined || two === undefined) return undefined;
    d.held = new Set([...people, ...d.held]);
    const row = two.woman[point].set('id', one.people[0] ?? null);
    return {
      rules: ['identity/shared-id', 'identity/birth-date-differs'],
      rows: [row, ...Object.values(one.woman)],
    };
  };

const faults: Faults = {};
for (const point of POINTS) {
  faults[`birth: IDs of mother and father exchanged at ${point}`] = on(births, SEX_RULES, (fact) =>
    exchange(fact[point], 'mother_id', 'father_id'),
  );
  faults[`marriage: IDs of husband and wife exchanged at ${point}`] = on(marriages, SEX_RULES, (fact) =>
    exchange(fact[point], 'wife_id', 'husband_id'),
  );
  faults[`contraception: IDs of woman and husband exchanged at ${point}`] = on(
    operations,
    [...SEX_RULES, 'logic/method-sex'],
    (fact) => exchange(fact[point], 'woman_id', 'spouse_id'),
    (fact) => !/男/.test(fact.ledger.get('method')),
  );
  faults[`contraception: a woman's operation under the man at ${point}`] = on(
    operations,
    ['logic/method-sex', ...SEX_RULES],
    (fact) => {
      const row = fact[point];
      const names = [row.get('woman_name'), row.get('spouse_name')];
      row.set('woman_name', names[1] ?? null).set('spouse_name', names[0] ?? null);
      return exchange(row, 'woman_id', 'spouse_id');
    },
    (fact) => !/男/.test(fact.ledger.get('method')),
  );
}
for (const point of ['card', 'ledger', 'system'] as const) {
  faults[`woman: another woman's ID at ${point}`] = anotherWoman(point);
  faults[`woman: IDs of woman and husband exchanged at ${point}`] = (d) => {
    const row = d.take(settledWomen(d))?.woman[point];
    const rows = row && exchange(row, 'id', 'husband_id');
    return rows && { rules: [...SEX_RULES, 'identity/birth-date-differs', 'logic/method-sex'], rows };
  };
}
faults["contraception: a woman's operation under the man everywhere"] = on(
  operations,
  ['logic/method-sex', ...SEX_RULES],
  (fact) =>
    POINTS.flatMap((point) => {
      const row = fact[point];
      const names = [row.get('woman_name'), row.get('spouse_name')];
      row.set('woman_name', names[1] ?? null).set('spouse_name', names[0] ?? null);
      return exchange(row, 'woman_id', 'spouse_id') ?? [];
    }),
  (fact) => !/男/.test(fact.ledger.get('method')),
);

export const exchangedFaults: Faults = {
  ...faults,
  "person: another man's ID on the card": sharedId(false),
  "person: another man's ID and birth date on the card": sharedId(true),
  'person: IDs of husband and wife exchanged on the card': onTheCard,
};
