import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  birthDateOf,
  bornOn,
  checkDigit,
  isKnownRegion,
  isValidId,
  parseId,
  sexOf,
} from '../../src/keys/id.js';
import { idCandidates } from '../../src/keys/id-candidates.js';

/** Invented people: county codes 230190 to 230198 were never assigned. */
const validId = fc
  .record({
    county: fc.integer({ min: 230190, max: 230198 }),
    birth: fc.date({ min: new Date('1900-01-01'), max: new Date('2024-12-31'), noInvalidDate: true }),
    sequence: fc.integer({ min: 1, max: 999 }),
  })
  .map(({ county, birth, sequence }) => {
    const body = `${county}${birth.toISOString().slice(0, 10).replace(/-/g, '')}${String(sequence).padStart(3, '0')}`;
    return body + checkDigit(body);
  });

const invented = (body: string) => body + checkDigit(body);
const SAMPLE = invented('23019319900307123');

describe('the check digit of GB 11643-1999', () => {
  it('weighs every digit by a power of two (ISO 7064, MOD 11-2)', () => {
    for (let place = 0; place < 17; place++) {
      const rest = (12 - (2 ** (17 - place) % 11)) % 11;
      expect(checkDigit('1'.padStart(place + 1, '0').padEnd(17, '0'))).toBe(rest === 10 ? 'X' : String(rest));
    }
  });

  it('agrees with the standard sample and published examples', () => {
    expect(checkDigit('11010519491231002')).toBe('X');
    expect(birthDateOf('11010519491231002X')).toBe('1949-12-31');
    expect(sexOf('11010519491231002X')).toBe('女');
    expect(checkDigit('37010119010203997')).toBe('3');
    expect(birthDateOf('370101190102039973')).toBe('1901-02-03');
    expect(sexOf('370101190102039973')).toBe('男');
    expect(checkDigit('11010519880605002')).toBe('3');
    expect(isValidId('11010219840406970X')).toBe(true);
  });

  it('looks at 17 digits and no more', () => {
    const { 17: last } = SAMPLE;
    expect([checkDigit(SAMPLE), checkDigit(SAMPLE.slice(0, 17))]).toEqual([last, last]);
    expect(checkDigit(SAMPLE.slice(0, 16))).toBeNull();
  });

  it.each(['/', ':'])('takes %j, a neighbour of the digits, for none', (mark) => {
    expect(checkDigit(`${SAMPLE.slice(0, 16)}${mark}`)).toBeNull();
    expect(parseId(SAMPLE.slice(0, 17) + mark)).toMatchObject({ status: 'invalid', problem: 'characters' });
  });

  it.each(['440524189001010014', '11010219840506970X'])('refuses the published false ID %s', (id) => {
    expect(parseId(id)).toEqual({ id, status: 'invalid', problem: 'check-digit' });
  });

  it('holds for every ID made with it, and for no one-digit change or swap of it', () => {
    fc.assert(
      fc.property(validId, fc.nat(16), fc.integer({ min: 1, max: 9 }), (id, at, shift) => {
        expect(isValidId(id)).toBe(true);
        const digit = (Number(id.charAt(at)) + shift) % 10;
        expect(isValidId(id.slice(0, at) + digit + id.slice(at + 1))).toBe(false);
      }),
    );
  });
});

