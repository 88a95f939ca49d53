import { add, change, drop, type Registers, type Row, type RuleCases, repeat, set } from './case.js';
import { type District, member } from './district.js';

const DUPLICATE = { cites: ['ledger/births:1', 'ledger/births:2'] };

/** Li Ming gets a twin sister, everywhere; the hospital knows neither by name. */
function twins({ registers, people: { wang }, called, id, home }: District): Registers {
  const sister = {
    name: called('李月'),
    sex: '女',
    birth_date: '2023-05-13',
    id: id('2023-05-13', '002'),
  } as const;
  const row = { child_name: sister.name, child_sex: '女', child_id: sister.id, certificate_no: '' };
  const nameless = { birth_date: '2023-05-13', mother_name: wang.name, child_sex: '' };
  return {
    ...change(registers, {
      'ledger/births': repeat(1, row),
      'system/births': repeat(1, row),
      'card/households': add(member(home, '001', sister, { relation: '女' })),
      'card/women': set(1, { children_count: '2' }),
      'ledger/women': set(1, { children_count: '2' }),
      'system/women': set(1, { children_count: '2' }),
    }),
    'hospital/births': [nameless, nameless],
  };
}

/** What a row of births leaves blank that has the required columns alone. */
const BARE: Row = {
  ...{ child_name: '', child_id: '', certificate_no: '', father_name: '', father_id: '' },
  registration_date: '',
};

/** Li Ming gets a twin brother on the card; the registers of births have rows that do not tell the two apart, so many a point. */
function brothers({ registers, called, id, home }: District, ledger: number, system: number): Registers {
  const brother = {
    name: called('李月'),
    sex: '男',
    birth_date: '2023-05-13',
    id: id('2023-05-13', '003'),
  } as const;
  const two = set(1, { children_count: '2' });
  const rows = (n: number) => (all: readonly Row[]) =>
    Array.from({ length: n }, () => ({ ...all[0], ...BARE }));
  return change(registers, {
    'ledger/births': rows(ledger),
    'system/births': rows(system),
    'card/households': add(member(home, '001', brother, { relation: '子' })),
    ...{ 'card/women': two, 'ledger/women': two, 'system/women': two },
  });
}

/** Nobody but the ledger's primary register knows of the birth. */
function onlyInLedger({ registers }: District): Registers {
  const unknown = set(1, { last_birth_date: '', children_count: '0' });
  return change(registers, {
    'system/births': drop(1),
    'card/households': drop(3),
    'card/women': unknown,
    'ledger/women': unknown,
    'system/women': unknown,
  });
}

/** What one point alone hands in. */
function of(point: string, registers: Registers): Registers {
  return Object.fromEntries(Object.entries(registers).filter(([claimant]) => claimant.startsWith(point)));
}

/** Nobody keeps a register of births. */
function withoutBirths({ 'ledger/births': _, 'system/births': __, ...registers }: Registers): Registers {
  return registers;
}

/** A row of a birth in a family that no card knows. */
function strangers({ called, id, elsewhere }: District, birth_date: string, registration_date: string): Row {
  return {
    child_name: called('郭小雨'),
    child_sex: '女',
    child_id: '',
    birth_date,
    mother_name: called('郑红'),
    mother_id: id('1993-01-17', '462', elsewhere),
    father_name: called('郭涛'),
    father_id: id('1991-02-18', '471', elsewhere),
    certificate_no: '',
    registration_date,
  };
}

function inSystem(values: Row): (district: District) => Registers {
  return ({ registers }) => change(registers, { 'system/births': set(1, values) });
}

