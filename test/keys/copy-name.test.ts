import { expect, test } from 'vitest';
import { isCalledCopy } from '../../src/keys/copy-name.js';

test.each([
  '台账/出生登记(1).csv',
  '台账/出生登记（2）.csv',
  '台账/出生登记 (12).csv',
  '台账(1)/出生登记.csv',
  '台账/出生登记 - 副本.csv',
  '台账/复件 出生登记.xls',
  '备份/出生登记.csv',
  '台账/出生登记_old.csv',
  '台账/Copy of 出生登记.csv',
  '台账/births-COPY.csv',
  '台账/出生登记.csv.bak.csv',
  '台账/出生登记旧表.csv',
  '台账/旧/出生登记.csv',
  '台账/出生登记（旧）.csv',
])('%s is called a copy', (path) => expect(isCalledCopy(path, '')).toBe(true));

test.each([
  '台账/出生登记.csv',
  '台账/出生登记(2023).csv',
  '台账/household.csv',
  '台账/copyright.csv',
  '家旧街社区/出生登记.csv',
  'gold/出生登记.csv',
])('%s is not', (path) => expect(isCalledCopy(path, '')).toBe(false));

test('the name of a sheet counts as well', () => {
  expect(isCalledCopy('台账/永安社区.xlsx', '出生登记 (2)')).toBe(true);
});
