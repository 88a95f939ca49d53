import { add, change, type Registers, type RuleCases, set } from './case.js';
import { type District, member } from './district.js';
import { cameBack } from './migration.js';

/** Wu Mei stays in the community that lists her; that of her home knows, and its card holds her as well. */
function atHomeToo({ registers, away, people: { wu } }: District): Registers {
  const left = add({
    community: away,
    direction: '流出',
    ...wu,
    start_date: '2023-02-15',
    current_place: '外省',
  });
  return change(registers, {
    'card/households': add(member(away, '102', wu)),
    'ledger/migrants': left,
    'system/migrants': left,
  });
}

const withoutResidence = (registers: Registers): Registers =>
  change(registers, { 'card/households': set(1, { '-residence': '' }) });

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
      {
        name: 'on the cards of home and of a stay, where cards have no column for residence',
        alone: true,
        plant: (d) => withoutResidence(atHomeToo(d)),
        finds: [],
      },
      {
        name: 'on two cards without a column for residence, and no stay',
        alone: true,
        plant: ({ registers, away, people: { li } }) =>
          withoutResidence(change(registers, { 'card/households': add(member(away, '102', li)) })),
        finds: [{ rule: 'person/duplicated', cites: ['card/households:1', 'card/households:12'] }],
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
        name: 'shown as dead on last month’s card, and on this month’s no longer',
        plant: ({ registers, home, people: { qian } }) =>
          change(registers, { 'card/households': add(member(home, '005', qian)) }),
        before: ({ registers, home, people: { qian } }) =>
          change(registers, {
            'card/households': add(member(home, '005', qian, { death_date: '2023-07-17' })),
          }),
        finds: [{ rule: 'person/not-removed', over: ['roster/unexplained'] }],
      },
      {
        name: 'the stay ended, and still on the card',
        plant: ({ registers }) => {
          const left = set(1, { end_date: '2023-08-01' });
          return change(registers, { 'ledger/migrants': left, 'system/migrants': left });
        },
        finds: [{ rule: 'person/not-removed', cites: ['card/households:9'] }],
      },
      {
        name: 'a card alone says that she is dead, where nobody keeps deaths or stays',
        alone: true,
        plant: ({ registers }) => {
          const unkept = ['ledger/deaths', 'system/deaths', 'ledger/migrants', 'system/migrants'];
          const rest = Object.fromEntries(
            Object.entries(registers).filter(([name]) => !unkept.includes(name)),
          );
          return change(rest, { 'card/households': set(11, { death_date: '2023-08-01' }) });
        },
        finds: [{ rule: 'person/not-removed', cites: ['ledger/women:4'] }],
      },
      { name: 'the stay ended, and another began', plant: cameBack, finds: [] },
    ],
  },
];
