import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyPlan } from '../made.js';

let plan: Awaited<ReturnType<typeof emptyPlan>>;

beforeAll(async () => {
  plan = await emptyPlan();
});

afterAll(() => plan.close());

/** Sources of births, `register point`, in the order of their turns; a witness ends in `!`. */
async function turns(sources: readonly string[]): Promise<string[]> {
  const rows = sources.map((text, at) => {
    const [register = '', point = ''] = text.split(' ');
    return { source: at, register, point: point.replace('!', ''), witness: point.endsWith('!') };
  });
  const found = await plan.made('claimants', { sources: rows });
  return found
    .filter(({ kind }) => kind === 'birth')
    .sort((a, b) => Number(a.turn) - Number(b.turn))
    .map(({ source }) => sources[Number(source)] ?? '');
}

it.each([
  [
    'primary registers, the ledger first',
    ['births card', 'births system', 'births ledger'],
    ['births ledger', 'births system', 'births card'],
  ],
  [
    'primary registers of a bureau’s own points before witnesses',
    ['births hospital!', 'births township'],
    ['births township', 'births hospital!'],
  ],
  [
    'witnesses before registers of people, cards before others',
    ['women ledger', 'households card', 'births hospital!'],
    ['births hospital!', 'households card', 'women ledger'],
  ],
])('the turns of claimants: %s', async (_, sources, order) => {
  expect(await turns(sources)).toEqual(order);
});
