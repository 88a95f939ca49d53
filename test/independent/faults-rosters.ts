/** Who left or joined a register of people since last month, and nothing says why. */
import type { Ways } from './faults-events.js';
import { change, is } from './faults-people.js';

const ROSTER = ['card', 'system'];

export const rosterWays: Ways = {
  ...Object.fromEntries(
    ROSTER.flatMap((point) => [
      [
        `roster: a man gone from the household register at ${point}`,
        {
          rules: ['roster/vanished'],
          plant: change(
            'settled',
            'households',
            point,
            (row, hand) => hand.drop(row),
            is({ relation: '户主' }),
          ),
        },
      ],
      [
        `roster: a stranger in the household register at ${point}`,
        {
          rules: ['roster/unexplained'],
          plant: change(
            'operated',
            'households',
            point,
            (row, hand) => {
              const { name, sex, id, birth } = hand.registry.person('男', '1971-07-07', '230191');
              hand.again(row, { name, sex, id, birth_date: birth, relation: '其他', marital_status: '未婚' });
            },
            is({ relation: '户主' }),
          ),
        },
      ],
    ]),
  ),
  'roster: an unmarried daughter gone from the women register at ledger': {
    rules: ['roster/vanished'],
    plant: change(
      'settled',
      'women',
      'ledger',
      (row, hand) => hand.drop(row),
      is({ marital_status: '未婚' }),
    ),
  },
};
