import { expect, it } from 'vitest';
import { catalogueOf } from '../../src/measure/catalogue.js';
import { digitPatterns } from '../../src/measure/patterns/digits.js';
import type { Store } from '../../src/store/store.js';

/** What the digits of figures of one area show, each `indicator value unit`. */
async function patternsOf(figures: readonly string[]) {
  const rows = figures.map((figure) => {
    const [indicator = '', value = '', unit = null] = figure.split(' ');
    return { community: '甲', indicator, value, unit };
  });
  const store = { all: async () => rows } as unknown as Store;
  const found = await digitPatterns(store, catalogueOf([]));
  return found.filter(({ community }) => community === '甲').map(({ rule, n, detail }) => [rule, n, detail]);
}

/** Numbers that begin as Benford's law has it, by the digits 1 to 9. */
const BENFORD = [30, 18, 12, 10, 8, 7, 6, 5, 4].flatMap((n, digit) =>
  Array.from({ length: n }, (_, i) => `出生人数 ${(digit + 1) * 1000 + i}`),
);

it('says how far first digits are from the law, to four places', async () => {
  expect(await patternsOf(BENFORD)).toEqual([['pattern/last-digit', 100, 'Benford: MAD 0.0029, close']]);
});

it.each<[string, string, number]>([
  ['counts of three digits', '出生人数 123', 1],
  ['no shorter ones', '出生人数 99', 0],
  ['no zeros before a number', '出生人数 012', 0],
  ['no decimals', '出生人数 123.5', 0],
  ['no numbers in 万', '出生人数 123 万人', 0],
  ['no per cent', '某指标 123 %', 0],
  ['no per mille', '某指标 123 ‰', 0],
  ['no ratios', '某指标 123 女=100:', 0],
  ['no rates', '出生人口性别比 123', 0],
  ['counts in persons', '出生人数 123 人', 1],
])('counts %s', async (_, figure, n) => {
  expect((await patternsOf(['出生人数 456', figure])).map(([, counted]) => counted)).toEqual([1 + n]);
});

it('counts a number that stands in two places once', async () => {
  expect((await patternsOf(['出生人数 456', '死亡人数 456'])).map(([, counted]) => counted)).toEqual([1]);
});

it.each([
  [['出生人数 100', '出生人数 100000'], 2],
  [['出生人数 101', '出生人数 100000'], 1],
])('looks at two digits where numbers span a thousandfold: %j', async (figures, n) => {
  expect(await patternsOf(figures)).toHaveLength(n);
});

/** Numbers whose first two digits are as the law has them, from hundreds to hundreds of thousands. */
const TWO_DIGITS = Array.from({ length: 90 }, (_, at) => at + 10).flatMap((digits) =>
  Array.from({ length: Math.round(1000 * Math.log10(1 + 1 / digits)) }, (_, i) =>
    i === 0 ? `出生人数 ${digits}1` : `出生人数 ${digits * 10_000 + i}`,
  ),
);

it('says how far the first two digits are from the law, to four places', async () => {
  const found = (await patternsOf(TWO_DIGITS)).find(([rule]) => rule === 'pattern/first-two-digits');
  expect(found).toEqual(['pattern/first-two-digits', 999, 'MAD 0.0003, close']);
});

it('divides by all ninety pairs of digits, whichever of them begin no number', async () => {
  const found = await patternsOf(['出生人数 100', '出生人数 100000']);
  expect(found[1]).toEqual(['pattern/first-two-digits', 2, 'MAD 0.0213, nonconformity']);
});
