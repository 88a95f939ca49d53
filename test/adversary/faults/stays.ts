/** What goes wrong with migrants and with the dead. */
import { deaths, type Fact, stays } from '../facts.js';
import { otherName } from '../names.js';
import { addDays } from '../values.js';
import { daysOff, type Faults, mistype, omittedAndCopied, on, type Planter, POINTS, TYPOS } from './kit.js';

const ID_RULES = ['identity/split-id', 'identity/invalid-id'];
const isMan = (fact: Fact): boolean => /^(男|1|M)/i.test(fact.ledger.get('sex'));
const isIn = (fact: Fact): boolean => fact.system.get('direction') === '流入';

const withCertificate = (fact: Fact): boolean => fact.ledger.get('certificate_no') !== '';

const cells: Faults = {};
for (const point of POINTS) {
  cells[`migration: start days apart at ${point}`] = on(stays, ['migration/mismatched'], (fact, d) => [
    fact[point].set('start_date', daysOff(d, fact.date)),
  ]);
  cells[`migration: certificate number at ${point}`] = on(
    stays,
    ['migration/mismatched'],
    (fact) => [fact[point].set('certificate_no', 'L230199990001')],
    withCertificate,
  );
  cells[`migration: other name under the ID at ${point}`] = on(stays, ['identity/shared-id'], (fact) => [
    fact[point].set('name', otherName(fact[point].get('name'))),
  ]);
  cells[`migration: birth date not the ID's at ${point}`] = on(
    stays,
    ['identity/birth-date-differs'],
    (fact) => [fact[point].set('birth_date', addDays(fact[point].get('birth_date'), 41))],
  );
  cells[`migration: sex not the ID's at ${point}`] = on(stays, ['identity/sex-differs'], (fact) => [
    fact[point].set('sex', isMan(fact) ? '女' : '男'),
  ]);
  cells[`death: date days apart at ${point}`] = on(deaths, ['death/mismatched'], (fact, d) => [
    fact[point].set('death_date', daysOff(d, fact.date)),
  ]);
  for (const [how, typo] of Object.entries(TYPOS)) {
    // Two valid IDs are one person only with a second agreeing value (section 9.1).
    cells[`migration: ID ${how} at ${point}`] = on(
      stays,
      ID_RULES,
      (fact, d) => (mistype(d, fact[point], 'id', typo) ? [fact[point]] : undefined),
      how === 'still-valid' ? withCertificate : undefined,
    );
  }
  // Of the dead only name, birth date and sex agree: two valid IDs may be two people (section 9.1).
  for (const how of ['one-digit-of-region', 'neighbours-swapped', 'check-digit', 'digit-lost']) {
    cells[`death: ID ${how} at ${point}`] = on(deaths, ID_RULES, (fact, d) =>
      mistype(d, fact[point], 'id', TYPOS[how] ?? String) ? [fact[point]] : undefined,
    );
  }
}

/** The stay is closed in the registers, and the card still shows the person. */
const endedStillOnCard: Planter = on(
  stays,
  ['person/not-removed'],
  (fact) => {
    const end = addDays(fact.date, 9);
    fact.ledger.set('end_date', end);
    fact.system.set('end_date', end);
    return [fact.ledger, fact.system, ...fact.members];
  },
  (fact) => isIn(fact) && isMan(fact) && fact.members.length === 1 && fact.date < '2023-12-01',
);

export const stayFaults: Faults = {
  ...omittedAndCopied('migration', stays, 'start_date'),
  ...omittedAndCopied('death', deaths, 'death_date'),
  ...cells,
  'migration: direction turned at system': on(
    stays,
    ['migration/mismatched', 'migration/omitted'],
    (fact) => [fact.system.set('direction', isIn(fact) ? '流出' : '流入'), fact.ledger],
  ),
  'migration: ended but still on the card': endedStillOnCard,
};
