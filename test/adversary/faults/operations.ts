/** What goes wrong with contraception. */
import { operations } from '../facts.js';
import { daysOff, type Faults, mistype, omittedAndCopied, on, POINTS, TYPOS } from './kit.js';

const ID_RULES = ['identity/split-id', 'identity/invalid-id'];

const cells: Faults = {};
for (const point of POINTS) {
  cells[`contraception: date days apart at ${point}`] = on(
    operations,
    ['contraception/mismatched'],
    (fact, d) => [fact[point].set('service_date', daysOff(d, fact.date))],
  );
  cells[`contraception: other method at ${point}`] = on(operations, ['contraception/mismatched'], (fact) => [
    fact[point].set('method', fact[point].get('method') === '皮埋' ? '上环' : '皮埋'),
  ]);
  cells[`contraception: copy without institution at ${point}`] = on(
    operations,
    ['contraception/duplicated'],
    (fact) => [fact[point], fact[point].copy({ institution: null, spouse_name: null, spouse_id: null })],
  );
  for (const [how, typo] of Object.entries(TYPOS)) {
    for (const column of ['woman_id', 'spouse_id']) {
      cells[`contraception: ${column} ${how} at ${point}`] = on(operations, ID_RULES, (fact, d) =>
        mistype(d, fact[point], column, typo) ? [fact[point]] : undefined,
      );
    }
  }
}

export const operationFaults: Faults = {
  ...omittedAndCopied('contraception', operations, 'service_date'),
  ...cells,
  'contraception: woman card not brought up to date': on(
    operations,
    ['contraception/omitted', 'contraception/mismatched'],
    (fact) => {
      const row = fact.woman?.card.set('method', '无').set('method_date', null);
      return row && [row, fact.ledger, fact.system];
    },
  ),
  'contraception: date days apart on woman card': on(operations, ['contraception/mismatched'], (fact, d) => {
    const row = fact.woman?.card.set('method_date', daysOff(d, fact.date));
    return row && [row];
  }),
};
