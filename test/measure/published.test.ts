import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AuditResult } from '../../src/model/result.js';
import { asked } from '../asked.js';
import { auditOnce } from '../audit-once.js';

const run = (folder: string, period?: string): Promise<AuditResult> =>
  auditOnce(
    asked(fileURLToPath(new URL(`../../${folder}`, import.meta.url)), {
      period,
      asOf: period && `${period}-12-31`,
    }),
  );

describe('samples/published', () => {
  let result: AuditResult;
  beforeAll(async () => {
    result = await run('samples/published');
  });

  it('finds what a careful person finds by hand, and nothing else', () => {
    expect(
      result.findings.map(({ rule, severity, records: [place] }) => `${rule} ${severity} ${place?.path}`),
    ).toEqual([
      'totals/balance-differs notice district-b.csv',
      'totals/parts-differ error health-d.csv',
      'totals/rate-differs error district-a.csv',
      'totals/rate-truncated notice district-b.csv',
    ]);
  });

  it('says what was recomputed, and why it may have been printed so', () => {
    const [moves, parts, rate, cut] = result.findings.map(({ evidence }) => evidence);
    expect(moves).toMatchObject({ detail: 'implied-migration', resembles: '-593' });
    expect(parts?.equation).toMatch(/= 225 ≠ 查出问题人数 328/);
    expect(rate).toMatchObject({ printed: '5.7', detail: 'other-value', resembles: '上年 自然增长率' });
    expect(rate?.equation).toMatch(/= 4\.03 ≠ 出生率 5\.7/);
    expect(cut).toMatchObject({ printed: '0.51', recomputed: '0.52' });
  });

  it('keeps an unknown indicator with a note', () => {
    const notes = result.run.inputs.flatMap(({ path, notes: all }) =>
      all.map(({ detail }) => `${path} ${detail}`),
    );
    expect(notes).toContain('district-b.csv 流动人口');
    expect(result.indicators).toContainEqual(expect.objectContaining({ code: '流动人口', reported: 739 }));
  });
});

describe.each(['plain', 'messy'])('the figures of the %s world', (world) => {
  it('are what its registers show, all of them', async () => {
    const { indicators } = await run(`test/worlds/${world}`, '2023');
    const verdicts = new Set(indicators.map(({ verdict }) => verdict));
    expect(verdicts).toEqual(new Set(['agrees', 'not-reported', 'not-checked']));
    const recounted = indicators.filter(
      ({ recomputed, reported }) => recomputed !== undefined && reported !== undefined,
    );
    expect(recounted.length).toBeGreaterThan(600);
  });
});
