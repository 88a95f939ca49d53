/** What goes wrong with births. */
import type { District } from '../district.js';
import { births, type Enrolled, type Fact, settledWomen } from '../facts.js';
import { homophone, otherName } from '../names.js';
import { digitsSwapped, makeId, monthDaySwapped } from '../values.js';
import type { Row } from '../world.js';
import {
  allRows,
  childNamed,
  daysOff,
  type Faults,
  mistype,
  omittedAndCopied,
  on,
  type Planter,
  POINTS,
  stale,
  TYPOS,
} from './kit.js';

const DATE_RULES = ['birth/mismatched', 'identity/birth-date-differs'];
const ID_RULES = ['identity/split-id', 'identity/invalid-id'];

/** Changes one cell of the birth at a point; the finding must cite that row. */
const cell =
  (
    point: 'ledger' | 'system',
    column: string,
    rules: string[],
    value: (row: Row, d: District) => string | number | undefined,
  ): Planter =>
  (d) => {
    const fact = d.take(births(d), (f) => value(f[point], d) !== undefined);
    const row = fact?.[point];
    row?.set(column, value(row, d) ?? null);
    return row && { rules, rows: [row] };
  };

const mistyped = (point: 'ledger' | 'system', column: string, typo: (id: string) => string): Planter =>
  on(
    births,
    [...ID_RULES, ...(column === 'mother_id' ? ['birth/mismatched'] : [])],
    (fact, d) => (mistype(d, fact[point], column, typo) ? [fact[point]] : undefined),
    column === 'child_id' ? childNamed : undefined,
  );

const first = (fact: Fact): boolean => fact.ledger.get('parity') === '1';

/** A birth that one point alone has, of a woman who might have had it. */
const lone =
  (point: 'ledger' | 'system'): Planter =>
  (d) => {
    const mother = d.take(settledWomen(d), mightBear);
    if (mother === undefined) return undefined;
    const { woman } = mother;
    const community = woman.ledger.get('community');
    const table = d.table('births', point, community);
    const model = table?.data.find((row) => row.get('birth_date') > '2023');
    const count = Number(woman.ledger.get('children_count'));
    const row = table?.add({
      community,
      child_name: `${woman.ledger.get('husband_name').charAt(0)}晓璞`,
      child_sex: '男',
      birth_date: '2023-08-09',
      parity: count + 1,
      mother_name: woman.ledger.get('name'),
      mother_id: woman.ledger.get('id'),
      father_name: woman.ledger.get('husband_name'),
      father_id: woman.ledger.get('husband_id'),
      basis: '户籍',
      certificate_no: `W23990${String(Math.floor(d.random() * 9000) + 1000)}`,
      birthplace: model?.get('birthplace') ?? null,
      policy: '政策内',
      registration_date: '2023-08-19',
    });
    d.table('visits', 'ledger', community)?.add({
      community,
      woman_name: woman.ledger.get('name'),
      woman_id: woman.ledger.get('id'),
      service: '产后访视',
      due_date: '2023-09-10',
      visit_date: '2023-08-30',
      result: '正常',
      signatures: 5,
    });
    return row === undefined ? undefined : { rules: ['birth/omitted'], rows: [row], unconfirmed: true };
  };

const mightBear = ({ woman }: Enrolled): boolean =>
  /^(无|避孕套|安全套|口服药|避孕药)$/.test(woman.card.get('method')) &&
  woman.card.get('last_birth_date') < '2019' &&
  woman.card.get('due_date') === '' &&
  Number(woman.card.get('children_count')) < 2;

/** A child on the household card, of whom nobody else knows. */
const loneMember: Planter = (d) => {
  const mother = d.take(settledWomen(d), mightBear);
  const home = mother && d.naming(mother.people[0] ?? '', 'households', 'card')[0];
  if (home === undefined) return undefined;
  const row = home.copy({
    name: `${home.get('head_name').charAt(0)}晓璞`,
    relation: '子',
    sex: '男',
    birth_date: '2023-07-04',
    id: makeId('230197', '2023-07-04', 101 + 2 * Math.floor(d.random() * 400)),
    marital_status: '未婚',
  });
  return { rules: ['birth/omitted'], rows: [row], unconfirmed: true };
};

