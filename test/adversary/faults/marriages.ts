/** What goes wrong with marriages. */
import { type Fact, marriages } from '../facts.js';
import type { Row } from '../world.js';
import { allRows, daysOff, type Faults, mistype, omittedAndCopied, on, POINTS, TYPOS } from './kit.js';

const ID_RULES = ['identity/split-id', 'identity/invalid-id', 'marriage/mismatched'];

const cells: Faults = {};
for (const point of POINTS) {
  cells[`marriage: date days apart at ${point}`] = on(marriages, ['marriage/mismatched'], (fact, d) => [
    fact[point].set('marriage_date', daysOff(d, fact.date)),
  ]);
  cells[`marriage: order at ${point}`] = on(marriages, ['marriage/mismatched'], (fact) => [
    fact[point].set('husband_order', /初|^1/.test(fact[point].get('husband_order')) ? '再婚' : '初婚'),
  ]);
  for (const [how, typo] of Object.entries(TYPOS)) {
    for (const column of ['wife_id', 'husband_id']) {
      cells[`marriage: ${column} ${how} at ${point}`] = on(marriages, ID_RULES, (fact, d) =>
        mistype(d, fact[point], column, typo) ? [fact[point]] : undefined,
      );
    }
  }
}

/** The woman's row as if she had married years before: the marriage of the year is not on it. */
const stale = (row: Row): Row => row.set('marriage_date', '2016-03-08');

const atPoint = (fact: Fact, point: 'card' | 'ledger' | 'system'): Row | undefined => fact.woman?.[point];

export const marriageFaults: Faults = {
  ...omittedAndCopied('marriage', marriages, 'marriage_date'),
  ...cells,
  'marriage: missing at ledger and system': on(marriages, ['marriage/omitted'], (fact) => {
    fact.ledger.drop();
    fact.system.drop();
    return [...fact.witnesses, ...Object.values(fact.woman ?? {})];
  }),
  'marriage: woman card not brought up to date': on(
    marriages,
    ['marriage/omitted', 'marriage/mismatched'],
    (fact) => {
      const row = atPoint(fact, 'card');
      return row && [stale(row), ...allRows(fact)];
    },
  ),
  'marriage: woman register not brought up to date at ledger': on(
    marriages,
    ['marriage/omitted', 'marriage/mismatched'],
    (fact) => {
      const row = atPoint(fact, 'ledger');
      return row && [stale(row), ...allRows(fact)];
    },
  ),
  'marriage: date days apart on woman card': on(marriages, ['marriage/mismatched'], (fact, d) => {
    const row = atPoint(fact, 'card');
    return row && [row.set('marriage_date', daysOff(d, fact.date))];
  }),
  'marriage: husband ID mistyped at civil registry': on(
    marriages,
    ID_RULES,
    (fact, d) => {
      const row = fact.witnesses[0];
      return row && mistype(d, row, 'husband_id', TYPOS['one-digit-of-region'] ?? String) ? [row] : undefined;
    },
    (fact) => fact.witnesses.length === 1,
  ),
};