export const birth: readonly RuleCases[] = [
  {
    rule: 'birth/omitted',
    cases: [
      {
        name: 'a point’s primary register lacks it',
        plant: ({ registers }) => change(registers, { 'system/births': drop(1) }),
        finds: [{ rule: 'birth/omitted', severity: 'error', cites: ['ledger/births:1'], lacks: ['system'] }],
      },
      {
        name: 'a card that was not brought up to date is a warning',
        plant: ({ registers }) => change(registers, { 'card/households': drop(3) }),
        finds: [{ rule: 'birth/omitted', severity: 'warning', lacks: ['card'] }],
      },
      {
        name: 'one point of three alone says so: omitted elsewhere or false here',
        plant: onlyInLedger,
        finds: [{ rule: 'birth/omitted', unconfirmed: true, cites: ['ledger/births:1'] }],
      },
      {
        name: 'only the hospital knows: a witness is no lone point',
        plant: ({ registers, people: { he } }) => ({
          ...registers,
          'hospital/births': [
            { birth_date: '2023-11-11', mother_name: he.name, mother_id: he.id, child_sex: '女' },
          ],
        }),
        finds: [
          {
            rule: 'birth/omitted',
            unconfirmed: undefined,
            cites: ['hospital/births:1'],
            lacks: ['card', 'ledger', 'system'],
            severity: 'error',
          },
        ],
      },
      {
        name: 'nothing is expected of a point that knows none of the family',
        plant: (d) => {
          const born = repeat(1, strangers(d, '2023-08-21', '2023-08-25'));
          return change(d.registers, { 'ledger/births': born, 'system/births': born });
        },
        finds: [],
      },
      {
        name: 'a birth of an earlier year is not reported',
        plant: (d) =>
          change(d.registers, { 'ledger/births': repeat(1, strangers(d, '2021-08-21', '2021-08-25')) }),
        finds: [],
      },
      {
        name: 'a row without a date is of the birth that the women register of the one point shows',
        alone: true,
        plant: ({ registers }) =>
          change(of('ledger', registers), { 'ledger/births': set(1, { birth_date: '' }) }),
        finds: [{ rule: 'format/missing-value', cites: ['ledger/births:1'] }],
      },
      {
        name: 'without registers of births, a card with another date has the birth all the same',
        alone: true,
        plant: ({ registers }) =>
          change(withoutBirths(registers), { 'card/households': set(3, { birth_date: '2023-05-19' }) }),
        finds: [
          { rule: 'identity/birth-date-differs', cites: ['card/households:3'], over: ['birth/mismatched'] },
        ],
      },
    ],
  },
  {
    rule: 'birth/duplicated',
    cases: [
      {
        name: 'a row copied whole',
        plant: ({ registers }) => change(registers, { 'ledger/births': repeat(1) }),
        finds: [{ rule: 'birth/duplicated', ...DUPLICATE }],
      },
      {
        name: 'a row some days apart and without the child’s name: what it differs in hangs under it',
        plant: ({ registers }) =>
          change(registers, {
            'ledger/births': repeat(1, {
              birth_date: '2023-05-16',
              child_name: '',
              child_id: '',
              certificate_no: '',
            }),
          }),
        finds: [{ rule: 'birth/duplicated', ...DUPLICATE, over: ['birth/mismatched'] }],
      },
      { name: 'twins stay two, though nameless hospital rows agree with both', plant: twins, finds: [] },
      {
        name: 'rows that do not tell twins of one sex apart are two children where the card shows two',
        plant: (d) => brothers(d, 2, 2),
        finds: [],
      },
      {
        name: 'a third such row is one child written down twice',
        plant: (d) => brothers(d, 2, 3),
        finds: [{ rule: 'birth/duplicated', cites: ['system/births:3'] }],
      },
      {
        name: 'two such rows are one child where the card shows one',
        plant: ({ registers }) =>
          change(registers, {
            'ledger/births': (rows) => [0, 1].map(() => ({ ...rows[0], ...BARE })),
            'system/births': set(1, BARE),
          }),
        finds: [{ rule: 'birth/duplicated', ...DUPLICATE }],
      },
      {
        name: 'one such row where the card shows two lacks a child',
        plant: (d) => brothers(d, 1, 2),
        finds: [{ rule: 'birth/omitted', lacks: ['ledger'] }],
      },
    ],
  },
  {
    rule: 'birth/mismatched',
    cases: [
      {
        name: 'the date',
        plant: inSystem({ birth_date: '2023-05-15', child_id: '' }),
        finds: [
          { rule: 'birth/mismatched', cites: ['system/births:1', 'ledger/births:1', 'card/households:3'] },
        ],
      },
      {
        name: 'the date against the child’s own ID',
        plant: inSystem({ birth_date: '2023-05-15' }),
        finds: [
          { rule: 'identity/birth-date-differs', cites: ['system/births:1'], over: ['birth/mismatched'] },
        ],
      },
      {
        name: 'the sex',
        plant: inSystem({ child_sex: '女', child_id: '' }),
        finds: [{ rule: 'birth/mismatched', cites: ['system/births:1', 'ledger/births:1'] }],
      },
      {
        name: 'the parity',
        plant: inSystem({ parity: '2' }),
        finds: [{ rule: 'birth/mismatched', cites: ['system/births:1', 'ledger/births:1'] }],
      },
      {
        name: 'a child’s name that sounds the same',
        plant: ({ registers, called }) =>
          change(registers, { 'system/births': set(1, { child_name: called('李鸣') }) }),
        finds: [{ rule: 'birth/mismatched', cites: ['system/births:1', 'ledger/births:1'] }],
      },
      {
        name: 'a child’s name that sounds different',
        plant: ({ registers, called }) =>
          change(registers, { 'system/births': set(1, { child_name: called('李星') }) }),
        finds: [{ rule: 'birth/mismatched', cites: ['system/births:1', 'ledger/births:1'] }],
      },
      { name: 'a blank is no mismatch', plant: inSystem({ child_name: '未取名', child_id: '' }), finds: [] },
      {
        name: 'a parent’s name that sounds the same is nothing',
        plant: ({ registers, called }) =>
          change(registers, { 'system/births': set(1, { mother_name: called('汪方') }) }),
        finds: [],
      },
    ],
  },
];
