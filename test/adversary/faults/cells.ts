/** Cells that cannot be read: blank, impossible, unknown, damaged. One finding each, and no consequence beside it. */

import type { District } from '../district.js';
import { births, cardOnly, deaths, type Fact, marriages, operations, settledWomen, stays } from '../facts.js';
import { type Cell, checkDigit } from '../values.js';
import { type Faults, type Planter, POINTS } from './kit.js';

const ruin =
  (
    list: (d: District) => Fact[],
    point: 'ledger' | 'system',
    column: string,
    rule: string,
    value: (now: string) => Cell,
  ): Planter =>
  (d) => {
    const row = d.take(list(d))?.[point];
    row?.set(column, value(row.get(column)));
    return row && { rules: [rule], rows: [row] };
  };

const EVENTS: [string, (d: District) => Fact[], string, string, string][] = [
  ['birth', births, 'birth_date', 'mother_id', 'child_sex'],
  ['marriage', marriages, 'marriage_date', 'wife_id', 'husband_order'],
  ['contraception', operations, 'service_date', 'woman_id', 'method'],
  ['migration', stays, 'start_date', 'id', 'sex'],
  ['death', deaths, 'death_date', 'id', 'sex'],
];

const faults: Faults = {};
for (const [event, list, date, id, code] of EVENTS) {
  for (const point of POINTS) {
    faults[`cell: ${event} date blank at ${point}`] = ruin(
      list,
      point,
      date,
      'format/missing-value',
      () => null,
    );
    faults[`cell: ${event} ID blank at ${point}`] = ruin(list, point, id, 'format/missing-value', () => null);
    faults[`cell: ${event} date impossible at ${point}`] = ruin(
      list,
      point,
      date,
      'format/invalid-date',
      (now) => `${now.slice(0, 4)}-02-30`,
    );
    faults[`cell: ${event} date in the future at ${point}`] = ruin(
      list,
      point,
      date,
      'format/future-date',
      (now) => `2032${now.slice(4)}`,
    );
    faults[`cell: ${event} ID in powers of ten at ${point}`] = ruin(
      list,
      point,
      id,
      'format/damaged-id',
      (now) => `${now[0]}.${now.slice(1, 6)}E+17`,
    );
    faults[`cell: ${event} code unknown at ${point}`] = ruin(
      list,
      point,
      code,
      'format/unknown-code',
      () => '某某',
    );
  }
}

const ofMember =
  (column: string, rule: string, value: Cell): Planter =>
  (d) => {
    const row = d.take(cardOnly(d))?.row.set(column, value);
    return row && { rules: [rule], rows: [row] };
  };

const ofWoman =
  (point: 'card' | 'ledger' | 'system', column: string, rule: string, value: Cell): Planter =>
  (d) => {
    const row = d.take(settledWomen(d))?.woman[point].set(column, value);
    return row && { rules: [rule], rows: [row] };
  };

/** A spreadsheet keeps 15 digits: the last three become zeros (a number cell in a workbook, text in CSV). */
const zeroed: Planter = (d) => {
  // One such ID in eleven is valid again by chance: those are passed over.
  const row = d.take(
    operations(d),
    (fact) => checkDigit(`${fact.ledger.get('woman_id').slice(0, 15)}00`) !== '0',
  )?.system;
  row?.set('woman_id', `${row.get('woman_id').slice(0, 15)}000`);
  return row && { rules: ['format/damaged-id'], rows: [row] };
};

const asNumber: Planter = (d) => {
  const row = d.take(
    births(d),
    (fact) => fact.ledger.table.path.endsWith('.xlsx') && !fact.ledger.get('mother_id').endsWith('X'),
  )?.ledger;
  row?.set('mother_id', Number(row.get('mother_id')));
  return row && { rules: ['format/damaged-id'], rows: [row] };
};

export const cellFaults: Faults = {
  ...faults,
  'cell: parity a fraction at ledger': ruin(births, 'ledger', 'parity', 'format/invalid-number', () => '1.5'),
  'cell: parity a word at system': ruin(births, 'system', 'parity', 'format/invalid-number', () => '若干'),
  'cell: ID zeroed in CSV': zeroed,
  'cell: ID a number in a workbook': asNumber,
  'cell: member sex blank': ofMember('sex', 'format/missing-value', null),
  'cell: member name blank': ofMember('name', 'format/missing-value', null),
  'cell: member birth date impossible': ofMember('birth_date', 'format/invalid-date', '0000-00-00'),
  'cell: member residence unknown': ofMember('residence', 'format/unknown-code', '某某'),
  'cell: woman marital status blank on card': ofWoman('card', 'marital_status', 'format/missing-value', null),
  'cell: woman marital status unknown at system': ofWoman(
    'system',
    'marital_status',
    'format/unknown-code',
    '已昏',
  ),
  'cell: woman method unknown at ledger': ofWoman('ledger', 'method', 'format/unknown-code', '某法'),
  'cell: woman ID blank at ledger': ofWoman('ledger', 'id', 'format/missing-value', null),
  'cell: woman children count negative at system': ofWoman(
    'system',
    'children_count',
    'format/invalid-number',
    -1,
  ),
};
