import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigit } from '../../src/keys/id.js';
import { addYears, ageAt, dayOf, iso, monthEnd, parseDay } from '../../src/simulate/calendar.js';
import { encodeGb18030 } from '../../src/simulate/encodings.js';
import { homophone, slippedDate, slippedId, spoiltId, validSlip } from '../../src/simulate/faults/slips.js';
import { IdMaker } from '../../src/simulate/ids.js';
import { communityName } from '../../src/simulate/names.js';
import { Random } from '../../src/simulate/random.js';
import { fixed } from '../../src/statistics/rounding.js';
import { rateText } from '../exact-rate.js';

describe('Random', () => {
  it('repeats itself for a seed, and differs for another label', () => {
    const draw = (...seed: (string | number)[]): number[] => {
      const random = new Random(...seed);
      return Array.from({ length: 5 }, () => random.int(0, 1_000_000));
    };
    expect(draw(1, 2, 'a')).toEqual(draw(1, 2, 'a'));
    expect(draw(1, 2, 'a')).not.toEqual(draw(1, 2, 'b'));
    expect(draw(1, 23)).not.toEqual(draw(12, 3));
  });

  it('stays within its bounds and reaches both', () => {
    const random = new Random('bounds');
    const drawn = new Set(Array.from({ length: 500 }, () => random.int(3, 6)));
    expect([...drawn].sort()).toEqual([3, 4, 5, 6]);
  });
});

describe('calendar', () => {
  it.each([
    ['2000-02-29', '2023-02-28', 22],
    ['2000-02-29', '2023-03-01', 23],
    ['1974-01-01', '2023-12-31', 49],
  ])('counts completed years from %s to %s', (birth, day, age) => {
    expect(ageAt(parseDay(birth), parseDay(day))).toBe(age);
  });

  it('knows ends of months and leap days', () => {
    expect(iso(monthEnd(dayOf(2024, 2, 3)))).toBe('2024-02-29');
    expect(iso(addYears(dayOf(2020, 2, 29), 1))).toBe('2021-03-01');
    expect(iso(null)).toBe('');
  });
});

describe('IDs', () => {
  it("computes the check digit of the standard's own example", () => {
    expect(checkDigit('11010519491231002')).toBe('X');
  });

  it('never repeats, and shows birth date and sex', () => {
    const ids = new IdMaker();
    const day = dayOf(1990, 5, 4);
    const made = Array.from({ length: 2000 }, (_, i) => ids.make(day, i % 2 === 0 ? '男' : '女'));
    expect(new Set(made).size).toBe(made.length);
    for (const [index, id] of made.entries()) {
      expect(id).toMatch(/^23019[0-8]19900504\d{3}[\dX]$/);
      expect(Number(id[16]) % 2).toBe(index % 2 === 0 ? 1 : 0);
    }
  });
});

describe('community names', () => {
  it('are all different, and none is part of another', () => {
    const names = Array.from({ length: 1000 }, (_, index) => communityName(index));
    expect(new Set(names).size).toBe(names.length);
    const set = new Set(names);
    for (const name of names)
      for (let at = 1; at < name.length; at++) expect(set.has(name.slice(at))).toBe(false);
  });
});

describe('slips', () => {
  const seeds = fc.integer({ min: 0, max: 100_000 });
  const dates = fc.date({ min: new Date('2023-01-01'), max: new Date('2023-12-31'), noInvalidDate: true });

  it('mistype a date within the year, and never as it was', () => {
    fc.assert(
      fc.property(seeds, dates, (seed, date) => {
        const text = date.toISOString().slice(0, 10);
        const slipped = slippedDate(new Random(seed), text, '2023-12-31');
        expect(slipped).not.toBe(text);
        expect(iso(parseDay(slipped))).toBe(slipped);
        expect(slipped.slice(0, 4)).toBe('2023');
      }),
    );
  });

  it('mistype an ID so that it is invalid, or valid two places away', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const id = new IdMaker().make(dayOf(1980, 1, 1) + (seed % 9000), seed % 2 === 0 ? '男' : '女');
        const wrong = slippedId(new Random(seed), id);
        expect(wrong).toHaveLength(18);
        expect(checkDigit(wrong.slice(0, 17))).not.toBe(wrong.slice(17));
        const valid = validSlip(new Random(seed), id);
        expect(checkDigit(valid.slice(0, 17))).toBe(valid.slice(17));
        const places = [...valid].filter((digit, at) => digit !== id[at]).length;
        expect(places).toBeGreaterThan(0);
        expect(places).toBeLessThanOrEqual(2);
        expect(spoiltId(new Random(seed), id)).toMatch(/E\+17$|000$/);
      }),
    );
  });

  it('write a name that sounds the same', () => {
    expect(homophone('王伟')).toBe('王玮');
    expect(homophone('王一')).toBe(null);
  });
});

describe('figures', () => {
  it.each([
    [1, 8, 2, '0.13'],
    [1, 3, 2, '0.33'],
    [2, 3, 2, '0.67'],
    [-1, 8, 2, '-0.13'],
    [100, 1, 1, '100.0'],
    [5, 10.5, 3, '0.476'],
  ])('rounds %d / %d to %d decimals, half up', (numerator, denominator, decimals, text) => {
    expect(rateText(numerator, denominator, decimals)).toBe(text);
    expect(fixed(numerator / denominator, decimals)).toBe(text);
  });
});

describe('GB18030', () => {
  it('is what the decoder reads back', () => {
    const text = '社区,王　芳,买买提·吐尔逊,2023-01-02\n１２';
    expect(new TextDecoder('gb18030').decode(encodeGb18030(text))).toBe(text);
  });
});
