import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasNoEnd, isIsoDate, parseDate } from '../../../src/ingest/normalise/date.js';

const full = (date: string) => ({ date, partial: false });
const month = (date: string) => ({ date, partial: true });

describe('parseDate', () => {
  it.each([
    ['2023-05-03'],
    ['2023/5/3'],
    ['2023.5.3'],
    ['20230503'],
    ['2023年5月3日'],
    ['2023年05月03号'],
    ['2023 年 5 月 3 日'],
    ['２０２３／５／３'],
    ["'2023-05-03"],
    ['2023–05–03'],
    ['2023-5-3 0:00:00'],
    ['2023-05-03T08:30:00.000Z'],
    ['2023/5/3 下午 3:20'],
    ['2023年5月3日8时30分'],
    ['45049'],
    [45049],
    [45049.75],
    [20230503],
    ['20230503143000'],
    ['202305031430'],
    ['20230503143000123'],
    ['20230503 14:30:00'],
    [20230503143000],
    ['="2023-05-03"'],
  ])('reads %s as 2023-05-03', (raw) => {
    expect(parseDate(raw)).toEqual(full('2023-05-03'));
  });

  it.each([
    ['2023-05'],
    ['2023.5'],
    ['2023/05'],
    ['2023年5月'],
    ['2023年5月份'],
    ['202305'],
    [202305],
    [2023.05],
    [2023.5],
  ])('reads %s as a month', (raw) => {
    expect(parseDate(raw)).toEqual(month('2023-05-01'));
  });

  it.each([
    ['0000-00-00', 'impossible'],
    ['2023-02-29', 'impossible'],
    ['2023-13-01', 'impossible'],
    ['20231301', 'impossible'],
    ['1900-01-00', 'impossible'],
    ['23-05-03', 'two-digit-year'],
    ['23.5.3', 'two-digit-year'],
    ['230503', 'two-digit-year'],
    ['5/3/2023', 'format'],
    ['2023', 'format'],
    ['2023年', 'format'],
    ['二〇二三年五月三日', 'format'],
    ['2023-05-03前', 'format'],
    ['2023-05-03 左右', 'format'],
    ['待查', 'format'],
    ['99999', 'serial'],
    ['73051', 'serial'],
    ['09999', 'serial'],
    [73_051, 'serial'],
    ['1799-12-31', 'impossible'],
    ['2200-01-01', 'impossible'],
    [`2023-05-03 8:30 ${'前'.repeat(25)}`, 'format'],
    [0, 'format'],
    [-3, 'format'],
    [1, 'format'],
    [1905, 'format'],
    [9_999, 'format'],
    [73_051, 'serial'],
    ['09999', 'serial'],
    ['73051', 'serial'],
    ['20230503253000', 'format'],
    ['20230503146100', 'format'],
  ])('refuses %s: %s', (raw, problem) => {
    expect(parseDate(raw)).toEqual({ problem });
  });

  it('refuses a long text without a long look', () => {
    expect(parseDate('9'.repeat(100_000))).toEqual({ problem: 'format' });
  });

  it.each([
    [10_000, false, '1927-05-18'],
    ['10000', false, '1927-05-18'],
    [73_050, false, '2099-12-31'],
    ['73050', false, '2099-12-31'],
    ['10000', false, '1927-05-18'],
    [43_587, true, '2023-05-03'],
    ['43587', true, '2023-05-03'],
  ])('counts serial %s (1904: %s) as %s', (serial, date1904, date) => {
    expect(parseDate(serial, date1904)).toEqual(full(date));
  });

  it.each([
    '2999',
    '9999',
    '2999-12-31',
    '9999-12-31 00:00:00',
    '29991231',
    '9999年12月31日',
    '长期',
    '长期有效',
    '永久',
  ])('takes %s for no end', (raw) => {
    expect(hasNoEnd(raw)).toBe(true);
  });

  it.each(['2099-12-31', '2998', '29990101', '长期工', ''])('does not take %s for no end', (raw) => {
    expect(hasNoEnd(raw)).toBe(false);
  });

  const days = fc.date({ min: new Date('1800-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });

  it('gives back every day in every style', () => {
    fc.assert(
      fc.property(days, (day) => {
        const date = day.toISOString().slice(0, 10);
        const [y, m, d] = date.split('-').map(Number);
        expect(isIsoDate(date)).toBe(true);
        for (const text of [
          date,
          `${y}/${m}/${d}`,
          `${y}.${m}.${d}`,
          date.replace(/-/g, ''),
          `${y}年${m}月${d}日`,
        ]) {
          expect(parseDate(text)).toEqual(full(date));
        }
      }),
    );
  });

  it('knows no day that the calendar lacks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1800, max: 2199 }), fc.nat(15), fc.nat(35), (y, m, d) => {
        const text = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
        const parsed = new Date(`${text}T00:00:00Z`);
        const real = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
        expect(isIsoDate(text)).toBe(real);
      }),
    );
  });
});
