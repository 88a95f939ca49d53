import { describe, expect, it } from 'vitest';
import { parseResult } from '../../src/audit/load-result.js';
import type { Lang } from '../../src/model/language.js';
import type { AuditResult } from '../../src/model/result.js';
import type { SpotArea, SpotRate } from '../../src/model/spot-result.js';
import { FORMATS, render } from '../../src/report/reporters.js';
import { widthOf } from '../../src/report/text.js';
import { exampleResult } from './fixture.js';
import { HOSTILE } from './hostile.js';

const OPTIONS = { color: false, exitCode: 1, failOn: 'error', office: {} } as const;
const STEERING =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069]/;

function rate(area: string, fields: Partial<SpotRate> = {}): SpotRate {
  return {
    area,
    subject: 'record',
    point: 'card',
    rate: 'accuracy',
    numerator: 47,
    denominator: 50,
    value: 94,
    estimate: 93.5,
    wilson: [84, 97.5],
    clopperPearson: [83.1, 98.2],
    designEffect: 1.4,
    effective: 35.7,
    ...fields,
  };
}

function area(name: string): SpotArea {
  return {
    area: name,
    stratum: '',
    role: 'drawn',
    order: 1,
    state: 'counted',
    households: { visited: 26, answered: 25, notMet: 1, refused: 0, open: 0 },
    persons: { listed: 52, match: 47, differs: 2, notFound: 1, notMet: 2, refused: 0, open: 0, added: 1 },
  };
}

/** The example as a spot audit of areas with such names. */
function spotted(names: readonly string[], lang: Lang = 'zh'): AuditResult {
  const [text = ''] = names;
  return {
    ...exampleResult(lang),
    spot: {
      draw: {
        code: '0123abcd',
        seed: text,
        round: text,
        areaKind: 'community',
        unitKind: 'household',
        frameAreas: 12,
        frameUnits: 3_400,
        drawnAreas: names.length,
      },
      confidence: 95,
      areas: names.map(area),
      rates: [
        rate(''),
        rate('', {
          rate: 'omission_rate',
          subject: 'person',
          total: { value: 1_234, low: 400, high: 2_900 },
        }),
        rate('', { rate: 'verification_factor', subject: 'person', point: text, interval: [0.95, 1.031] }),
        rate('', { subject: 'certificate_seen', point: '', numerator: 2, denominator: 9, small: true }),
        ...names.map((name) => rate(name)),
      ],
      verdicts: [
        {
          area: '',
          point: 'card',
          target: 95,
          n: 36,
          errors: 3,
          allowed: 4,
          verdict: 'met',
          rejectGood: 0.03,
          passes: 77,
        },
        {
          area: text,
          point: text,
          target: 95,
          n: 9,
          errors: 0,
          allowed: 1,
          verdict: 'too-few',
          rejectGood: 0.01,
          passes: 60,
        },
      ],
      notes: [
        { code: 'not-returned', count: 1, detail: text },
        { code: 'from-a-later-version', count: 2 },
      ],
    },
  };
}

async function textOf(format: (typeof FORMATS)[number], result: AuditResult, width = 80): Promise<string> {
  const rendered = await render(format, result, { ...OPTIONS, width });
  return rendered.kind === 'text' ? [...rendered.chunks].join('') : '';
}

describe('a spot audit in the reports', () => {
  it.each([
    [
      'table',
      'zh',
      ['现场核查', '登记准确率', '47/50', '84.0–97.5', '83.1–98.2', '2/9*', '≈1,234', '达标', '样本不足'],
    ],
    ['table', 'en', ['Spot audit', 'record: right', '95% CI', 'met', 'too few', 'from-a-later-version']],
    ['md', 'zh', ['## 现场核查', '### 应答情况', '84.0–97.5', '### 分区域结果']],
    ['html', 'zh', ['id="spot"', '应答 / 应访', '50 / 52', '84.0–97.5']],
    ['json', 'zh', ['"spot": {', '"clopperPearson": [']],
  ] as const)('%s in %s', async (format, lang, words) => {
    const text = await textOf(format, spotted(['朝阳社区', '红旗社区'], lang));
    for (const word of words) expect(text).toContain(word);
  });

  it('comes back from JSON as it was', async () => {
    const result = spotted(['朝阳社区']);
    const parsed = parseResult(await textOf('json', result));
    expect('result' in parsed && parsed.result.spot).toEqual(result.spot);
  });

  it('keeps its keys in the order of the contract when it is read back', async () => {
    const whole = spotted(['朝阳社区']);
    const rates = whole.spot?.rates.filter(({ interval }) => interval === undefined);
    const result = { ...whole, spot: { ...whole.spot, rates } } as AuditResult;
    const parsed = parseResult(await textOf('json', result));
    expect('result' in parsed && JSON.stringify(parsed.result.spot)).toBe(JSON.stringify(result.spot));
  });

  it('takes the place of the three points, which the door says nothing about', async () => {
    expect(await textOf('table', spotted(['朝阳社区']))).not.toContain('三点一线\n');
  });

  it.each([72, 80, 120])('is no wider than %i columns', async (width) => {
    for (const lang of ['zh', 'en'] as const) {
      const text = await textOf(
        'table',
        spotted(['一个名字特别特别特别特别特别长的社区', '红旗社区'], lang),
        width,
      );
      for (const line of text.split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(width);
    }
  });

  it('has a sheet of its own, on which counts are numbers', async () => {
    const rendered = await render('xlsx', spotted(['朝阳社区', '红旗社区']), { ...OPTIONS, width: 80 });
    const sheets = rendered.kind === 'workbook' ? [...rendered.sheets] : [];
    const sheet = sheets.find(({ name }) => name === '现场核查');
    const rows: unknown[] = [];
    for await (const row of sheet?.rows ?? []) rows.push('cells' in row ? row.cells : row);
    expect(rows).toContainEqual(['朝阳社区', '计入', 26, 25, 47, 2, 1, 2, 0, 0, 1]);
  });

  it.each(HOSTILE)('lets no text steer: %j', async (text) => {
    const result = spotted([text, '红旗社区']);
    for (const format of FORMATS) {
      if (format === 'xlsx' || format === 'docx') await render(format, result, { ...OPTIONS, width: 80 });
      else expect(STEERING.exec((await textOf(format, result)).replace(/^\ufeff/, '')), format).toBeNull();
    }
    expect(await textOf('html', result)).not.toContain('<script>alert');
    expect(await textOf('md', result)).not.toContain('<script>alert');
  });
});
