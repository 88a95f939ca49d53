import { describe, expect, it } from 'vitest';
import type { AuditResult } from '../../src/model/result.js';
import type { NextStep } from '../../src/report/reporter.js';
import { renderScreen } from '../../src/report/screen.js';
import { widthOf } from '../../src/report/text.js';
import { exampleResult, finding, place } from './fixture.js';

const next: NextStep[] = [
  { key: 'report.next-list', command: 'plumbline check 资料 --report 问题.xlsx' },
  { key: 'report.next-all', command: 'plumbline check 资料 --all' },
];
const OPTIONS = { width: 80, color: false, next };

function withFindings(...findings: AuditResult['findings']): AuditResult {
  return { ...exampleResult('zh'), findings };
}

/** A district with more of everything than a screen holds. */
function large(): AuditResult {
  const result = exampleResult('zh');
  const findings = Array.from({ length: 300 }, (_, i) =>
    finding(`${i}`, 'birth/omitted', {
      community: `第${i % 40}社区`,
      message: '很长的一句话'.repeat(30),
      records: [place(`${'很长的文件夹名/'.repeat(9)}台账.xlsx`, '出生登记', i + 2, 'ledger')],
    }),
  );
  const line = Array.from({ length: 40 }, (_, i) =>
    result.line.map((row) => ({ ...row, community: `第${i}社区` })),
  ).flat();
  return { ...result, findings, line };
}

describe('the first screen', () => {
  it.each([80, 100, 140])('of a large district is one screen of %i columns', (width) => {
    const lines = renderScreen(large(), { ...OPTIONS, width })
      .trimEnd()
      .split('\n');
    expect(lines.length).toBeLessThanOrEqual(40);
    for (const line of lines) expect(widthOf(line), line).toBeLessThanOrEqual(width);
    expect(lines[0]).toContain('300 项错误');
    expect(lines.at(-1)).toBe('全部显示：plumbline check 资料 --all');
    expect(lines.join('\n')).toContain('另有 35 个社区');
  });

  it('counts faults, and what follows from them beside them', () => {
    const text = renderScreen(
      withFindings(
        finding('1', 'birth/omitted', {}),
        finding('2', 'line/counts-differ', { causedBy: '1' }),
        finding('3', 'logic/mother-age', { severity: 'warning' }),
        finding('4', 'birth/omitted', { accepted: { reason: '核实无误', on: '2024-01-02' } }),
      ),
      OPTIONS,
    );
    expect(text.split('\n')[0]).toContain('：1 项错误、1 项警告，及其引起的 1 项');
  });

  it('begins the list with errors, and with what takes most with it', () => {
    const text = renderScreen(
      withFindings(
        finding('1', 'logic/mother-age', { severity: 'warning', message: '丙句' }),
        finding('2', 'birth/omitted', { message: '乙句' }),
        finding('3', 'birth/omitted', { message: '甲句' }),
        finding('4', 'line/counts-differ', { causedBy: '3', message: '丁句' }),
      ),
      OPTIONS,
    );
    expect([...text.matchAll(/^ \d .*([甲乙丙丁])句/gm)].map(([, name]) => name)).toEqual(['甲', '乙', '丙']);
  });

  it('says first what makes the verdict say less than it seems to', () => {
    const result = withFindings();
    result.run.notes = [
      { code: 'no-events', count: 12 },
      { code: 'files-passed-over', count: 1 },
    ];
    const lines = renderScreen(result, OPTIONS).split('\n');
    expect(lines[0]).toContain('所审期间内没有任何登记的事件');
    expect(lines[1]).toContain('没有发现问题');
    expect(lines.filter((line) => line.includes('没有任何登记的事件'))).toHaveLength(1);
    expect(lines.some((line) => line.includes('略过的文件'))).toBe(true);
  });

  it('says in full why it says less, and lists fewer findings instead', () => {
    const result = large();
    result.run.refused = [{ path: 'a.xls', reason: '旧格式' }];
    const detail = '信息系统的育龄妇女登记';
    result.run.notes = [
      { code: 'no-period', count: 1 },
      { code: 'no-events', count: 1 },
      ...['甲', '乙', '丙', '丁', '戊', '己'].map((name) => ({
        code: 'absent-since-last',
        count: 1,
        detail: name + detail,
      })),
    ];
    const kinds = ['birth', 'marriage', 'contraception', 'migration', 'death'];
    result.line = kinds.flatMap((event) => result.line.map((row) => ({ ...row, event })));
    const lines = renderScreen(result, { ...OPTIONS, width: 60 })
      .trimEnd()
      .split('\n');
    expect(lines.length).toBe(40);
    expect(lines.slice(0, 6).join('').replaceAll(' ', '')).toContain('（可用--period指定）');
    expect(lines.filter((line) => /^ ?\d+ 出生漏报/.test(line)).length).toBeLessThan(10);
  });

  it('names no date where no record says when, and of the notes only whole ones', () => {
    const result = withFindings();
    result.run.notes = [
      { code: 'no-period', count: 1 },
      { code: 'files-passed-over', count: 1 },
      { code: 'archives', count: 1 },
      { code: 'filled-community', count: 1234 },
      { code: 'hidden-rows', count: 9 },
    ];
    const lines = renderScreen(result, OPTIONS).split('\n');
    expect(lines).toContain('三点一线，没有发现问题');
    const aside = lines.find((line) => line.includes('略过的文件')) ?? '';
    expect(aside).toMatch(/：[\d,]+、…$/);
    expect(lines.some((line) => line.includes('改错清单'))).toBe(false);
  });

  it('says that nothing was found, and first what was left out', () => {
    const clean = withFindings();
    clean.run.refused = [{ path: 'a.xls', reason: '旧格式' }];
    const [first, second] = renderScreen(clean, OPTIONS).split('\n');
    expect(first).toContain('1 个文件读不了');
    expect(second).toContain('没有发现问题');
  });
});
