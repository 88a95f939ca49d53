import path from 'node:path';
import { expect, test } from 'vitest';
import { audit } from '../../src/audit/audit.js';

/** Files as bureaus keep them: what was found in each (the line's deaths, the rules with findings). */
test.each<[string, number, string[]]>([
  ['F02', 1, ['format/missing-column']],
  ['F06/a_签字行', 3, []],
  ['F06/b_汇总行', 3, []],
  ['F06/c_划掉的行', 3, []],
  ['F06/f_本月无', 0, []],
  ['F07', 0, []],
  ['F08', 6, []],
  ['F10', 0, []],
  ['F17', 2, []],
  ['F20', 3, []],
  ['F01', 0, ['coverage/incomplete-card', 'format/missing-column', ...Array(10).fill('format/partial-date')]],
  ['F03', 2, ['totals/recount-differs']],
  ['F03-control', 2, ['totals/recount-differs']],
  ['F04', 0, Array(5).fill('format/partial-date')],
  ['F04-control', 0, Array(5).fill('format/partial-date')],
  ['F05/a_两行表头', 0, []],
  ['F05/b_期间在标题', 0, []],
  ['F09', 0, []],
])('%s', async (name, deaths, rules) => {
  const paths = [path.join(import.meta.dirname, 'fixtures', name)];
  const { line, findings } = await audit({ paths, lang: 'zh' });
  const total = line.filter(({ event }) => event === 'death').reduce((sum, one) => sum + one.total, 0);
  expect([total, findings.map(({ rule }) => rule)]).toEqual([deaths, rules]);
});
