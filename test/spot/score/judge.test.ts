import { describe, expect, test } from 'vitest';
import type { UnitKind } from '../../../src/model/draw.js';
import { addedElsewhere, countedVisits } from '../../../src/spot/score/counted.js';
import type { FieldFacts, Held, Kept } from '../../../src/spot/score/facts.js';
import { tallyOf } from '../../../src/spot/score/judge.js';
import { pairUp } from '../../../src/spot/score/pair-up.js';
import { ratesOf } from '../../../src/spot/score/rates.js';
import { countedAreas } from '../../../src/spot/score/sample.js';
import { verdictsOf } from '../../../src/spot/score/verdicts.js';
import type { FieldVisit } from '../../../src/spot/score/visits.js';
import { drawnArea, drawOf, filled, listOf, type Row } from '../filled.js';

/** Scores one area of ten households of two, all on the card, with these rows filled in. */
function scored(rows: readonly Row[], unitKind: UnitKind = 'household', facts: Partial<FieldFacts> = {}) {
  const area = drawnArea('甲', 10);
  const draw = drawOf([area], { unitKind, ...(unitKind === 'record' ? { register: 'households' } : {}) });
  const all = Array.from({ length: 20 }, (_, at): Row => ({ no: at + 1, outcome: '符合' }));
  const given = [
    ...all.map((row) => rows.find(({ no }) => no === row.no) ?? row),
    ...rows.filter(({ no }) => !no),
  ];
  const paired = pairUp(draw, [listOf(area)], [filled('甲', given)]);
  if ('fault' in paired) throw new Error(paired.fault);
  const visits = paired.areas.flatMap((one) => one.visits);
  const numbers = new Map(visits.map((visit, number) => [visit, number]));
  const kept = visits.flatMap((visit, number) => keptOf(visit, number));
  const known: FieldFacts = {
    kept,
    held: [],
    found: [],
    events: [],
    cardPoints: new Map([['甲', ['card']]]),
    ...facts,
  };
  const { counted } = countedAreas(draw, paired.areas);
  const inside = counted.flatMap((one) => countedVisits(one.visits.visits, numbers, one, draw));
  const tally = tallyOf(inside, known, draw);
  const rates = ratesOf(tally, inside, known, counted, draw, 0.95);
  const of = (subject: string, rate: string) => {
    const found = rates.find((one) => one.area === '' && one.subject === subject && one.rate === rate);
    return found && [found.numerator, found.denominator];
  };
  return { of, rates, tally, counted, elsewhere: addedElsewhere(paired.areas, inside) };
}

function keptOf({ listed }: FieldVisit, visit: number): Kept[] {
  if (!listed) return [];
  const place = { point: 'card', register: 'households', community: '甲', household: listed.household };
  return [{ visit, record: listed.no, ...place }];
}

