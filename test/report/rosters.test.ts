import { describe, expect, it } from 'vitest';
import { parseResult } from '../../src/audit/load-result.js';
import type { AuditResult } from '../../src/model/result.js';
import { FORMATS, render } from '../../src/report/reporters.js';
import { exampleResult } from './fixture.js';

const OPTIONS = { width: 80, color: false, exitCode: 1, failOn: 'error', office: {} } as const;

/** The invented district, compared with a month before. */
function compared(lang: 'zh' | 'en'): AuditResult {
  const result = exampleResult(lang);
  const row = { community: '朝阳社区', point: 'card', register: 'households', before: 40, after: 41 };
  const left = { death: 1, move: 2, stay: 0, marriage: 0, age: 0, handover: 0 };
  const joined = { birth: 3, move: 0, stay: 0, marriage: 0, age: 0, handover: 0 };
  return {
    ...result,
    run: {
      ...result.run,
      previous: { asOf: '2023-11-30', since: '2023-08-30', inputs: result.run.inputs.slice(0, 1) },
    },
    rosters: [{ ...row, left, vanished: 1, joined, unexplained: 2 }],
  };
}

async function text(format: 'table' | 'md' | 'html' | 'json', result: AuditResult): Promise<string> {
  const rendered = await render(format, result, OPTIONS);
  return rendered.kind === 'text' ? [...rendered.chunks].join('') : '';
}

describe('the comparison with last month', () => {
  it.each(['table', 'md', 'html'] as const)('stands in %s, with what explains it', async (format) => {
    const shown = await text(format, compared('zh'));
    for (const word of ['与上月名册比较', '2023-11-30', '2023-08-30', '死亡 1、迁移 2、出生 3', '无故减']) {
      expect(shown).toContain(word);
    }
    const cells = shown.replace(/[\s|]+|<\/?t[dh][^>]*>/g, ' ');
    expect(cells.replace(/ +/g, ' ')).toContain('朝阳社区 户卡 家庭户卡 40 3 1 3 2 41');
  });

  it('fits the terminal in both languages', async () => {
    for (const lang of ['zh', 'en'] as const) {
      const lines = (await text('table', compared(lang))).split('\n');
      expect(lines.find((line) => line.includes('朝阳社区') && line.endsWith('41'))).toBeDefined();
    }
  });

  it('survives the JSON report', async () => {
    const result = compared('zh');
    const parsed = parseResult(await text('json', result));
    expect(parsed).toMatchObject({
      result: { rosters: result.rosters, run: { previous: { asOf: '2023-11-30' } } },
    });
  });

  it('has a sheet of the workbook', async () => {
    const rendered = await render('xlsx', compared('zh'), OPTIONS);
    const sheets = rendered.kind === 'workbook' ? [...rendered.sheets] : [];
    const sheet = sheets.find(({ name }) => name === '与上月名册比较');
    const rows = [];
    for await (const row of sheet?.rows ?? []) rows.push('cells' in row ? row.cells : row);
    expect(rows).toEqual([['朝阳社区', '户卡', '家庭户卡', 40, 3, 1, 3, 2, 41]]);
  });

  it.each(FORMATS)('is not spoken of in %s where no last month was given', async (format) => {
    const rendered = await render(format, exampleResult('zh'), OPTIONS);
    if (rendered.kind === 'text') expect([...rendered.chunks].join('')).not.toContain('与上月名册比较');
    if (rendered.kind === 'workbook')
      expect([...rendered.sheets].map(({ name }) => name)).not.toContain('与上月名册比较');
  });
});

describe('findings that a baseline knows', () => {
  const known = (): AuditResult => {
    const result = exampleResult('zh');
    return {
      ...result,
      findings: result.findings.map((finding, n) => (n === 0 ? { ...finding, known: true } : finding)),
    };
  };
  const [first] = exampleResult('zh').findings;

  it('stand in JSON, which the next result is compared with', async () => {
    expect(await text('json', known())).toContain(first?.id);
    const parsed = parseResult(await text('json', known()));
    expect('result' in parsed && parsed.result.findings.map((finding) => finding.known ?? false)).toEqual(
      known().findings.map((_, n) => n === 0),
    );
  });

  it.each(['table', 'md', 'html'] as const)('are left out of %s', async (format) => {
    const words = first?.message.slice(3, 12);
    expect(await text(format, exampleResult('zh'))).toContain(words);
    expect(await text(format, known())).not.toContain(words);
  });
});
