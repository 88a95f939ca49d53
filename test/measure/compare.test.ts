import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareWithRegisters } from '../../src/measure/recount/compare.js';
import type { RegisterNumbers } from '../../src/measure/recount/numbers.js';
import { EVENT_KINDS, type EventKindName } from '../../src/model/event-kinds.js';
import type { SqlValue, Store } from '../../src/store/store.js';
import { emptyTables, type Tables, withRows } from '../rules/tables.js';
import { frame } from './report.js';

/** Reported figures that the registers contradict, and what each follows from. */
let store: Store;

beforeAll(async () => {
  store = await emptyTables();
});

afterAll(() => store.close());

/** `area period indicator` of every difference with what it follows from; the registers show what is given, else what is reported. */
async function compared(
  lines: readonly string[],
  shown: Readonly<Record<string, number>>,
  tables: Tables = {},
) {
  const numbers = {
    ofCell: ({ area, span, indicator, figures }: Parameters<RegisterNumbers['ofCell']>[0]) => ({
      value: shown[`${String(area)} ${span.label} ${indicator.name}`] ?? figures[0].printed.value,
      denominator: 1000,
    }),
  } as unknown as RegisterNumbers;
  const verdicts = await withRows(store, tables, () =>
    compareWithRegisters(store, frame(lines), numbers, new Map()),
  );
  const named = new Map(
    verdicts.map(({ covers = [], suspects: [cell] }) => [
      covers[0],
      `${String(cell?.area)} ${cell?.span.label} ${cell?.indicator.name}`,
    ]),
  );
  return Object.fromEntries(
    verdicts.map(({ covers = [], cause = [] }) => [
      named.get(covers[0]),
      cause.map((one) => named.get(one) ?? one),
    ]),
  );
}

const MONTHS = ['A 2000-01, 出生人数 5', 'A 2000-02, 出生人数 5', 'A 2000Q1, 出生人数 15'];
const [JANUARY, FEBRUARY, QUARTER] = ['A 2000-01 出生人数', 'A 2000-02 出生人数', 'A 2000Q1 出生人数'];

describe('a difference follows', () => {
  it.each<[string, readonly string[], Record<string, number>, Record<string, string[]>]>([
    ['from nothing', MONTHS, { [QUARTER]: 13 }, { [QUARTER]: [] }],
    [
      'from that of a month',
      MONTHS,
      { [QUARTER]: 13, [JANUARY]: 3 },
      { [QUARTER]: [JANUARY], [JANUARY]: [] },
    ],
    [
      'from those of months together',
      MONTHS,
      { [QUARTER]: 13, [JANUARY]: 4, [FEBRUARY]: 4 },
      { [QUARTER]: [JANUARY, FEBRUARY], [JANUARY]: [], [FEBRUARY]: [] },
    ],
    [
      'not from a smaller one of a month',
      MONTHS,
      { [QUARTER]: 13, [JANUARY]: 4 },
      { [QUARTER]: [], [JANUARY]: [] },
    ],
    [
      'not from months that make up for each other',
      MONTHS,
      { [QUARTER]: 13, [JANUARY]: 4, [FEBRUARY]: 6 },
      { [QUARTER]: [], [JANUARY]: [], [FEBRUARY]: [] },
    ],
    [
      'from that of a community',
      ['社区1 2000, 出生人数 5', '区 2000, 出生人数 5'],
      { '社区1 2000 出生人数': 4, '区 2000 出生人数': 4 },
      { '社区1 2000 出生人数': [], '区 2000 出生人数': ['社区1 2000 出生人数'] },
    ],
    [
      'from that of the whole',
      ['A 2000, 出生人数 5, 男性出生 3, 女性出生 2'],
      { 'A 2000 出生人数': 4, 'A 2000 男性出生': 2 },
      { 'A 2000 出生人数': [], 'A 2000 男性出生': ['A 2000 出生人数'] },
    ],
    [
      'not from a smaller one of the whole',
      ['A 2000, 出生人数 5, 男性出生 3, 女性出生 2'],
      { 'A 2000 出生人数': 4, 'A 2000 男性出生': 1 },
      { 'A 2000 出生人数': [], 'A 2000 男性出生': [] },
    ],
    [
      'from that of the part beside it that differs the other way',
      ['A 2000, 男性出生 3, 女性出生 2'],
      { 'A 2000 男性出生': 2, 'A 2000 女性出生': 3 },
      { 'A 2000 男性出生': [], 'A 2000 女性出生': ['A 2000 男性出生'] },
    ],
    [
      'of a rate from those of its counts',
      ['A 2000, 平均人口 1000, 出生人数 5, 出生率 5.00'],
      { 'A 2000 出生人数': 4, 'A 2000 出生率': 4 },
      { 'A 2000 出生人数': [], 'A 2000 出生率': ['A 2000 出生人数'] },
    ],
    [
      'from nothing where it is reported twice, as two numbers: which of them is meant, nobody knows',
      ['A 2000, 出生人数 5, 出生人数 6'],
      { 'A 2000 出生人数': 9 },
      {},
    ],
  ])('%s', async (_, lines, shown, causes) => {
    expect(await compared(lines, shown)).toEqual(causes);
  });
});

