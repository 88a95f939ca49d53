/** A cell left blank where the register shows the value of everybody else. */
import { births, marriages, operations } from '../facts.js';
import { allRows, type Faults, on } from './kit.js';

const faults: Faults = {};
for (const point of ['card', 'ledger', 'system'] as const) {
  faults[`marriage: date blank on the woman's row at ${point}`] = on(
    marriages,
    ['marriage/omitted'],
    (fact) => {
      const row = fact.woman?.[point].set('marriage_date', null);
      return row && [row, ...allRows(fact)];
    },
  );
  faults[`birth: last birth date blank on the woman's row at ${point}`] = on(
    births,
    ['birth/omitted'],
    (fact) => {
      const row = fact.woman?.[point].set('last_birth_date', null);
      return row && [row, ...allRows(fact)];
    },
  );
  faults[`contraception: method date blank on the woman's row at ${point}`] = on(
    operations,
    ['contraception/omitted'],
    (fact) => {
      const row = fact.woman?.[point].set('method_date', null);
      return row && [row, ...allRows(fact)];
    },
  );
  faults[`contraception: method and date blank on the woman's row at ${point}`] = on(
    operations,
    ['contraception/omitted'],
    (fact) => {
      const row = fact.woman?.[point].set('method', null).set('method_date', null);
      return row && [row, ...allRows(fact)];
    },
  );
}

export const blankFaults: Faults = faults;
