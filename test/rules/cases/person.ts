import { add, change, type RuleCases, set } from './case.js';
import { member } from './district.js';
import { cameBack } from './migration.js';

export const person: readonly RuleCases[] = [
  {
    rule: 'person/duplicated',
    cases: [
      {
        name: 'resident on two cards',
        plant: ({ registers, away, people: { li } }) =>
          change(registers, { 'card/households': add(member(away, '102', li)) }),
        finds: [{ rule: 'person/duplicated', cites: ['card/households:1', 'card/households:12'] }],
      },
      {
        name: 'resident on one card, registered on another',
        plant: ({ registers, away, people: { li } }) =>
          change(registers, { 'card/households': add(member(away, '102', li, { residence: '空挂户' })) }),
        finds: [],
      },
    ],
  },
  {
    rule: 'person/not-removed',
    cases: [
      {
        name: 'dead, and still on the card',
        plant: ({ registers, home, people: { qian } }) =>
          change(registers, { 'card/households': add(member(home, '005', qian)) }),
        finds: [{ rule: 'person/not-removed', cites: ['card/households:12', 'ledger/deaths:1'] }],
      },
      {
        name: 'dead, and shown as dead on the card',
        plant: ({ registers, home, people: { qian } }) =>
          change(registers, {
            'card/households': add(member(home, '005', qian, { death_date: '2023-07-17' })),
          }),
        finds: [],
      },
      {
        name: 'the stay ended, and still on the card',
        plant: ({ registers }) => {
          const left = set(1, { end_date: '2023-08-01' });
          return change(registers, { 'ledger/migrants': left, 'system/migrants': left });
        },
        finds: [{ rule: 'person/not-removed', cites: ['card/households:9'] }],
      },
      { name: 'the stay ended, and another began', plant: cameBack, finds: [] },
    ],
  },
];
