import { describe, expect, it } from 'vitest';
import { type AreaSources, areasOf } from '../../src/measure/areas.js';

const NOTHING: AreaSources = { configured: [], communities: [], located: [], known: [], reported: [] };
const located = (community: string, street: string | null, district: string | null) => ({
  community,
  street,
  district,
});

/** Every whole with its parts, the lowest first. */
function treeOf(sources: Partial<AreaSources>): Record<string, readonly string[]> {
  const { wholes, partsOf } = areasOf({ ...NOTHING, ...sources });
  return Object.fromEntries(wholes.map((whole) => [whole, partsOf(whole)]));
}

describe('who is part of whom', () => {
  it.each<[string, Partial<AreaSources>, Record<string, string[]>]>([
    ['nobody, where nothing says so', { known: ['甲', '乙'] }, {}],
    [
      'by the columns',
      { located: [located('甲', '东街', '区'), located('乙', '东街', '区')] },
      { 东街: ['乙', '甲'], 区: ['东街'] },
    ],
    ['without a street', { located: [located('甲', null, '区')] }, { 区: ['甲'] }],
    ['without a district', { located: [located('甲', '东街', null)] }, { 东街: ['甲'] }],
    ['without either', { located: [located('甲', null, null)] }, {}],
    [
      'a street of one community of that name',
      { located: [located('东街', '东街', '区')] },
      { 区: ['东街'] },
    ],
    [
      'by the configuration, not by the columns',
      { configured: [{ name: '区', parts: ['甲'] }], located: [located('乙', '东街', null)] },
      { 区: ['甲'] },
    ],
    [
      'under the one area reported that is no community',
      { known: ['甲', '乙'], reported: ['甲', '区'] },
      { 区: ['乙', '甲'] },
    ],
    ['not under one of two', { known: ['甲'], reported: ['区', '县'] }, {}],
    [
      'not under what is reported where columns say it',
      { located: [located('甲', '东街', null)], known: ['甲'], reported: ['区'] },
      { 东街: ['甲'] },
    ],
  ])('%s', (_, sources, tree) => {
    expect(treeOf(sources)).toEqual(tree);
  });

  const TWO_STREETS = areasOf({
    ...NOTHING,
    located: [
      located('甲', '西街', '区'),
      located('乙', '东街', '区'),
      located('丙', '东街', '区'),
      located('丁', null, '区'),
    ],
  });

  it('has levels, and wholes from the lowest', () => {
    const levels = ['甲', '东街', '区', '别处'].map((area) => TWO_STREETS.levelOf(area));
    expect(levels).toEqual(['community', 'street', 'district', 'community']);
    expect(TWO_STREETS.wholes).toEqual(['东街', '西街', '区']);
  });

  it('calls a whole that is part of nothing a district', () => {
    expect(areasOf({ ...NOTHING, located: [located('甲', '东街', null)] }).levelOf('东街')).toBe('district');
  });

  it('goes down to communities, which are their own', () => {
    expect(TWO_STREETS.communitiesOf('区')).toEqual(['丁', '丙', '乙', '甲']);
    expect(TWO_STREETS.communitiesOf('甲')).toEqual(['甲']);
  });

  it('ends where areas are parts of each other', () => {
    const circle = areasOf({
      ...NOTHING,
      configured: [
        { name: '甲', parts: ['乙'] },
        { name: '乙', parts: ['甲'] },
      ],
    });
    expect(circle.communitiesOf('甲')).toEqual(['乙']);
  });
});

it('a part of a larger area is a district where one of its own parts has parts, whatever the others are', () => {
  const { levelOf } = areasOf({
    ...NOTHING,
    configured: [
      { name: '市', parts: ['区'] },
      { name: '区', parts: ['东街', '丁'] },
      { name: '东街', parts: ['甲'] },
    ],
  });
  expect(['市', '区', '东街', '丁'].map(levelOf)).toEqual(['district', 'district', 'street', 'community']);
});