describe('parseId', () => {
  it.each([
    ['lower-case x', '11010519491231002x', '11010519491231002X'],
    ['full-width', '１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X'],
    ['blanks', '230193 19900307 123X'.replace('123X', SAMPLE.slice(14)), SAMPLE],
    ['a leading apostrophe', `'${SAMPLE}`, SAMPLE],
    ['an invisible mark', `\u200e${SAMPLE}\u00a0`, SAMPLE],
    ['15 digits', '230193900307123', SAMPLE],
  ])('reads %s', (_, raw, id) => {
    expect(parseId(raw)).toEqual({ id, status: 'valid' });
  });

  it('reads a sound number cell of 15 digits', () => {
    expect(parseId(230193900307123)).toEqual({ id: SAMPLE, status: 'valid' });
  });

  it.each([
    ['2.30193E+17', 'scientific'],
    ['2.30193e+17', 'scientific'],
    ['230193199003072000', 'zeroed'],
    [Number('230193199003071000'), 'number'],
    [1e15, 'number'],
  ])('knows %s as damaged', (raw, problem) => {
    expect(parseId(raw)).toMatchObject({ id: null, status: 'damaged', problem });
  });

  it.each([
    ['230193199003072000', '1990-03-07'],
    ['230193199013072000', undefined],
    [Number('230193199003071000'), '1990-03-07'],
    [Number('2301931990030710000'), undefined],
    ['2.3019319900307E+17', '1990-03-07'],
    ['2.301931990030712e17', '1990-03-07'],
    ['2.301931990030E+17', undefined],
    ['2.3019319900307E+16', undefined],
    ['2.30193E+17', undefined],
  ])('reads from the damaged %s the birth date %s', (raw, born) => {
    expect(parseId(raw).born).toBe(born);
  });

  it.each([
    ['23019319900307', 'length'],
    [SAMPLE.slice(0, 17), 'length'],
    [`${SAMPLE}1`, 'length'],
    [SAMPLE.replace('2301', '23O1'), 'characters'],
    [`X${SAMPLE.slice(1)}`, 'characters'],
    ['230193199013071234', 'date'],
    ['230193901307123', 'date'],
    ['补办', 'characters'],
    ['G12345678901234', 'characters'],
    ['军123', 'characters'],
    ['230193X', 'length'],
    ['2301931990XXXX1234', 'characters'],
    [999_999_999_999_999, 'date'],
    ['军', 'characters'],
    ['1234567', 'length'],
    ['123456789', 'length'],
  ])('calls %s invalid: %s', (raw, problem) => {
    expect(parseId(raw)).toMatchObject({ status: 'invalid', problem });
  });

  it.each([
    'E12345678',
    'H1234567890',
    '军字第1234567号',
    'CAN110112345678',
    'X1234567',
    'XX123456',
    '12345678',
    'G1234567890123',
    '军1234',
  ])('keeps another document: %s', (raw) => {
    expect(parseId(raw)).toEqual({ id: raw, status: 'other' });
  });

  it.each(['', ' ', '/', '—', '无', '不详', 'NULL', 'n/a'])('reads %j as blank', (raw) => {
    expect(parseId(raw)).toEqual({ id: null, status: 'blank' });
  });
});

it.each([
  ['23', true],
  ['83', true],
  ['91', false],
  ['900', false],
  ['911', true],
  ['944', true],
  ['955', false],
  ['71', true],
  ['00', false],
  ['24', false],
  ['55', false],
])('region %s is known: %s', (province, known) => {
  expect(isKnownRegion(`${province}0193199003071234`)).toBe(known);
});

/** GB/T 2260: the provinces of the north, north-east, east, middle and south, south-west and north-west, and Taiwan. */
const PROVINCES = '11-15 21-23 31-37 41-46 50-54 61-65 71'.split(' ').flatMap((span) => {
  const [from = 0, to = from] = span.split('-').map(Number);
  return Array.from({ length: to - from + 1 }, (_, n) => from + n);
});

it.each([
  ['', [...PROVINCES, 81, 82, 83]],
  ['9', PROVINCES],
])('of all two digits behind "%s" those of a province are known', (before, known) => {
  // two digits that begin with a 9 are a permanent resident's
  const codes = Array.from({ length: 90 }, (_, n) => n);
  const body = '0193199003071234'.slice(before.length);
  const found = codes.filter((code) => isKnownRegion(`${before}${String(code).padStart(2, '0')}${body}`));
  expect(found).toEqual(known);
});

it('bornOn agrees with birthDateOf', () => {
  fc.assert(
    fc.property(validId, validId, (a, b) => {
      expect(bornOn(a, birthDateOf(a))).toBe(true);
      expect(bornOn(a, birthDateOf(b))).toBe(birthDateOf(a) === birthDateOf(b));
    }),
  );
});

describe('idCandidates', () => {
  const damage = fc.oneof(
    fc.record({ kind: fc.constant('substitute' as const), at: fc.nat(17), digit: fc.nat(9) }),
    fc.record({ kind: fc.constant('insert' as const), at: fc.nat(18), digit: fc.nat(9) }),
    fc.record({ kind: fc.constant('delete' as const), at: fc.nat(17), digit: fc.constant(0) }),
    fc.record({ kind: fc.constant('swap' as const), at: fc.nat(16), digit: fc.constant(0) }),
  );
  const damaged = (id: string, { kind, at, digit }: { kind: string; at: number; digit: number }) => {
    if (kind === 'insert') return id.slice(0, at) + digit + id.slice(at);
    if (kind === 'delete') return id.slice(0, at) + id.slice(at + 1);
    if (kind === 'swap') return id.slice(0, at) + id.charAt(at + 1) + id.charAt(at) + id.slice(at + 2);
    return id.slice(0, at) + digit + id.slice(at + 1);
  };

  it('contains the original of every slip, and valid IDs only, in order', () => {
    fc.assert(
      fc.property(validId, damage, (id, slip) => {
        const typed = damaged(id, slip);
        const candidates = idCandidates(typed);
        if (typed !== id) expect(candidates).toContain(id);
        expect(candidates.every(isValidId)).toBe(true);
        expect(candidates).toEqual([...new Set(candidates)].sort());
      }),
    );
  });

  it.each(['', '2301', '2301931990030712345678'])('has none for %j', (id) => {
    expect(idCandidates(id)).toEqual([]);
  });
});
