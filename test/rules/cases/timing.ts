import { type Case, change, type Registers, type Row, type RuleCases, set } from './case.js';
import type { District } from './district.js';
import { death } from './strangers.js';

/** Both primary registers say so. */
function both(registers: Registers, register: string, values: Row): Registers {
  return change(registers, {
    [`ledger/${register}`]: set(1, values),
    [`system/${register}`]: set(1, values),
  });
}

/** The visits that a clean district has made, and more of Zhao Min. */
function visits({ registers, home, people: { wang, zhao } }: District, ...more: Row[]): Registers {
  const row = (woman: { name: string; id: string }, service: string, values: Row): Row => ({
    community: home,
    woman_name: woman.name,
    woman_id: woman.id,
    service,
    ...values,
  });
  return {
    ...registers,
    'ledger/visits': [
      row(wang, '产后访视', { due_date: '2023-06-24', visit_date: '2023-06-24' }),
      row(zhao, '术后随访', { due_date: '2023-04-13', visit_date: '2023-04-13' }),
      ...more.map((values) => row(zhao, '查环', values)),
    ],
  };
}

const certified: Row = {
  certificate_issued: '2022-03-01',
  certificate_expires: '2025-02-28',
  verified_date: '2023-03-01',
};

/** The stay of Wu Mei with these cells, in ledger and system. */
const withStay =
  (values: Row) =>
  ({ registers }: District) =>
    both(registers, 'migrants', { ...certified, ...values });

const STAY = ['ledger/migrants:1', 'system/migrants:1'];

const certificates: RuleCases[] = [
  {
    rule: 'timing/certificate-missing',
    cases: [
      {
        name: 'no number: not also expired or unverified',
        plant: withStay({ certificate_no: '', certificate_expires: '2020-01-01', verified_date: '' }),
        finds: [{ rule: 'timing/certificate-missing', severity: 'warning', cites: STAY }],
      },
      {
        name: 'a stay that did not leave the district',
        plant: (d) => {
          const stayed = withStay({ certificate_no: '', home_place: d.away })(d);
          const out = (rows: readonly Row[]): Row[] => [
            ...rows,
            ...rows.slice(0, 1).map((row) => ({
              ...row,
              community: d.away,
              direction: '流出',
              home_place: d.away,
              current_place: d.home,
            })),
          ];
          return change(stayed, { 'ledger/migrants': out, 'system/migrants': out });
        },
        finds: [],
      },
      {
        name: 'a home that nobody knows',
        plant: withStay({ certificate_no: '', home_place: '' }),
        finds: [],
      },
    ],
  },
  {
    rule: 'timing/certificate-expired',
    cases: [
      {
        name: 'expired in the autumn',
        plant: withStay({ certificate_expires: '2023-10-31' }),
        finds: [{ rule: 'timing/certificate-expired', severity: 'warning', cites: STAY }],
      },
      { name: 'valid to the last day', plant: withStay({ certificate_expires: '2023-12-31' }), finds: [] },
    ],
  },
  {
    rule: 'timing/verification-missing',
    cases: [
      {
        name: 'held and never verified',
        plant: withStay({ verified_date: '' }),
        finds: [{ rule: 'timing/verification-missing', severity: 'warning', cites: STAY }],
      },
      { name: 'verified', plant: withStay({}), finds: [] },
    ],
  },
];

const registration: RuleCases[] = [
  {
    rule: 'timing/registered-before-event',
    cases: [
      {
        name: 'a birth registered in the year before',
        plant: ({ registers }) =>
          change(registers, { 'ledger/births': set(1, { registration_date: '2022-05-20' }) }),
        finds: [{ rule: 'timing/registered-before-event', severity: 'error', cites: ['ledger/births:1'] }],
      },
      {
        name: 'registered on the day itself',
        plant: ({ registers }) => both(registers, 'births', { registration_date: '2023-05-13' }),
        finds: [],
      },
    ],
  },
  {
    rule: 'timing/late-registration',
    cases: [
      {
        name: 'a birth registered after 31 days at both points is one finding',
        plant: ({ registers }) => both(registers, 'births', { registration_date: '2023-06-13' }),
        finds: [
          {
            rule: 'timing/late-registration',
            severity: 'warning',
            cites: ['ledger/births:1', 'system/births:1'],
          },
        ],
      },
      {
        name: 'registered after 30 days',
        plant: ({ registers }) => both(registers, 'births', { registration_date: '2023-06-12' }),
        finds: [],
      },
      {
        name: 'no date of registration',
        plant: ({ registers }) => both(registers, 'births', { registration_date: '' }),
        finds: [],
      },
    ],
  },
];

