import { expect, it } from 'vitest';
import type { RegisterNumbers } from '../../src/measure/recount/numbers.js';
import { indicatorRows } from '../../src/measure/table.js';
import { frame } from './report.js';

/** `code recomputed numerator/denominator verdict` of each row, where the registers show so many births. */
async function rowsOf(line: string, births: number | undefined): Promise<string[]> {
  const numbers = {
    ofCell: ({ indicator }: Parameters<RegisterNumbers['ofCell']>[0]) =>
      indicator.code === 'births' && births !== undefined ? { value: births } : undefined,
    of: () => undefined,
  } as unknown as RegisterNumbers;
  const period = { label: '2000', from: '2000-01-01', to: '2000-12-31' };
  const made = { frame: frame([line]), numbers, suspected: new Set<never>() };
  const rows = await indicatorRows({ turn: async () => {} }, made, { known: [], period });
  return rows
    .filter(({ code }) => code === 'statistical_error_rate')
    .map(({ recomputed, numerator, denominator }) => `${recomputed} ${numerator}/${denominator}`);
}

it.each<[string, string, number | undefined, string[]]>([
  ['more than the registers show', 'A 2000, 出生人数 12', 10, ['20 2/10']],
  ['fewer', 'A 2000, 出生人数 9', 10, ['10 -1/10']],
  ['what they cannot show', 'A 2000, 出生人数 9', undefined, []],
  ['some where they show none', 'A 2000, 出生人数 9', 0, []],
  ['two numbers', 'A 2000, 出生人数 9, 出生人数 8', 10, []],
  ['something else', 'A 2000, 死亡人数 9', 10, []],
])('the statistical error is of reported births: %s', async (_, line, births, rows) => {
  expect(await rowsOf(line, births)).toEqual(rows);
});
