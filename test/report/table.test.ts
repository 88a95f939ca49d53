import { describe, expect, it } from 'vitest';
import type { AuditResult } from '../../src/model/result.js';
import { renderTable } from '../../src/report/table.js';
import { widthOf } from '../../src/report/text.js';
import { exampleResult, finding, place } from './fixture.js';

const OPTIONS = { width: 80, color: false, exitCode: 1, failOn: 'error' } as const;

function withFindings(...findings: AuditResult['findings']): AuditResult {
  return { ...exampleResult('zh'), findings };
}

describe.each(['zh', 'en'] as const)('in %s', (lang) => {
  it('is the golden report', async () => {
    await expect(renderTable(exampleResult(lang), OPTIONS)).toMatchFileSnapshot(`golden/report.${lang}.txt`);
  });

  it.each([72, 80, 100])('fits %i columns', (width) => {
    const result = exampleResult(lang);
    const long = `很长的文件夹名/${'很长'.repeat(40)}.xlsx`;
    result.run.inputs.push({ ...(result.run.inputs[0] as AuditResult['run']['inputs'][number]), path: long });
    result.line.push({
      ...(result.line[0] as AuditResult['line'][number]),
      community: '很长的社区名'.repeat(6),
    });
    result.findings.push(
      finding('99', 'birth/omitted', { records: [place(long, '表', 3, 'ledger')], message: long }),
    );
    for (const line of renderTable(result, { ...OPTIONS, width }).split('\n')) {
      expect(widthOf(line), line).toBeLessThanOrEqual(width);
    }
  });
});

it('takes the terminal no further than its text', () => {
  const evil = '\u001b[2J\u202e\n坏\u0007';
  const result = withFindings(
    finding('1', 'x/y', {
      message: evil,
      suggestion: evil,
      community: evil,
      records: [place(evil, evil, 1, evil)],
    }),
  );
  result.run.inputs[0] = {
    ...(result.run.inputs[0] as AuditResult['run']['inputs'][number]),
    path: evil,
    sheet: evil,
  };
  result.run.refused = [{ path: evil, reason: evil }];
  const text = renderTable(result, OPTIONS);
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
  expect(text).toContain('坏');
});

it('uses colours only where they are wanted', () => {
  expect(renderTable(exampleResult('zh'), OPTIONS)).not.toContain('\u001b');
  expect(renderTable(exampleResult('zh'), { ...OPTIONS, color: true })).toContain('\u001b[31m');
});

it('lists every finding, in the order of work', () => {
  const at = (id: string, community: string, path: string, row: number) =>
    finding(id, 'x/y', { community, message: `第${id}件。`, records: [place(path, '表', row, 'ledger')] });
  const text = renderTable(
    withFindings(
      at('5', '丙', '10.xlsx', 2),
      at('6', '', 'a.xlsx', 1),
      at('4', '丙', '9.xlsx', 30),
      at('3', '丙', '9.xlsx', 4),
      at('2', '丁', 'b.xlsx', 9),
      at('1', '丁', 'a.xlsx', 9),
    ),
    OPTIONS,
  );
  expect(text.match(/第\d+件。/g)).toEqual([
    '第1件。',
    '第2件。',
    '第3件。',
    '第4件。',
    '第5件。',
    '第6件。',
  ]);
  expect([...text.matchAll(/^ {3}(\d) 错误/gm)].map(([, number]) => number)).toEqual([
    '1',
    '2',
    '1',
    '2',
    '3',
    '1',
  ]);
});

it('says once a workbook what to do about findings of one kind', () => {
  const at = (id: string, path: string) =>
    finding(id, 'x/y', { suggestion: '改正。', records: [place(path, '表', 1, 'ledger')] });
  const text = renderTable(withFindings(at('1', 'a.xlsx'), at('2', 'a.xlsx'), at('3', 'b.xlsx')), OPTIONS);
  expect(text.match(/怎么办：改正。/g)).toHaveLength(2);
});

it('loses no finding whose causes run in a circle or are not reported', () => {
  const text = renderTable(
    withFindings(
      finding('1', 'x/a', { message: '甲句', causedBy: '2' }),
      finding('2', 'x/b', { message: '乙句', causedBy: '1' }),
      finding('3', 'x/c', { message: '丙句', causedBy: 'elsewhere' }),
    ),
    OPTIONS,
  );
  for (const sentence of ['甲句', '乙句', '丙句']) expect(text).toContain(sentence);
});

it('says first that files were left out', () => {
  const result = exampleResult('zh');
  result.run.complete = false;
  result.run.refused = [{ path: '坏.xls', reason: '请另存为 .xlsx。' }];
  const text = renderTable(result, { ...OPTIONS, exitCode: 3 });
  expect(text.indexOf('坏.xls')).toBeLessThan(text.indexOf('核对期间'));
  expect(text).toContain('退出码 3');
});

it('says that nothing was found', () => {
  const text = renderTable(withFindings(), { ...OPTIONS, exitCode: 0 });
  expect(text).toContain('三点一线：没有发现问题。');
  expect(text).not.toContain('逐条核实');
});

it('shares one sentence for the communities in line where there are many', () => {
  const result = exampleResult('zh');
  const row = result.line[1] as AuditResult['line'][number];
  result.line = Array.from({ length: 40 }, (_, i) => ({
    ...row,
    community: `社区${i}`,
    inLine: row.total - (i === 7 ? 1 : 0),
  }));
  const text = renderTable(result, OPTIONS);
  expect(text).toContain('社区7 ');
  expect(text).not.toContain('社区8 ');
  expect(text).toContain('出生：其余 39 个社区全部在线。');
});
