import { expect, it } from 'vitest';
import { identitiesOf } from '../../src/measure/identities.js';
import { judgeFigures } from '../../src/measure/judge.js';
import type { RegisterNumbers } from '../../src/measure/recount/numbers.js';
import { indicatorRows } from '../../src/measure/table.js';
import { frame } from './report.js';

/** The rows of an indicator, where the registers show so much of a figure of the report. */
async function rowsOf(line: string, code: string, shown: Readonly<Record<string, number | undefined>>) {
  const numbers = {
    ofCell({ indicator }: Parameters<RegisterNumbers['ofCell']>[0]) {
      const value = shown[indicator.code];
      return value === undefined ? undefined : { value };
    },
    of: () => undefined,
  } as unknown as RegisterNumbers;
  const reported = frame([line]);
  judgeFigures(reported, identitiesOf(reported), () => undefined);
  const period = { label: '2000', from: '2000-01-01', to: '2000-12-31' };
  const made = { frame: reported, numbers, suspected: new Set<never>() };
  const rows = await indicatorRows({ turn: async () => {} }, made, { known: [], period });
  return rows.filter((row) => row.code === code);
}

it.each<[string, string, number | undefined, string[]]>([
  ['more than the registers show', 'A 2000, 出生人数 12', 10, ['20 2/10']],
  ['fewer', 'A 2000, 出生人数 9', 10, ['10 -1/10']],
  ['what they cannot show', 'A 2000, 出生人数 9', undefined, []],
  ['some where they show none', 'A 2000, 出生人数 9', 0, []],
  ['two numbers', 'A 2000, 出生人数 9, 出生人数 8', 10, []],
  ['something else', 'A 2000, 死亡人数 9', 10, []],
])('the statistical error is of reported births: %s', async (_, line, births, rows) => {
  const found = await rowsOf(line, 'statistical_error_rate', { births });
  expect(
    found.map(({ recomputed, numerator, denominator }) => `${recomputed} ${numerator}/${denominator}`),
  ).toEqual(rows);
});

it.each([
  ['66.67', 'agrees'],
  ['66.66', 'truncated'],
  ['66.65', 'differs'],
])('a rate of 2 in 3 that is printed %s: %s', async (printed, verdict) => {
  const found = await rowsOf(`A 2000, 出生人数 3, 一孩率 ${printed}`, 'parity_1_rate', {
    parity_1_rate: 200 / 3,
  });
  expect(found.map((row) => row.verdict)).toEqual([verdict]);
});
