import { describe, expect, it } from 'vitest';
import type { Tables } from '../tables.js';
import { type Row, selects, values } from './found.js';

const found = selects();

/** A birth of May in 甲, where nothing else is said, and its claims by the points that are expected to have it. */
interface Told {
  kind?: string;
  community?: string;
  date?: string | null;
  conflicting?: boolean;
  at: Record<string, readonly Row[]>;
}

function tablesOf(told: readonly Told[]): Tables {
  const events = told.map(({ at: _, conflicting: __, ...more }, n) => {
    return { event: n + 1, kind: 'birth', community: '甲', date: '2023-05-13', ...more };
  });
  const sides = told.flatMap(({ at }, n) =>
    Object.entries(at).map(([point, rows]) => {
      return { event: events[n], claimant: { event: n + 1, point, register: 'births' }, rows };
    }),
  );
  const claims = sides.flatMap(({ event, claimant, rows }) =>
    rows.map((row) => ({ ...event, ...claimant, is_primary: true, witness: false, ...row })),
  );
  const lacking = sides.filter(({ rows }) => rows.length === 0);
  return {
    events: events.map((event, n) => ({
      ...event,
      in_period: true,
      conflicting: told[n]?.conflicting ?? false,
    })),
    expected: sides.map(({ claimant }) => claimant),
    missing: lacking.map(({ claimant }) => ({ ...claimant, is_primary: true })),
    points_of: sides.map(({ claimant: { event, point }, rows }) => ({
      event,
      point,
      primary_claims: rows.length,
    })),
    event_claims: claims.map((claim, n) => ({ ...claim, record: n + 1 })),
  };
}

const ONE = [{}];
const NONE: Row[] = [];
const BOTH = { ledger: ONE, system: ONE };
const UNKNOWN_TO_SYSTEM = { ledger: ONE, system: NONE };
const UNKNOWN_TO_LEDGER = { ledger: NONE, system: ONE };
const MOVED = { ledger: ONE, system: [{ community: '乙' }] };

