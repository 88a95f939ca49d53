import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { precedence, type Settling, settleCauses } from '../../src/rules/causes.js';

function finding(
  rule: string,
  id: string,
  anchors: string,
  more: { cause?: string; covers?: string } = {},
): Settling {
  const words = (text = ''): string[] => text.split(' ').filter(Boolean);
  return { rule, id, anchors: words(anchors), cause: words(more.cause), covers: words(more.covers) };
}

describe('precedence', () => {
  it('follows the order of docs/domain.md', () => {
    const order = [
      'format/damaged-id',
      'format/oversized-cell',
      'identity/split-id',
      'identity/shared-id',
      'identity/invalid-id',
      'identity/birth-date-differs',
      'birth/mismatched',
      'enrolment/duplicated',
      'coverage/register-absent',
      'coverage/register-twice',
      'birth/omitted',
      'person/duplicated',
      'person/not-removed',
      'roster/vanished',
      'logic/mother-age',
      'timing/late-registration',
      'line/counts-differ',
      'totals/recount-differs',
    ];
    expect([...order].sort((a, b) => precedence(a) - precedence(b))).toEqual(order);
    expect(new Set(order.map(precedence)).size).toBe(order.length);
  });
});

interface Case {
  name: string;
  findings: Settling[];
  causes: Record<string, string>;
}

const CASES: Case[] = [
  {
    name: 'findings that share nothing stand alone',
    findings: [finding('birth/mismatched', 'm', 'cell:1:parity'), finding('birth/omitted', 'o', 'event:2')],
    causes: {},
  },
  {
    name: 'of one cell, the earlier rule is the cause',
    findings: [
      finding('birth/mismatched', 'm', 'cell:1:birth_date event:7'),
      finding('format/invalid-date', 'f', 'cell:1:birth_date'),
    ],
    causes: { m: 'f' },
  },
  {
    name: 'of one event, the earlier rule is the cause',
    findings: [finding('birth/omitted', 'o', 'event:7'), finding('birth/duplicated', 'd', 'event:7')],
    causes: { o: 'd' },
  },
  {
    name: 'the cause of a chain is the nearest to the top that shares an anchor, not the top itself',
    findings: [
      finding('identity/invalid-id', 'i', 'cell:1:mother_id'),
      finding('birth/mismatched', 'm', 'cell:1:mother_id event:7'),
      finding('birth/omitted', 'o', 'event:7'),
    ],
    causes: { m: 'i', o: 'm' },
  },
  {
    name: 'a split ID covers every cell of the mistyped ID',
    findings: [
      finding('identity/invalid-id', 'i', 'cell:1:id cell:2:id'),
      finding('identity/split-id', 's', 'cell:3:id', { covers: 'cell:1:id cell:2:id' }),
    ],
    causes: { i: 's' },
  },
  {
    name: 'a named cause holds within one precedence',
    findings: [
      finding('contraception/omitted', 'c', 'event:9', { cause: 'person:12@ledger' }),
      finding('enrolment/omitted', 'e', 'event:8', { covers: 'person:12@ledger' }),
    ],
    causes: { c: 'e' },
  },
  {
    name: 'a named cause holds against precedence, and makes no circle',
    findings: [
      finding('birth/mismatched', 'm', 'event:7', { cause: 'rows:7' }),
      finding('birth/duplicated', 'd', 'event:7', { covers: 'rows:7' }),
    ],
    causes: { m: 'd' },
  },
  {
    name: 'two findings that name each other make no circle',
    findings: [
      finding('birth/omitted', 'a', 'event:1', { cause: 'event:2' }),
      finding('birth/omitted', 'b', 'event:2', { cause: 'event:1' }),
    ],
    causes: { a: 'b' },
  },
  {
    name: 'a finding is not its own cause',
    findings: [
      finding('enrolment/omitted', 'e', 'event:8', { cause: 'person:1@card', covers: 'person:1@card' }),
    ],
    causes: {},
  },
  {
    name: 'within one rule the id decides, not the order of the rows',
    findings: [
      finding('logic/birth-spacing', 'z', 'cell:2:birth_date'),
      finding('logic/birth-spacing', 'a', 'cell:2:birth_date'),
    ],
    causes: { z: 'a' },
  },
];

describe('settleCauses', () => {
  it.each(CASES)('$name', ({ findings, causes }) => {
    expect(Object.fromEntries(settleCauses(findings))).toEqual(causes);
  });

  const soup = fc.array(
    fc.record({
      rule: fc.constantFrom('format/invalid-date', 'birth/mismatched', 'birth/omitted', 'logic/mother-age'),
      anchors: fc.array(fc.constantFrom('event:1', 'event:2', 'cell:1:id', 'cell:2:id'), { maxLength: 3 }),
      cause: fc.array(fc.constantFrom('event:1', 'person:1', 'person:2'), { maxLength: 2 }),
      covers: fc.array(fc.constantFrom('cell:1:id', 'person:1', 'person:2'), { maxLength: 2 }),
    }),
    { maxLength: 12 },
  );

  it('never goes in circles, leaves one uncaused finding a place, and does not look at the order', () => {
    fc.assert(
      fc.property(soup, (drawn) => {
        const findings = drawn.map((one, n) => ({ ...one, id: `f${n}` }));
        const causes = settleCauses(findings);
        for (const { id } of findings) {
          let steps = 0;
          for (let at: string | undefined = id; at; at = causes.get(at))
            expect(steps++).toBeLessThan(findings.length + 1);
        }
        for (const anchor of ['event:1', 'cell:2:id'] as const) {
          const there = findings.filter(({ anchors }) => anchors.includes(anchor));
          expect(there.filter(({ id }) => !causes.has(id)).length).toBeLessThanOrEqual(1);
        }
        expect(settleCauses([...findings].reverse())).toEqual(causes);
      }),
    );
  });
});
