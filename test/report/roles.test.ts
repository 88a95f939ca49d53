import { expect, test } from 'vitest';
import { rolesOf } from '../../src/report/roles.js';
import { finding, place } from './fixture.js';

const at = (row: number, value?: string, register = 'women') => ({
  ...place('台账.xlsx', '', row, 'ledger', value === undefined ? [] : [`method 措施 K ${value}`]),
  register,
});
const rows = (rule: string, records: ReturnType<typeof at>[], fields = {}) => {
  const { mend, evidence } = rolesOf(finding('1', rule, { records, ...fields }));
  return [mend.map(({ row }) => row), evidence.map(({ row }) => row)];
};

test.each([
  ['cells before whole records', 'identity/split-id', [at(1, 'a'), at(2)], [[1], [2]]],
  ['all where none has cells', 'birth/duplicated', [at(1), at(2)], [[1, 2], []]],
  ['all where each has cells', 'logic/birth-with-iud', [at(1, 'a'), at(2, 'a')], [[1, 2], []]],
  [
    'the one that differs from most',
    'enrolment/mismatched',
    [at(1, 'a'), at(2, 'b'), at(3, 'b')],
    [[1], [2, 3]],
  ],
  ['both of two that differ', 'enrolment/mismatched', [at(1, 'a'), at(2, 'b')], [[1, 2], []]],
  [
    'all of four where two stand against two',
    'enrolment/mismatched',
    [at(1, 'a'), at(2, 'a'), at(3, 'b'), at(4, 'b')],
    [[1, 2, 3, 4], []],
  ],
  ['all where masks hide what differs', 'birth/mismatched', [at(1, '王*'), at(2, '王*')], [[1, 2], []]],
  [
    'the card of somebody dead',
    'person/not-removed',
    [at(1, undefined, 'households'), at(2, 'x', 'deaths')],
    [[1], [2]],
  ],
])('%s', (_, rule, records, expected) => {
  expect(rows(rule, records)).toEqual(expected);
});

test('what proves that a record is missing is not to be mended', () => {
  const missingFrom = [{ point: 'card', register: 'births', community: '' }];
  expect(rows('birth/omitted', [at(1, 'a'), at(2)], { missingFrom })).toEqual([[], [1, 2]]);
});
