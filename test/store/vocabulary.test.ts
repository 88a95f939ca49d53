import { describe, expect, it } from 'vitest';
import { expand } from '../../src/store/vocabulary.js';

describe('expand', () => {
  it.each([
    ['SELECT 1', 'SELECT 1'],
    ['days_between(a, b)', "date_diff('day', a, b)"],
    ["has_text(CONCAT(x, ','), y)", "COALESCE(contains(CONCAT(x, ','), y), FALSE)"],
    ['add_days(add_days(d, 1), -n)', null],
    ['x_days_between(a, b)', 'x_days_between(a, b)'],
  ])('%s', (sql, expected) => {
    if (expected === null) expect(expand(sql).match(/to_days/g)).toHaveLength(2);
    else expect(expand(sql)).toBe(expected);
  });

  it('refuses a call that is not closed', () => {
    expect(() => expand('days_between(a, b')).toThrow(/parenthesis/);
  });
});
