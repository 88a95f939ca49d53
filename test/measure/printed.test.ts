import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds } from '../../src/measure/interval.js';
import { printLike, readPrinted } from '../../src/measure/printed.js';

describe('readPrinted', () => {
  it.each([
    ['1,234', '人', '人', 1234, 1234, 1234],
    ['956万', '人', '人', 9_560_000, 9_555_000, 9_565_000],
    ['956', '万人', '人', 9_560_000, 9_555_000, 9_565_000],
    ['141175', '万人', '人', 1_411_750_000, 1_411_745_000, 1_411_755_000],
    ['5.7', '‰', '‰', 5.7, 5.65, 5.75],
    ['5.70', '‰', '‰', 5.7, 5.695, 5.705],
    ['99.48%', '', '%', 99.48, 99.475, 99.485],
    ['1.01%', '', '‰', 10.1, 10.05, 10.15],
    ['10.09‰', '', '%', 1.009, 1.0085, 1.0095],
    ['-3.5', '‰', '‰', -3.5, -3.55, -3.45],
    ['7.00', '千分率', '‰', 7, 6.995, 7.005],
    ['7.00', '千分比', '‰', 7, 6.995, 7.005],
    ['7.00', '千人', '‰', 7, 6.995, 7.005],
    ['7.00', '人', '‰', 7, 6.995, 7.005],
    ['97.5', '千人', '%', 97.5, 97.45, 97.55],
    ['0.70', '百分率', '‰', 7, 6.95, 7.05],
    ['70.0', '万分率', '‰', 7, 6.995, 7.005],
    ['105.0', '千人', ':', 105, 104.95, 105.05],
    ['7', '千人', '人', 7000, 6500, 7500],
    ['7', '千分率', '人', 7, 7, 7],
    ['93:100', '', ':', 93, 92.5, 93.5],
    ['93：100', '', ':', 93, 92.5, 93.5],
    ['1.087:1', '', ':', 108.7, 108.65, 108.75],
  ])('%s %s', (text, unit, home, value, low, high) => {
    const printed = readPrinted(text, unit, home);
    expect(printed?.value).toBeCloseTo(value, 9);
    expect(printed?.within.low).toBeCloseTo(low, 6);
    expect(printed?.within.high).toBeCloseTo(high, 6);
  });

  it.each([
    ['亿', 1e8],
    ['千万', 1e7],
    ['百万', 1e6],
    ['万', 1e4],
    ['千', 1e3],
  ])('takes 3 %s for %d, in the figure and in its unit', (word, times) => {
    expect(readPrinted(`3${word}`, '人', '人')?.value).toBe(3 * times);
    expect(readPrinted('3', `${word}人`, '人')?.value).toBe(3 * times);
    expect(readPrinted('3', `${word}分率`, '‰')?.value).not.toBe(3 * times);
  });

  it('takes 10% 以上 for a bound', () => {
    expect(readPrinted('10 % 以上', '', '%')).toMatchObject({ bound: 'least', within: { low: 9.5 } });
    expect(readPrinted('不足10%', '', '%')).toMatchObject({ bound: 'most', within: { high: 10.5 } });
  });

  it.each(['若干', '', '1/2', '12-13', '93:0'])('%s is no number', (text) => {
    expect(readPrinted(text, '', ':')).toBeNull();
  });

  it('holds every number that would be printed so', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.integer({ min: 0, max: 4 }),
        (value, decimals) => {
          const printed = readPrinted(value.toFixed(decimals), '%', '%');
          return printed !== null && holds(printed.within, value);
        },
      ),
    );
  });
});

it.each([
  [4.0256, 0.01, '4.03'],
  [14, 1, '14'],
  [-0.001, 0.01, '0.00'],
  [9_560_000, 10_000, '9560000'],
])('prints %d like a figure in steps of %d', (value, step, text) => {
  expect(printLike(value, step)).toBe(text);
});