describe('line/counts-differ', () => {
  it.each<[string, Told[], string[]]>([
    ['nothing where both have it', [{ at: BOTH }], []],
    [
      'an omission, among what both have',
      [{ at: BOTH }, { at: UNKNOWN_TO_SYSTEM }],
      ['birth|甲|2023-05: ledger 2, system 1, left 0'],
    ],
    [
      'a duplicate',
      [{ at: { ledger: [{}, {}], system: ONE } }],
      ['birth|甲|2023-05: ledger 2, system 1, left 0'],
    ],
    [
      'dates in two months',
      [{ at: { ledger: ONE, system: [{ date: '2023-06-13' }] }, conflicting: true }],
      ['birth|甲|2023-05: ledger 1, system 0, left 0', 'birth|甲|2023-06: system 1, ledger 0, left 0'],
    ],
    [
      'dates on both sides of the New Year, in the month of the period',
      [{ at: { ledger: ONE, system: [{ date: '2022-12-13' }] }, date: '2023-01-13', conflicting: true }],
      ['birth|甲|2023-01: ledger 1, system 0, left 0'],
    ],
    [
      'two communities',
      [{ at: MOVED }],
      ['birth|乙|2023-05: system 1, ledger 0, left 1', 'birth|甲|2023-05: ledger 1, system 0, left 1'],
    ],
    [
      'two communities beside an omission',
      [{ at: MOVED }, { at: UNKNOWN_TO_SYSTEM }],
      ['birth|乙|2023-05: system 1, ledger 0, left 1', 'birth|甲|2023-05: ledger 2, system 0, left 1'],
    ],
    [
      'two communities of what one of them has twice, which its being double explains',
      [{ at: { ...MOVED, ledger: [{}, {}] } }],
      ['birth|乙|2023-05: system 1, ledger 0, left 0', 'birth|甲|2023-05: ledger 2, system 0, left 0'],
    ],
    [
      'nothing of what one point has at both ends of a move',
      [{ at: { ...MOVED, ledger: [{}, { community: '乙' }] } }],
      [],
    ],
    [
      'nothing of rows that do not say where or when',
      [{ at: { ledger: ONE, system: [{ community: null, date: null }] }, conflicting: true }],
      [],
    ],
    ['nothing of what one point alone is expected to have', [{ at: { ledger: [{}, {}] } }], []],
    [
      'nothing of what fewer points are expected to have than others of its month',
      [{ at: { card: ONE, ...BOTH } }, { at: UNKNOWN_TO_SYSTEM }],
      [],
    ],
    ['nothing of enrolments', [{ kind: 'enrolment', at: UNKNOWN_TO_SYSTEM }], []],
    ['nothing without a date', [{ date: null, at: UNKNOWN_TO_SYSTEM }], []],
    [
      'the most and the fewest of three, the first of equal ones',
      [{ at: { card: ONE, ledger: ONE, system: NONE } }, { at: { card: NONE, ledger: ONE, system: NONE } }],
      ['birth|甲|2023-05: ledger 2, system 0, left 0'],
    ],
    [
      'the first of equal ones',
      [{ at: { card: ONE, ledger: ONE, system: NONE } }],
      ['birth|甲|2023-05: card 1, system 0, left 0'],
    ],
  ])('finds %s', async (_, told, findings) => {
    expect(shown(await found('line/counts-differ', tablesOf(told)))).toEqual(findings);
  });

  it.each<[string, Omit<Told, 'at'>, string]>([
    ['kinds', { kind: 'death' }, 'death|甲|2023-05'],
    ['communities', { community: '乙' }, 'birth|乙|2023-05'],
    ['months', { date: '2023-06-13' }, 'birth|甲|2023-06'],
  ])('counts %s apart', async (_, other, cell) => {
    const told = [
      ...[{ at: BOTH }, { at: UNKNOWN_TO_SYSTEM }],
      ...[{ at: BOTH }, { at: BOTH }, { at: UNKNOWN_TO_LEDGER }].map((one) => ({ ...one, ...other })),
    ];
    const findings = ['birth|甲|2023-05: ledger 2, system 1, left 0', `${cell}: system 3, ledger 2, left 0`];
    expect(shown(await found('line/counts-differ', tablesOf(told)))).toEqual(findings.sort());
  });

  it('is caused by what explains it, each record by its own event', async () => {
    const rows = await found(
      'line/counts-differ',
      tablesOf([{ at: UNKNOWN_TO_SYSTEM }, { at: UNKNOWN_TO_SYSTEM }]),
    );
    expect(rows.map(({ record, cause }) => `${record} ${cause}`).sort()).toEqual(['1 event:1', '2 event:2']);
    expect(values(rows, 'detail')).toEqual(['counts-explained']);
  });

  it('has no cause where something is left, and names the events that are', async () => {
    const rows = await found('line/counts-differ', tablesOf([{ at: MOVED }, { at: UNKNOWN_TO_SYSTEM }]));
    const here = rows.filter(({ community }) => community === '甲');
    expect(here.map((row) => [row.record, row.columns, row.event, row.cause]).sort()).toEqual([
      [1, 'community', 1, null],
      [2, 'community', 1, null],
      [3, '', null, null],
    ]);
    expect(values(rows, 'detail')).toEqual(['counts-left']);
  });
});

/** What each finding says, in the order of its key. */
function shown(rows: readonly Row[]): unknown[] {
  const said = rows.map(
    ({ finding, point, high, missing, low, left_over, difference, explained, ...row }) => {
      expect([row.community, row.period, Number(difference)]).toEqual([
        ...String(finding).split('|').slice(1),
        Number(explained) + Number(left_over),
      ]);
      return {
        says: `${finding}: ${point} ${high}, ${String(missing).split('|')[0]} ${low}, left ${left_over}`,
      };
    },
  );
  return values(said, 'says').sort();
}