const ofVisit = (one: Case): Case => ({ ...one, among: 'visits' });

const ofVisits: RuleCases[] = [
  {
    rule: 'timing/visit-overdue',
    cases: [
      ofVisit({
        name: 'due 31 days ago',
        plant: (d) => visits(d, { due_date: '2023-11-30', visit_date: '' }),
        finds: [{ rule: 'timing/visit-overdue', severity: 'warning', cites: ['ledger/visits:3'] }],
      }),
      ofVisit({
        name: 'due in December, made, or without a due date',
        plant: (d) =>
          visits(
            d,
            { due_date: '2023-12-01', visit_date: '' },
            { due_date: '2023-09-30', visit_date: '2023-10-20' },
            { due_date: '', visit_date: '' },
          ),
        finds: [],
      }),
    ],
  },
  {
    rule: 'timing/follow-up-overdue',
    cases: [
      ofVisit({
        name: 'nothing on record after a birth; a visit 31 days after an operation',
        plant: (d) =>
          change(visits(d), {
            'ledger/visits': (rows) => set(1, { visit_date: '2023-04-14' })(rows.slice(1)),
          }),
        finds: [
          { rule: 'timing/follow-up-overdue', severity: 'warning', cites: ['ledger/births:1'] },
          { rule: 'timing/follow-up-overdue', cites: ['ledger/contraception:1', 'ledger/visits:1'] },
        ],
      }),
      ofVisit({
        name: 'a visit 43 days after a birth',
        plant: (d) => change(visits(d), { 'ledger/visits': set(1, { visit_date: '2023-06-25' }) }),
        finds: [
          {
            rule: 'timing/follow-up-overdue',
            cites: ['ledger/births:1', 'ledger/visits:1'],
            shows: [
              ...['card/households:3 birth_date', 'card/women:1 last_birth_date'],
              ...['ledger/births:1 birth_date', 'ledger/women:1 last_birth_date'],
              ...['system/births:1 birth_date', 'system/women:1 last_birth_date'],
              'ledger/visits:1 visit_date',
            ],
          },
        ],
      }),
      ofVisit({
        name: 'who died before the time was up is not visited',
        plant: (d) => {
          const { wang } = d.people;
          const card = (rows: readonly Row[]) => rows.filter(({ id }) => id !== wang.id);
          const kept = change(visits(d), {
            'ledger/visits': (rows) => rows.slice(1),
            'card/households': card,
            'card/women': card,
            'ledger/women': card,
            'system/women': card,
          });
          return death(kept, wang, { sex: '女', death_date: '2023-06-01' });
        },
        finds: [],
      }),
      ofVisit({
        name: 'a visit that waits to be made is overdue itself',
        plant: (d) => change(visits(d), { 'ledger/visits': set(1, { visit_date: '' }) }),
        finds: [
          { rule: 'timing/visit-overdue', cites: ['ledger/visits:1'], over: ['timing/follow-up-overdue'] },
        ],
      }),
      {
        name: 'a register of checks keeps no follow-ups, though that of another point and community does',
        alone: true,
        plant: (d) => {
          const { he } = d.people;
          const check = { service: '查环', due_date: '2023-09-30', visit_date: '2023-09-20' };
          const of = (community: string, woman: { name: string; id: string }, row: Row) => ({
            community,
            woman_name: woman.name,
            woman_id: woman.id,
            ...row,
          });
          return {
            ...d.registers,
            'card/visits': [of(d.home, d.people.zhao, check)],
            [`ledger/visits#${d.away}`]: [of(d.away, he, { service: '产后访视', visit_date: '2023-09-20' })],
          };
        },
        finds: [{ rule: 'coverage/register-absent' }],
      },
      {
        name: 'a register of checks keeps no follow-ups',
        alone: true,
        plant: (d) => ({
          ...d.registers,
          'ledger/visits': (
            visits(d, { due_date: '2023-09-30', visit_date: '2023-09-20' })['ledger/visits'] ?? []
          ).slice(2),
        }),
        finds: [],
      },
    ],
  },
];

