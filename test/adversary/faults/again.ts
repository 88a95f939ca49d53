/** A row typed a second time with a slip in an ID: a duplicate, with the ID under it. */
import type { District } from '../district.js';
import { births, cardOnly, deaths, type Fact, marriages, operations, settledWomen, stays } from '../facts.js';
import { type Faults, mistype, on, type Planter, POINTS, TYPOS } from './kit.js';

const SLIPS = [
  'one-digit-of-region',
  'one-digit-of-sequence',
  'neighbours-swapped',
  'check-digit',
  'digit-lost',
];

const EVENTS: [string, (d: District) => Fact[], string[], Record<string, null>][] = [
  ['birth', births, ['mother_id', 'father_id', 'child_id'], {}],
  ['marriage', marriages, ['wife_id', 'husband_id'], {}],
  ['contraception', operations, ['woman_id', 'spouse_id'], {}],
  ['migration', stays, ['id'], {}],
  ['death', deaths, ['id'], {}],
];

const again =
  (
    event: string,
    list: (d: District) => Fact[],
    point: 'ledger' | 'system',
    column: string,
    typo: string,
  ): Planter =>
  (d) =>
    on(
      list,
      [`${event}/duplicated`],
      (fact, district) => {
        const copy = fact[point].copy();
        if (mistype(district, copy, column, TYPOS[typo] ?? String)) return [copy, fact[point]];
        copy.drop();
        return undefined;
      },
      (fact) => fact[point].get(column) !== '',
    )(d);

const faults: Faults = {};
for (const point of POINTS)
  for (const [event, list, columns] of EVENTS)
    for (const column of columns)
      for (const slip of SLIPS)
        faults[`${event}: typed again, ${column} ${slip} at ${point}`] = again(
          event,
          list,
          point,
          column,
          slip,
        );

for (const point of ['card', 'ledger', 'system'] as const)
  for (const slip of SLIPS)
    faults[`enrolment: typed again, ID ${slip} at ${point}`] = (d) => {
      const woman = d.take(settledWomen(d))?.woman[point];
      const copy = woman?.copy();
      if (!woman || !copy) return undefined;
      if (mistype(d, copy, 'id', TYPOS[slip] ?? String))
        return { rules: ['enrolment/duplicated'], rows: [copy, woman] };
      copy.drop();
      return undefined;
    };

for (const slip of SLIPS)
  faults[`person: typed again on the card, ID ${slip}`] = (d) => {
    const row = d.take(cardOnly(d, '男'), (m) => m.row.get('id').slice(6, 10) < '2000')?.row;
    const copy = row?.copy();
    if (!row || !copy) return undefined;
    if (mistype(d, copy, 'id', TYPOS[slip] ?? String))
      return { rules: ['person/duplicated'], rows: [copy, row] };
    copy.drop();
    return undefined;
  };

export const againFaults: Faults = faults;