describe('the kinds of events that may explain a difference', () => {
  it.each<[string, EventKindName[]]>([
    ['出生人数', ['birth']],
    ['结婚对数', ['marriage']],
    ['放环例数', ['contraception']],
    ['死亡人数', ['death']],
    ['育龄妇女人数', ['birth', 'marriage', 'migration', 'death', 'enrolment']],
    ['上环人数', ['contraception', 'migration', 'death', 'enrolment']],
    ['流入人口', ['migration']],
    ['持证人数', ['migration']],
    ['应查人数', ['marriage', 'migration', 'death', 'enrolment']],
    ['迁入人数', []],
    ['建卡人数', []],
  ])('of %s', async (name, kinds) => {
    const explains = async (kind: string) => {
      const place = { kind, community: 'A', date: '2000-05-05' };
      const found = await compared(
        [`A 2000, ${name} 5`],
        { [`A 2000 ${name}`]: 4 },
        {
          events: [{ event: 1, kind, community: 'A', in_period: true }],
          event_claims: [{ event: 1, ...place }],
          missing: [{ event: 1 }],
        },
      );
      return Object.values(found).flat().length > 0;
    };
    const found = [];
    for (const kind of EVENT_KINDS) if (await explains(kind)) found.push(kind);
    expect(found).toEqual(EVENT_KINDS.filter((kind) => kinds.includes(kind)));
  });
});

describe('a difference is explained by events', () => {
  const event = (n: number, more: Record<string, SqlValue> = {}) => ({
    event: n,
    kind: 'birth',
    community: 'A',
    in_period: true,
    ...more,
  });
  const claim = (n: number, more: Record<string, SqlValue> = {}) => ({
    event: n,
    kind: 'birth',
    community: 'A',
    date: '2000-05-05',
    ...more,
  });
  const two: Tables = { events: [event(1), event(2)], event_claims: [claim(1), claim(2)] };
  const lacking: Tables = { ...two, missing: [{ event: 1 }, { event: 2 }] };
  const BIRTHS = 'A 2000 出生人数';

  it.each<[string, Tables, string[]]>([
    ['none that all agree on', two, []],
    ['as many as some point lacks', lacking, ['event:1', 'event:2']],
    [
      'as many as one point stands alone with',
      { ...two, lone_events: [{ event: 1 }, { event: 2 }] },
      ['event:1', 'event:2'],
    ],
    [
      'as many as a point claims twice',
      { ...two, points_of: [1, 2].map((n) => ({ event: n, primary_claims: 2 })) },
      ['event:1', 'event:2'],
    ],
    [
      'none that a point claims once',
      { ...two, points_of: [1, 2].map((n) => ({ event: n, primary_claims: 1 })) },
      [],
    ],
    [
      'as many as are told differently',
      { ...two, event_claims: [1, 2].flatMap((n) => [claim(n), claim(n, { date: '2000-06-06' })]) },
      ['event:1', 'event:2'],
    ],
    ['none where they are too few', { ...two, missing: [{ event: 1 }] }, []],
    [
      'none of another kind',
      { ...lacking, event_claims: [claim(1, { kind: 'death' }), claim(2, { kind: 'death' })] },
      [],
    ],
    [
      'none of another community',
      { ...lacking, event_claims: [claim(1, { community: 'B' }), claim(2, { community: 'B' })] },
      [],
    ],
    [
      'none before the period',
      { ...lacking, events: [event(1, { in_period: false }), event(2, { in_period: false })] },
      [],
    ],
  ])('%s', async (_, tables, events) => {
    expect(await compared(['A 2000, 出生人数 5'], { [BIRTHS]: 3 }, tables)).toEqual({ [BIRTHS]: events });
  });

  it.each([
    ['of the month', '2000-05', ['event:1', 'event:2']],
    ['of no other', '2000-06', []],
  ])('%s', async (_, month, events) => {
    const births = `A ${month} 出生人数`;
    expect(await compared([`A ${month}, 出生人数 5`], { [births]: 3 }, lacking)).toEqual({
      [births]: events,
    });
  });
});
