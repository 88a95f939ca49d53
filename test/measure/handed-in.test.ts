import { describe, expect, it } from 'vitest';
import { type HandedIn, handedInRates } from '../../src/measure/handed-in.js';

const births = { register: 'births', point: 'ledger' };
const cards = { register: 'households', point: 'card' };
const undated = { month_from: null, month_to: null };
const in_ = (community: string) => ({ community });

const given: HandedIn = {
  communities: ['甲', '乙'],
  peers: [births, cards],
  coverage: [
    { ...births, ...in_('甲') },
    { ...births, ...in_('乙') },
    { ...cards, ...in_('甲') },
  ],
  sources: [
    { ...births, ...in_('甲'), month_from: '2023-01', month_to: '2023-01' },
    { ...births, ...in_('甲'), month_from: '2023-03', month_to: '2023-03' },
    { ...births, ...in_('乙'), ...undated },
    { ...cards, ...in_('甲'), ...undated },
  ],
  gaps: [],
};
const months = ['2023-01', '2023-02', '2023-03'];

const shares = (changed: Partial<HandedIn> = {}) =>
  Object.fromEntries(
    handedInRates({ ...given, ...changed }, months).map(({ community, point, numerator, denominator }) => [
      `${community} ${point}`,
      `${numerator}/${denominator}`,
    ]),
  );

describe('registers handed in', () => {
  it('counts the months that files declare, and whole registers that only peers have', () => {
    expect(shares()).toEqual({ '甲 ledger': '2/3', '甲 card': '3/3', '乙 ledger': '3/3', '乙 card': '0/3' });
  });

  it('takes a file of several communities for each of them, and one without months for all months', () => {
    const wide = { ...births, community: null, ...undated };
    expect(shares({ sources: [...given.sources, wide] })).toMatchObject({ '甲 ledger': '3/3' });
  });

  it('leaves out the months in which nobody handed anything in', () => {
    const gaps = [{ ...births, month: '2023-03' }];
    expect(shares({ gaps })).toMatchObject({ '甲 ledger': '1/3', '乙 ledger': '2/3' });
  });
});