const cells: Faults = {};
for (const point of POINTS) {
  cells[`birth: date days apart at ${point}`] = cell(point, 'birth_date', DATE_RULES, (r, d) =>
    daysOff(d, r.get('birth_date')),
  );
  cells[`birth: date digits swapped at ${point}`] = cell(point, 'birth_date', DATE_RULES, (r) =>
    digitsSwapped(r.get('birth_date')),
  );
  cells[`birth: month and day swapped at ${point}`] = cell(point, 'birth_date', DATE_RULES, (r) =>
    monthDaySwapped(r.get('birth_date')),
  );
  cells[`birth: date apart without child ID at ${point}`] = on(births, ['birth/mismatched'], (fact, d) => [
    fact[point].set('birth_date', daysOff(d, fact.date)).set('child_id', null),
  ]);
  cells[`birth: sex at ${point}`] = cell(
    point,
    'child_sex',
    ['birth/mismatched', 'identity/sex-differs'],
    (r) => (/^(男|1|M)/i.test(r.get('child_sex')) ? '女' : '男'),
  );
  cells[`birth: parity at ${point}`] = cell(
    point,
    'parity',
    ['birth/mismatched', 'logic/parity-order'],
    (r) => Number(r.get('parity')) + 1,
  );
  cells[`birth: child homophone at ${point}`] = cell(point, 'child_name', ['birth/mismatched'], (r) =>
    homophone(r.get('child_name')),
  );
  cells[`birth: child other name at ${point}`] = cell(
    point,
    'child_name',
    ['birth/mismatched', 'identity/shared-id'],
    (r) => otherName(r.get('child_name')),
  );
  cells[`birth: mother ID of another woman at ${point}`] = (d) => {
    const fact = d.take(births(d));
    const people = new Set(d.held);
    const other = d.take(settledWomen(d));
    if (fact === undefined || other === undefined) return undefined;
    d.held = new Set([...people, ...d.held]);
    fact[point].set('mother_id', other.people[0] ?? null);
    return { rules: ['birth/mismatched', 'identity/shared-id'], rows: [fact[point]] };
  };
  cells[`birth: copy without name, ID and certificate at ${point}`] = on(
    births,
    ['birth/duplicated'],
    (fact) => [fact[point], fact[point].copy({ child_name: null, child_id: null, certificate_no: null })],
  );
  cells[`birth: at ${point} alone`] = lone(point);
  for (const [how, typo] of Object.entries(TYPOS)) {
    cells[`birth: mother ID ${how} at ${point}`] = mistyped(point, 'mother_id', typo);
    cells[`birth: father ID ${how} at ${point}`] = mistyped(point, 'father_id', typo);
    cells[`birth: child ID ${how} at ${point}`] = mistyped(point, 'child_id', typo);
  }
}

export const birthFaults: Faults = {
  ...omittedAndCopied('birth', births, 'birth_date'),
  ...cells,
  'birth: missing at ledger and system': on(births, ['birth/omitted'], (fact) => {
    fact.ledger.drop();
    fact.system.drop();
    return [...fact.members, ...fact.witnesses, ...Object.values(fact.woman ?? {})];
  }),
  'birth: child missing on household and woman card': on(
    births,
    ['birth/omitted'],
    (fact) => {
      fact.members[0]?.drop();
      if (fact.woman) stale(fact, fact.woman.card);
      return [fact.ledger, fact.system, ...Object.values(fact.woman ?? {}), ...fact.witnesses];
    },
    first,
  ),
  'birth: child missing on household card only': on(births, ['birth/omitted'], (fact) => {
    fact.members[0]?.drop();
    return allRows(fact);
  }),
  'birth: woman register not brought up to date at ledger': on(
    births,
    ['birth/omitted', 'enrolment/mismatched'],
    (fact) => {
      if (fact.woman) stale(fact, fact.woman.ledger);
      return allRows(fact);
    },
    first,
  ),
  'birth: woman register not brought up to date at system': on(
    births,
    ['birth/omitted', 'enrolment/mismatched'],
    (fact) => {
      if (fact.woman) stale(fact, fact.woman.system);
      return allRows(fact);
    },
    first,
  ),
  'birth: date days apart on household card': on(births, DATE_RULES, (fact, d) => {
    fact.members[0]?.set('birth_date', daysOff(d, fact.date));
    return fact.members;
  }),
  'birth: last birth days apart on woman card': on(births, ['birth/mismatched'], (fact, d) => {
    const row = fact.woman?.card.set('last_birth_date', daysOff(d, fact.date));
    return row && [row];
  }),
  'birth: sex at hospital': on(
    births,
    ['birth/mismatched'],
    (fact) => {
      const row = fact.witnesses[0];
      return row && [row.set('child_sex', /^(男|1|M)/i.test(row.get('child_sex')) ? '女' : '男')];
    },
    (fact) => fact.witnesses.length === 1,
  ),
  'birth: mother ID mistyped at hospital': on(
    births,
    ID_RULES,
    (fact, d) => {
      const row = fact.witnesses[0];
      return row && mistype(d, row, 'mother_id', TYPOS['neighbours-swapped'] ?? String) ? [row] : undefined;
    },
    (fact) => fact.witnesses.length === 1,
  ),
  'birth: child ID mistyped on household card': on(births, ID_RULES, (fact, d) => {
    const row = fact.members[0];
    return row && mistype(d, row, 'id', TYPOS['one-digit-of-sequence'] ?? String) ? [row] : undefined;
  }),
  'birth: child on the card alone': loneMember,
};
