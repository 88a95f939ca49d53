import { beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from '../../../src/match/events/kinds/index.js';
import type { EventKindName } from '../../../src/model/event-kinds.js';
import type { SqlValue } from '../../../src/store/store.js';
import { emptyPlan } from '../made.js';

type Claim = Record<string, SqlValue>;

/** A claim, one of an earlier claimant, and the name of the key that makes them one event; null where none does. */
type Pair = [kind: EventKindName, what: string, s: Claim, c: Claim, key: string | null];

/** A day so many days after 1 June 2023. */
const day = (days: number) => new Date(Date.UTC(2023, 5, 1 + days)).toISOString().slice(0, 10);

const BORN = { subject: 1, date: day(0) };
const CARD = { household_mother: 1, date: day(0) };
const NAMED = { child_name: '明', date: day(0) };
const BY_NAME = { subject_pinyin: 'a', partner_pinyin: 'b', subject_valid_id: true, partner_valid_id: true };
const WED = { subject: 1, partner: 2, date: day(0) };
const FITTED = { subject: 1, code: 'iud', date: day(0) };
const STERILISED = { subject: 1, code: 'male_sterilisation', date: day(0) };
const UNDER_WIFE = { ...STERILISED, subject: 2, partner: 1 };
const NAMED_FITTED = { subject_pinyin: 'a', subject_valid_id: true, code: 'iud', date: day(0) };
const STAY = { subject: 1, code: '流入', community: '甲', date: day(0) };

const OF_TWO: readonly Pair[] = [
  ['birth', 'one child', { child: 3, date: day(0) }, { child: 3, date: day(999) }, 'child'],
  ['birth', 'one certificate, and nothing else', { certificate: 'A' }, { certificate: 'A' }, null],
  [
    'birth',
    'one certificate and mother',
    { certificate: 'A', subject: 1 },
    { certificate: 'A', subject: 1 },
    'certificate',
  ],
  [
    'birth',
    'one certificate and date',
    { certificate: 'A', date: day(0) },
    { certificate: 'A', date: day(0) },
    'certificate',
  ],
  [
    'birth',
    'one certificate and name',
    { certificate: 'A', child_name: '明' },
    { certificate: 'A', child_name: '明' },
    'certificate',
  ],
  ['birth', 'one mother and date', BORN, BORN, 'mother-date'],
  ['birth', 'one mother, 270 days apart', BORN, { ...BORN, date: day(270) }, 'mother-near-date'],
  ['birth', 'one mother, 270 days before', BORN, { ...BORN, date: day(-270) }, 'mother-near-date'],
  ['birth', 'one mother, 271 days apart', BORN, { ...BORN, date: day(271) }, null],
  ['birth', 'the mother of the household and date', CARD, BORN, 'household-date'],
  ['birth', 'the mother of the other’s household and date', BORN, CARD, 'household-date'],
  [
    'birth',
    'the mother of the household, 270 days apart',
    CARD,
    { ...BORN, date: day(270) },
    'household-near-date',
  ],
  ['birth', 'the mother of the household, 271 days apart', CARD, { ...BORN, date: day(271) }, null],
  [
    'birth',
    'the mother of the other’s household, 270 days apart',
    { ...BORN, date: day(270) },
    CARD,
    'household-near-date',
  ],
  ['birth', 'the mother of the other’s household, 271 days apart', { ...BORN, date: day(271) }, CARD, null],
  [
    'birth',
    'the mother of the household, another name',
    { ...CARD, pinyin: 'ming' },
    { ...BORN, date: day(9), pinyin: 'hua' },
    null,
  ],
  [
    'birth',
    'the mother of the household, one name',
    { ...CARD, pinyin: 'ming' },
    { ...BORN, date: day(9), pinyin: 'ming' },
    'household-near-date',
  ],
  [
    'birth',
    'one name and date, mothers without valid IDs',
    { ...NAMED },
    { ...NAMED, subject_valid_id: true },
    'child-name-date',
  ],
  [
    'birth',
    'one name and date, mothers with two valid IDs',
    { ...NAMED, subject: 1, subject_valid_id: true, subject_pinyin: 'a' },
    { ...NAMED, subject: 2, subject_valid_id: true, subject_pinyin: 'b' },
    null,
  ],
  [
    'birth',
    'one name and date, mothers with two valid IDs and one name',
    { ...NAMED, subject: 1, subject_valid_id: true, subject_pinyin: 'a' },
    { ...NAMED, subject: 2, subject_valid_id: true, subject_pinyin: 'a' },
    'child-name-date',
  ],
  [
    'birth',
    'mothers of one name, one valid ID',
    { ...BY_NAME, date: day(0) },
    { ...BY_NAME, date: day(0), subject_valid_id: false },
    'mother-name-date',
  ],
  [
    'birth',
    'mothers of one name, two valid IDs',
    { ...BY_NAME, date: day(0) },
    { ...BY_NAME, date: day(0) },
    null,
  ],
  ['birth', 'one mother, one of them undated', BORN, { subject: 1 }, 'mother'],
  ['birth', 'the mother of the household, and she undated', CARD, { subject: 1 }, 'mother'],
  ['marriage', 'one couple, any day', WED, { ...WED, date: day(999) }, 'couple'],
  [
    'marriage',
    'one certificate, and nothing else',
    { certificate: 'A', date: day(0) },
    { certificate: 'A', date: day(9) },
    null,
  ],
  [
    'marriage',
    'one certificate and wife',
    { certificate: 'A', subject: 1 },
    { certificate: 'A', subject: 1 },
    'certificate',
  ],
  [
    'marriage',
    'one certificate and husband',
    { certificate: 'A', partner: 2 },
    { certificate: 'A', partner: 2 },
    'certificate',
  ],
  [
    'marriage',
    'one certificate and date',
    { certificate: 'A', date: day(0) },
    { certificate: 'A', date: day(0) },
    'certificate',
  ],
  ['marriage', 'one wife and day', { ...WED, partner: 3 }, WED, 'wife-date'],
  ['marriage', 'one husband and day', { ...WED, subject: 3 }, WED, 'husband-date'],
  [
    'marriage',
    'one wife without a husband, 400 days apart',
    { subject: 1, date: day(400) },
    WED,
    'wife-near-date',
  ],
  [
    'marriage',
    'one wife, the other without a husband',
    WED,
    { subject: 1, date: day(400) },
    'wife-near-date',
  ],
  ['marriage', 'one wife without a husband, 401 days apart', { subject: 1, date: day(401) }, WED, null],
  ['marriage', 'one wife, two husbands', { ...WED, partner: 3, date: day(9) }, WED, null],
  [
    'marriage',
    'one wife, two husbands of one name',
    { ...WED, partner: 3, partner_pinyin: 'b', date: day(9) },
    { ...WED, partner_pinyin: 'b' },
    'wife-near-date',
  ],
  [
    'marriage',
    'two names, one without a valid ID',
    BY_NAME,
    { ...BY_NAME, partner_valid_id: false },
    'names',
  ],
  ['marriage', 'two names, all with valid IDs', BY_NAME, BY_NAME, null],
  [
    'contraception',
    'one person and method, 180 days apart',
    { ...FITTED, date: day(180) },
    FITTED,
    'person-method-near-date',
  ],
  ['contraception', 'one person and method, 181 days apart', { ...FITTED, date: day(181) }, FITTED, null],
  ['contraception', 'his operation under his wife, one day', STERILISED, UNDER_WIFE, 'couple-method-date'],
  [
    'contraception',
    'his operation under his wife, a day apart',
    STERILISED,
    { ...UNDER_WIFE, date: day(1) },
    null,
  ],
  ['contraception', 'her operation under him', FITTED, { ...FITTED, subject: 2, partner: 1 }, null],
  [
    'contraception',
    'one name, method and day, one valid ID',
    NAMED_FITTED,
    { ...NAMED_FITTED, subject_valid_id: false },
    'names',
  ],
  ['contraception', 'one name, method and day, two valid IDs', NAMED_FITTED, NAMED_FITTED, null],
  [
    'migration',
    '180 days apart, ended',
    { ...STAY, until: day(9) },
    { ...STAY, date: day(180) },
    'person-direction',
  ],
  ['migration', '181 days apart, ended', { ...STAY, until: day(9) }, { ...STAY, date: day(181) }, null],
  [
    'migration',
    '181 days apart, ended on that day',
    { ...STAY, until: day(181) },
    { ...STAY, date: day(181) },
    'person-direction',
  ],
  [
    'migration',
    '181 days apart, ended the day before',
    { ...STAY, until: day(180) },
    { ...STAY, date: day(181) },
    null,
  ],
  [
    'migration',
    'one undated, and open',
    { ...STAY, date: null },
    { ...STAY, until: '2024-01-01' },
    'open-stay',
  ],
  [
    'migration',
    'one undated, and ended on the last day',
    { ...STAY, date: null },
    { ...STAY, until: '2023-12-31' },
    null,
  ],
  [
    'migration',
    'itself undated, and ended on the last day',
    { ...STAY, date: null, until: '2023-12-31' },
    STAY,
    null,
  ],
  ['migration', 'another direction', { ...STAY, code: '流出' }, STAY, 'person-start'],
  [
    'migration',
    'elsewhere, 180 days apart, one stay',
    { ...STAY, community: '乙' },
    { ...STAY, date: day(180) },
    'person-direction-elsewhere',
  ],
  ['migration', 'elsewhere, 181 days apart', { ...STAY, community: '乙' }, { ...STAY, date: day(181) }, null],
  [
    'migration',
    'elsewhere, after the other ended',
    { ...STAY, community: '乙', until: day(8) },
    { ...STAY, date: day(9) },
    null,
  ],
  ['death', 'one person, any day', { subject: 1, date: day(0) }, { subject: 1, date: day(999) }, 'person'],
  [
    'death',
    'one name and day, one valid ID',
    { ...BY_NAME, date: day(0) },
    { ...BY_NAME, date: day(0), subject_valid_id: false },
    'name-date',
  ],
  [
    'death',
    'one name and day, two valid IDs',
    { ...BY_NAME, date: day(0) },
    { ...BY_NAME, date: day(0) },
    null,
  ],
];

const OF_ONE: readonly Pair[] = [
  ['birth', 'one child’s ID', { child_id: 'X' }, { child_id: 'X' }, 'same'],
  ['birth', 'one mother and date', BORN, BORN, 'same'],
  ['birth', 'one mother and date, two sexes', { ...BORN, sex: '男' }, { ...BORN, sex: '女' }, null],
  [
    'birth',
    'one mother and date, two names',
    { ...BORN, child_name: '明' },
    { ...BORN, child_name: '华' },
    null,
  ],
  [
    'birth',
    'one mother and date, two certificates',
    { ...BORN, certificate: 'A' },
    { ...BORN, certificate: 'B' },
    null,
  ],
  ['birth', 'one mother and date, two IDs', { ...BORN, child_id: 'X' }, { ...BORN, child_id: 'Y' }, null],
  ['birth', 'one mother, 270 days apart', BORN, { ...BORN, date: day(270) }, 'same'],
  ['birth', 'one mother, 271 days apart', BORN, { ...BORN, date: day(271) }, null],
  [
    'birth',
    'one mother, some days apart, two names',
    { ...BORN, child_name: '明' },
    { ...BORN, child_name: '华', date: day(3) },
    null,
  ],
  [
    'birth',
    'one mother, some days apart, two certificates',
    { ...BORN, certificate: 'A' },
    { ...BORN, certificate: 'B', date: day(3) },
    'same',
  ],
  ['marriage', 'one couple', WED, { ...WED, date: day(999) }, 'same'],
  [
    'marriage',
    'one certificate and day, one wife',
    { ...WED, certificate: 'A' },
    { ...WED, partner: 3, certificate: 'A' },
    'same',
  ],
  [
    'marriage',
    'one certificate and day, one husband',
    { ...WED, certificate: 'A' },
    { ...WED, subject: 3, certificate: 'A' },
    'same',
  ],
  [
    'marriage',
    'one certificate and day, nobody in common',
    { ...WED, certificate: 'A' },
    { subject: 3, partner: 4, date: day(0), certificate: 'A' },
    null,
  ],
  ['contraception', 'one person and method, 180 days apart', FITTED, { ...FITTED, date: day(180) }, 'same'],
  ['contraception', 'one person and method, 181 days apart', FITTED, { ...FITTED, date: day(181) }, null],
  [
    'migration',
    'begun on the day the other ended',
    { ...STAY, until: day(9) },
    { ...STAY, date: day(9) },
    'same',
  ],
  ['migration', 'begun after the other ended', { ...STAY, until: day(9) }, { ...STAY, date: day(10) }, null],
  ['migration', 'ended before the other began', { ...STAY, date: day(10) }, { ...STAY, until: day(9) }, null],
];

/** A claim that one key joins to two others, the more likely one first. */
type Choice = [kind: EventKindName, what: string, s: Claim, better: Claim, worse: Claim];

const CHILD = {
  child: 3,
  date: day(0),
  sex: '男',
  number: 1,
  certificate: 'A',
  subject: 2,
  child_name: '明',
};
const COUPLE = { ...WED, certificate: 'A' };

const OF_ONE_KEY: readonly Choice[] = [
  [
    'birth',
    'the same day before a day apart',
    CHILD,
    { ...CHILD, certificate: null },
    { ...CHILD, date: day(1) },
  ],
  ['birth', 'a day apart before two', CHILD, { child: 3, date: day(1) }, { child: 3, date: day(2) }],
  ...['sex', 'number', 'certificate', 'subject', 'child_name'].map(
    (column): Choice => [
      'birth',
      `the same ${column} before none`,
      CHILD,
      CHILD,
      { ...CHILD, [column]: null },
    ],
  ),
  ['marriage', 'the same day before none', COUPLE, COUPLE, { ...COUPLE, date: null }],
  [
    'marriage',
    'one certificate and a day apart before neither',
    COUPLE,
    { ...COUPLE, date: day(1) },
    { subject: 1, partner: 2 },
  ],
  ['marriage', 'no certificate before another', COUPLE, WED, { ...WED, certificate: 'B' }],
  [
    'contraception',
    'a day apart before two',
    FITTED,
    { ...FITTED, date: day(1) },
    { ...FITTED, date: day(2) },
  ],
  ['migration', 'a day apart before two', STAY, { ...STAY, date: day(1) }, { ...STAY, date: day(2) }],
  [
    'migration',
    'one certificate before one end',
    { ...STAY, certificate: 'A', until: day(9) },
    { ...STAY, date: day(1), certificate: 'A' },
    { ...STAY, date: day(1), until: day(9) },
  ],
  [
    'migration',
    'one end before none',
    { ...STAY, until: day(9) },
    { ...STAY, date: day(1), until: day(9) },
    { ...STAY, date: day(1) },
  ],
];

/** Pairs by the number of their first claim. */
const keys = new Map<number, string>();
const costs = new Map<number, number>();

/** A rank is worth so much (`links.ts`). */
const RANK_COST = 1_000_000_000;

/** All pairs are asked at once; claims look only at those that share a key with them. */
beforeAll(async () => {
  const plan = await emptyPlan();
  const choices = OF_ONE_KEY.flatMap(([kind, what, s, better, worse]): Pair[] => [
    [kind, what, s, better, null],
    [kind, what, s, worse, null],
  ]);
  const pairs = [
    ...OF_TWO.map((pair) => [2, pair] as const),
    ...OF_ONE.map((pair) => [1, pair] as const),
    ...choices.map((pair) => [2, pair] as const),
  ];
  const nobody = { is_primary: true, subject_valid_id: false, partner_valid_id: false };
  const claims = pairs.flatMap(([turn, [kind, , s, c]], n) => [
    { ...nobody, claim: 2 * n, turn: 1, kind, fp: 1, ...c },
    { ...nobody, claim: 2 * n + 1, turn, kind, fp: 2, ...s },
  ]);
  const claim_keys = claims.map(({ claim, turn }) => ({ claim, turn, key: claim >> 1 }));
  const claim_pairs = await plan.made('claim_pairs', { claim_keys });
  const links = await plan.made('links', { claims, claim_pairs });
  plan.close();
  for (const { claim, repeats, cost } of links) {
    const n = Number(claim) >> 1;
    const of = KINDS.find(({ name }) => name === pairs[n]?.[1][0])?.keys ?? [];
    costs.set(n, Number(cost));
    keys.set(n, repeats ? 'same' : (of[Math.floor(Number(cost) / RANK_COST)]?.name ?? ''));
  }
});

describe('two claims of different claimants', () => {
  it.each(OF_TWO.map((pair, n) => [...pair, n] as const))('%s: %s', (_kind, _what, _s, _c, key, n) => {
    expect(keys.get(n) ?? null).toBe(key);
  });
});

describe('two claims of one claimant', () => {
  it.each(OF_ONE.map((pair, n) => [...pair, n] as const))('%s: %s', (_kind, _what, _s, _c, key, n) => {
    expect(keys.get(OF_TWO.length + n) ?? null).toBe(key);
  });
});

describe('of two claims that one key finds', () => {
  it.each(OF_ONE_KEY.map(([kind, what], n) => [kind, what, n] as const))('%s: %s', (_kind, _what, n) => {
    const [better, worse] = [0, 1].map(
      (side) => costs.get(OF_TWO.length + OF_ONE.length + 2 * n + side) ?? 0,
    );
    expect(Math.floor((better ?? 0) / RANK_COST)).toBe(Math.floor((worse ?? 0) / RANK_COST));
    expect(better).toBeLessThan(worse ?? 0);
  });
});