/** Zhao Min's row at all points. */
const zhaoRow =
  (values: Row) =>
  ({ registers }: District) =>
    change(registers, {
      'card/women': set(2, values),
      'ledger/women': set(2, values),
      'system/women': set(2, values),
    });

/** He Jing's row at all points. */
const heRow =
  (values: Row) =>
  ({ registers }: District) =>
    change(registers, {
      'card/women': set(4, values),
      'ledger/women': set(4, values),
      'system/women': set(4, values),
    });

const ROWS = ['card/women:2', 'ledger/women:2', 'system/women:2'];
const employed = { management_class: '协管', employer: '市纺织厂' };

const ofWomen: RuleCases[] = [
  {
    rule: 'timing/outcome-unrecorded',
    cases: [
      {
        name: 'nothing since a due date in summer',
        plant: heRow({ due_date: '2023-07-01' }),
        finds: [{ rule: 'timing/outcome-unrecorded', severity: 'notice', cites: ['ledger/women:4'] }],
      },
      { name: 'due in November', plant: heRow({ due_date: '2023-11-10' }), finds: [] },
      {
        name: 'a method since',
        plant: heRow({ due_date: '2023-07-01', method_date: '2023-04-01' }),
        finds: [],
      },
      {
        name: 'a birth since, a month early',
        plant: ({ registers }) => change(registers, { 'ledger/women': set(1, { due_date: '2023-06-13' }) }),
        finds: [],
      },
      {
        name: 'whatever is recorded later says that there is nothing to ask for',
        plant: (d) => {
          const { he } = d.people;
          const other = { woman_name: he.name, woman_id: he.id, spouse_name: '', spouse_id: '' };
          const row = { ...other, community: d.away, method: '人流', service_date: '2023-01-15' };
          const one = (rows: readonly Row[]): Row[] => [...rows, row];
          return change(heRow({ due_date: '2023-07-01' })(d), { 'ledger/contraception': one });
        },
        finds: [],
      },
    ],
  },
  {
    rule: 'timing/handover-overdue',
    cases: [
      {
        name: 'left in May, not handed over: one finding a woman',
        plant: zhaoRow({ left_employer_date: '2023-05-01', handover_date: '' }),
        finds: [{ rule: 'timing/handover-overdue', severity: 'warning', cites: ROWS }],
      },
      {
        name: 'handed over',
        plant: zhaoRow({ left_employer_date: '2023-05-01', handover_date: '2023-05-20' }),
        finds: [],
      },
      { name: 'left in December', plant: zhaoRow({ left_employer_date: '2023-12-10' }), finds: [] },
    ],
  },
  {
    rule: 'timing/notice-overdue',
    cases: [
      {
        name: 'the last notice of spring',
        plant: zhaoRow({ ...employed, employer_notice_date: '2023-04-01' }),
        finds: [{ rule: 'timing/notice-overdue', severity: 'warning', cites: ROWS }],
      },
      {
        name: 'a notice of autumn',
        plant: zhaoRow({ ...employed, employer_notice_date: '2023-09-01' }),
        finds: [],
      },
      {
        name: 'an old notice of somebody managed by the community',
        plant: zhaoRow({ management_class: '主管', employer_notice_date: '2022-01-01' }),
        finds: [],
      },
    ],
  },
];

/** What is late, or dated against time, at the as-of date. */
export const timing: readonly RuleCases[] = [...registration, ...ofVisits, ...certificates, ...ofWomen];
