import { expect, it } from 'vitest';
import { toSpark } from '../../../src/store/spark/dialect.js';

it.each([
  ['SELECT 1', 'SELECT 1'],
  ["CAST(a AS VARCHAR) || 'VARCHAR'", "CAST(a AS STRING) || 'VARCHAR'"],
  ["CAST(a AS ENUM('x', 'it''s, y'))", 'CAST(a AS STRING)'],
  ["CONCAT(a, 'CONCAT(b)')", "CONCAT_WS('', a, 'CONCAT(b)')"],
  ['days_between(a, b)', 'DATEDIFF(b, a)'],
  ['x ORDER BY a, b DESC, c NULLS FIRST', 'x ORDER BY a NULLS LAST, b DESC, c NULLS FIRST'],
  ['MAX(a) OVER (PARTITION BY b ORDER BY c)', 'MAX(a) OVER (PARTITION BY b ORDER BY c NULLS LAST)'],
  [
    '(SELECT a ORDER BY f(a, b)) ORDER BY (c)',
    '(SELECT a ORDER BY f(a, b) NULLS LAST) ORDER BY (c) NULLS LAST',
  ],
  ['SUM(a) OVER (ORDER BY b ROWS 1 PRECEDING)', 'SUM(a) OVER (ORDER BY b NULLS LAST ROWS 1 PRECEDING)'],
  ["ORDER BY ')', a LIMIT 1", "ORDER BY ')' NULLS LAST, a NULLS LAST LIMIT 1"],
])('%s', (sql, expected) => {
  const squeezed = toSpark(sql)
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,)]|$)/g, '');
  expect(squeezed).toBe(expected);
});