describe('what the door says of the card', () => {
  test('is right where everybody is there', () => {
    const { of } = scored([]);
    expect(of('record', 'accuracy')).toEqual([20, 20]);
    expect(of('person', 'false_report_rate')).toEqual([0, 20]);
    expect(of('person', 'omission_rate')).toEqual([0, 20]);
    expect(of('person', 'verification_factor')).toEqual([20, 20]);
  });

  test('counts who is not there as a false report, and who was not met as nothing', () => {
    const { of } = scored([
      { no: 1, outcome: '查无此人' },
      { no: 3, outcome: '未见面' },
      { no: 5, outcome: '拒访' },
      { no: 7 },
    ]);
    expect(of('person', 'false_report_rate')).toEqual([1, 17]);
    expect(of('person', 'verification_factor')).toEqual([16, 17]);
  });

  test('counts who is there and on no card as omitted, in households that count', () => {
    const { of, elsewhere } = scored([
      { household_no: 'H2', found_name: '李四', outcome: '不符' },
      { household_no: 'H99', found_name: '赵六' },
      { found_name: '钱七' },
    ]);
    expect(of('person', 'omission_rate')).toEqual([1, 21]);
    expect(elsewhere).toEqual([{ code: 'added-elsewhere', count: 2 }]);
  });

  test('counts a household that no card names where a whole area was drawn', () => {
    expect(
      scored([{ household_no: 'H99', found_name: '赵六' }], 'area').of('person', 'omission_rate'),
    ).toEqual([1, 21]);
  });

  test('gives no omissions where records were drawn', () => {
    const { of, rates } = scored([{ no: 1, outcome: '查无此人' }], 'record');
    expect(of('record', 'false_report_rate')).toEqual([1, 20]);
    expect(rates.some(({ rate }) => rate === 'omission_rate' || rate === 'verification_factor')).toBe(false);
  });

  test('leaves the second card of another household to that household', () => {
    const place = { point: 'card', register: 'households', community: '甲' };
    const kept = [
      { visit: 0, record: 1, ...place, household: 'H1' },
      { visit: 0, record: 2, ...place, household: 'H1' },
      { visit: 0, record: 3, ...place, household: 'H77' },
    ];
    const { of } = scored([{ no: 1, outcome: '查无此人' }], 'household', { kept });
    expect(of('person', 'false_report_rate')).toEqual([2, 2]);
  });

  test('estimates the whole frame from the sample, and never below what was found', () => {
    const { rates } = scored([{ no: 1, outcome: '查无此人' }]);
    const rate = rates.find((one) => one.rate === 'false_report_rate' && one.area === '');
    // 400 households of two people, one in twenty not there.
    expect(rate?.total?.value).toBe(40);
    expect(rate?.total?.low).toBeGreaterThanOrEqual(1);
    expect(rate?.total?.high).toBeGreaterThan(40);
  });
});

describe('items', () => {
  const cell = (visit: number, point: string, value: string): Held => {
    return { visit, record: visit, point, register: 'households', column: 'sex', item: 'sex', value };
  };

  test('count only where both the door and a record have them', () => {
    const held = [cell(0, 'card', '男'), cell(1, 'card', '女'), cell(2, 'card', '女')];
    const found = [cell(0, 'field', '男'), cell(1, 'field', '男')];
    const { of } = scored([], 'household', { held, found });
    expect(of('sex', 'accuracy')).toEqual([1, 2]);
    expect(of('person', 'misentry_rate')).toEqual([1, 2]);
    expect(of('record', 'accuracy')).toEqual([19, 20]);
  });

  test('that the door alone knows are counted as they are answered', () => {
    const { of } = scored([
      { no: 1, outcome: '符合', visit_done: '是' },
      { no: 2, outcome: '符合', visit_done: '否' },
    ]);
    expect(of('visit_done', 'accuracy')).toEqual([1, 2]);
  });
});

describe('births and enrolments', () => {
  test('are omitted where a point that covers them does not claim them, and double where it claims too often', () => {
    const events = [
      { visit: 0, kind: 'birth' as const, point: 'ledger', claimed: 1, primary_claims: 2, surplus: 1 },
      { visit: 0, kind: 'birth' as const, point: 'system', claimed: 0, primary_claims: 0, surplus: 0 },
      { visit: 1, kind: 'birth' as const, point: 'system', claimed: 1, primary_claims: 1, surplus: 0 },
    ];
    const { rates } = scored([], 'household', { events });
    const shown = rates
      .filter(({ area, subject }) => area === '' && subject === 'birth')
      .map(({ point, rate, numerator, denominator }) => [point, rate, numerator, denominator]);
    expect(shown).toEqual([
      ['ledger', 'omission_rate', 0, 1],
      ['system', 'omission_rate', 1, 2],
      ['ledger', 'duplication_rate', 1, 2],
      ['system', 'duplication_rate', 0, 1],
    ]);
  });
});

describe('the verdict', () => {
  const wrong = (n: number): Row[] =>
    Array.from({ length: n }, (_, at) => ({ no: 2 * at + 1, outcome: '查无此人' }));
  test.each([
    ['misses the target where more is wrong than it allows', wrong(6), 0.95, 'missed'],
    ['meets it where as much is wrong as the target allows', wrong(1), 0.95, 'met'],
    ['is not given on too few', wrong(0), 0.95, 'too-few'],
  ])('%s', (_, rows, target, verdict) => {
    const { tally, counted } = scored(rows);
    expect(verdictsOf(tally, counted, target)[0]).toMatchObject({
      area: '',
      point: 'card',
      target: 95,
      verdict,
    });
  });
});
