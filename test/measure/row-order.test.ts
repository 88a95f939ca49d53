import { expect, it } from 'vitest';
import { inCatalogueOrder } from '../../src/measure/row-order.js';
import type { IndicatorRow } from '../../src/model/measured.js';
import { frame } from './report.js';

it('rows go by area, the largest first, then by period, then by the catalogue; what it does not have comes last', () => {
  const { catalogue, areas } = frame(['社区甲 2000, 出生人数 3', '社区乙 2000, 出生人数 3']);
  const named = [
    ...['社区甲 2000 births', '社区乙 2000 births', '区 2001 births', '区 2000 z_own', '区 2000 a_own'],
    ...['区 2000 births_male', '区 2000 births'],
  ];
  const rows = named.map((name): [string, IndicatorRow] => {
    const [area, period, code] = name.split(' ');
    return [`${area}\u0001${period}\u0001${code}`, { area, period, code } as IndicatorRow];
  });
  const ordered = inCatalogueOrder(new Map(rows), { catalogue, areas });
  expect(ordered.map(({ area, period, code }) => `${area} ${period} ${code}`)).toEqual([
    ...['区 2000 births', '区 2000 births_male', '区 2000 a_own', '区 2000 z_own', '区 2001 births'],
    ...['社区乙 2000 births', '社区甲 2000 births'],
  ]);
});
