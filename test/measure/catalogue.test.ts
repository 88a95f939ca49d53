import { describe, expect, it } from 'vitest';
import { catalogueOf } from '../../src/measure/catalogue.js';
import { INDICATORS } from '../../src/measure/indicators/index.js';
import { SUBSETS, SUMS } from '../../src/measure/indicators/sums.js';

const catalogue = catalogueOf([]);

describe('the indicators', () => {
  it('have codes and names of their own', () => {
    const names = INDICATORS.flatMap(({ code, name, synonyms }) => [code, name, ...synonyms]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('are made of indicators', () => {
    const codes = new Set(INDICATORS.map(({ code }) => code));
    const used = INDICATORS.flatMap((one) =>
      one.kind === 'rate' ? [...one.numerator.map((code) => code.replace('-', '')), one.denominator] : [],
    );
    const inSums = [...SUMS.flatMap(({ whole, parts }) => [whole, ...parts]), ...SUBSETS.flat()];
    for (const code of [...used, ...inSums]) expect(codes).toContain(code);
  });

  it.each([
    ['出生率', 'birth_rate'],
    ['人口出生率（‰）', 'birth_rate'],
    ['出 生 人 数', 'births'],
    ['births', 'births'],
    ['违法生育', 'births_out_of_policy'],
    ['总人口', 'population_end'],
    ['流动人口', undefined],
    ['独生子女领证率', undefined],
  ])('%s is %s', (name, code) => {
    expect(catalogue.find(name)).toBe(code);
  });

  it.each([
    [undefined, undefined, '%'],
    [100, undefined, '%'],
    [1000, undefined, '‰'],
    [1, undefined, ':'],
    [1000, '每千人', '每千人'],
  ])('of a bureau’s own, scaled by %s and in %s, are printed in %s', (scale, unit, printed) => {
    const own = { code: 'own', name: '自定率', synonyms: [], numerator: ['births'], denominator: 'deaths' };
    const given = { ...own, ...(scale && { scale }), ...(unit && { unit }) };
    expect(catalogueOf([given]).get('own')?.unit).toBe(printed);
  });

  it('give way to a bureau’s own', () => {
    const own = catalogueOf([{ code: 'families', name: '总人口', synonyms: [], unit: '户' }]);
    expect(own.find('总人口')).toBe('families');
    expect(own.get('population_end')).toBeDefined();
  });
});
