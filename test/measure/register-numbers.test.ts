import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../src/measure/indicators/indicator.js';
import { RegisterNumbers } from '../../src/measure/recount/numbers.js';
import type { Recounted } from '../../src/measure/recount/recount.js';
import { frame } from './report.js';

/** What registers of 2000 show of an indicator in a period, where they hold so many of each in a month. */
function shown(code: string, held: Record<string, Record<string, number>>, period = '2000') {
  const reported = frame([`A ${period}, 出生人数 3`]);
  const [cell] = reported.reported.cells.values();
  const recounted = {
    codes: new Set(Object.keys(held)),
    of: (_: string, one: string) => new Map(Object.entries(held[one] ?? {})),
  } as unknown as Recounted;
  const numbers = new RegisterNumbers(recounted, reported, { from: '2000-01-01', to: '2000-12-31' });
  const indicator = reported.catalogue.get(code);
  return cell && numbers.of('A', cell.span, indicator as Indicator);
}

const births = (boys: number, girls: number) => ({
  births_male: { '2000-01': boys },
  births_female: { '2000-01': girls },
});

describe('what the registers show', () => {
  it.each([
    ['of two boys to one girl', births(2, 1), { value: 200, numerator: 2, denominator: 1 }],
    ['of no boy to one girl', births(0, 1), { value: 0, numerator: 0, denominator: 1 }],
    ['of boys and no girl: nothing', births(2, 0), undefined],
    ['where nobody counts girls: nothing', { births_male: { '2000-01': 2 } }, undefined],
  ])('%s', (_, held, ratio) => {
    expect(shown('sex_ratio_at_birth', held)).toEqual(ratio);
  });

  it.each([
    ['2000', { value: 7 }],
    ['2000-01', { value: 3 }],
    ['2000-03', { value: 0 }],
    ['2000年第一季度', { value: 3 }],
    ['1999', undefined],
    ['2001-01', undefined],
    ['本期', undefined],
  ])('of the births of %s', (period, number) => {
    expect(shown('births', { births: { '2000-01': 3, '2000-12': 4 } }, period)).toEqual(number);
  });

  it.each([
    ['2000', { value: 5 }],
    ['2000-12', { value: 5 }],
    ['2000-11', undefined],
  ])('of the women at the end of %s', (period, number) => {
    expect(shown('women_15_49', { women_15_49: { '': 5 } }, period)).toEqual(number);
  });
});
