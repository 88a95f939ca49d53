import { describe, expect, it } from 'vitest';
import { type Row, selects, values } from './found.js';

const found = selects();

describe('coverage/register-absent, of months', () => {
  const FILE = { register: 'births', point: 'ledger', set_aside: false, witness: false };
  const from = (
    community: string | null,
    month_from: string | null,
    month_to = month_from,
    more: Row = {},
  ) => ({
    ...FILE,
    community,
    month_from,
    month_to,
    ...more,
  });
  const SHORT = from('乙', '2023-01');

  it.each<[string, Row[], string[]]>([
    ['that another community declares', [from('甲', '2023-01', '2023-03')], ['乙|ledger|2023-03|2023-03']],
    [
      'what is left where it declares the month between',
      [from('甲', '2022-12', '2023-04'), from('乙', '2023-03')],
      ['乙|ledger|2023-04|2023-04'],
    ],
    ['none that it declares itself', [from('甲', '2023-01', '2023-03'), from('乙', '2023-03')], []],
    ['none where a file of it declares no months', [from('甲', '2023-01', '2023-03'), from('乙', null)], []],
    ['none that a file of all communities declares', [from(null, '2023-01', '2023-03')], []],
    ['none that a copy declares', [from('甲', '2023-01', '2023-03', { set_aside: true })], []],
    ['none that a witness declares', [from('甲', '2023-01', '2023-03', { witness: true })], []],
    ['none of another register', [from('甲', '2023-01', '2023-03', { register: 'deaths' })], []],
    ['none of another point', [from('甲', '2023-01', '2023-03', { point: 'system' })], []],
    ['none outside the period', [from('甲', '2023-01', '2024-01')], []],
  ])('finds %s', async (_, files, findings) => {
    const sources = [SHORT, ...files].map((file, source) => ({ source, ...file }));
    const rows = await found('coverage/register-absent', { sources });
    expect(values(rows, 'finding').map(String).sort()).toEqual(findings);
  });
});

describe('coverage/register-absent', () => {
  const at = (community: string, ...claimants: readonly string[]) =>
    claimants.map((claimant) => {
      const [point = '', register = ''] = claimant.split('/');
      return { community, point, register };
    });
  const BOTH = ['甲', '乙'].flatMap((community) => at(community, 'card/women', 'ledger/births'));
  const formerly = (...claimants: readonly string[]) => at('丁', ...claimants);
  const BIRTHS = { source: 1, register: 'births', point: 'ledger', set_aside: false, witness: false };

  it.each<[string, Readonly<Record<string, readonly Row[]>>, string[]]>([
    ['nothing where all hand in the same', { holdings: BOTH, coverage: BOTH }, []],
    [
      'one register',
      {
        holdings: BOTH,
        coverage: [
          ...at('甲', 'card/women', 'ledger/births', 'ledger/deaths'),
          ...at('乙', 'card/women', 'ledger/births'),
        ],
      },
      ['乙|ledger|deaths'],
    ],
    [
      'all of a point',
      {
        holdings: BOTH,
        coverage: [...at('甲', 'card/women', 'ledger/births', 'ledger/deaths'), ...at('乙', 'card/women')],
      },
      ['乙|ledger|'],
    ],
    [
      'all of one point and one register of another',
      {
        holdings: BOTH,
        coverage: [...at('甲', 'card/women', 'card/households', 'ledger/births'), ...at('乙', 'card/women')],
      },
      ['乙|card|households', '乙|ledger|'],
    ],
    [
      'nothing of a community that one register names',
      {
        holdings: [...at('甲', 'card/women', 'ledger/births'), ...at('乙', 'card/women')],
        coverage: [...at('甲', 'card/women', 'ledger/births'), ...at('乙', 'card/women')],
      },
      [],
    ],
    [
      'what a community handed in before',
      { handed_before: formerly('ledger/births'), sources: [BIRTHS] },
      ['丁|ledger|before'],
    ],
    [
      'that beside another register of today',
      { handed_before: formerly('ledger/births'), sources: [BIRTHS], coverage: at('丁', 'ledger/deaths') },
      ['丁|ledger|before'],
    ],
    [
      'that beside the same of another point',
      { handed_before: formerly('ledger/births'), sources: [BIRTHS], coverage: at('丁', 'system/births') },
      ['丁|ledger|before'],
    ],
    [
      'nothing that it hands in today',
      { handed_before: formerly('ledger/births'), sources: [BIRTHS], coverage: at('丁', 'ledger/births') },
      [],
    ],
    [
      'once what its peers show as well',
      {
        handed_before: formerly('ledger/births'),
        sources: [BIRTHS],
        holdings: [...at('甲', 'card/women', 'ledger/births'), ...at('丁', 'card/women', 'card/households')],
        coverage: [
          ...at('甲', 'card/women', 'card/households', 'ledger/births'),
          ...at('丁', 'card/women', 'card/households'),
        ],
      },
      ['丁|ledger|'],
    ],
    [
      'what nobody hands in any more',
      { handed_before: formerly('ledger/births') },
      ['|ledger|births|before'],
    ],
    [
      'what but a copy hands in',
      { handed_before: formerly('ledger/births'), sources: [{ ...BIRTHS, set_aside: true }] },
      ['|ledger|births|before'],
    ],
  ])('finds %s', async (_, tables, findings) => {
    const rows = await found('coverage/register-absent', tables);
    expect(values(rows, 'finding').map(String).sort()).toEqual(findings);
  });
});
