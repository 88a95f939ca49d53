import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditOnce } from '../audit-once.js';
import { run } from './fake.js';

const PUBLISHED = fileURLToPath(new URL('../../samples/published', import.meta.url));

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-rates-'));
  const rows = ['一季度', '二季度', '三季度', '四季度'].map(
    (quarter, n) => `甲社区,2023年${quarter},出生人数,${n + 3},人`,
  );
  const year = [
    '甲社区,2023年,出生人数,18,人',
    '甲社区,2023年,育龄妇女人数,300,人',
    '甲社区,2023年,育龄妇女生育率,60.00,‰',
  ];
  await writeFile(
    join(folder, '统计报表.csv'),
    ['地区,期间,指标,数值,单位', ...rows, ...year, ''].join('\n'),
  );
  await writeFile(join(folder, 'targets.yaml'), 'targets: [{ indicator: births, at_most: 15 }]\n');
});
afterAll(() => rm(folder, { recursive: true }));

describe('plumbline rates', () => {
  it('shows the published figures and what is wrong with them', async () => {
    const { code, out } = await run(['rates', PUBLISHED], auditOnce);
    expect(code).toBe(1);
    expect(out).toMatch(/出生率 +5\.7 +4\.03 +\+1\.67 +41\.59 +不符/);
    expect(out).toMatch(/查出问题人数 +328 +225 +\+103/);
    expect(out).toContain('district-a.csv:D7');
    expect(out).not.toMatch(/NaN|Infinity|undefined/);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('cuts no name of an indicator in English', async () => {
    const { out } = await run(['rates', 'samples/yunxi', '--lang', 'en'], auditOnce);
    expect(out).toMatch(/^Natural increase +14\.76 .*\nrate\n/m);
    for (const line of out.split('\n').filter((one) => /(agrees|explained)$/.test(one)))
      expect(line).not.toContain('…');
  });

  it('answers in English, in JSON and in CSV', async () => {
    expect((await run(['rates', PUBLISHED, '--lang', 'en'], auditOnce)).out).toMatch(
      /Birth rate +5\.7 +4\.03/,
    );
    const json = JSON.parse((await run(['rates', PUBLISHED, '--format', 'json'], auditOnce)).out);
    expect(json.indicators).toContainEqual(
      expect.objectContaining({
        code: 'birth_rate',
        reported: 5.7,
        recomputed: 4.03,
        verdict: 'differs',
        note: 'end-alone',
      }),
    );
    const csv = (await run(['rates', PUBLISHED, '--format', 'csv', '--indicator', 'birth_rate'], auditOnce))
      .out;
    expect(csv.split('\r\n')).toHaveLength(3);
    expect(csv).toContain('朝阳区,本年,birth_rate,出生率,‰,5.7,4.03,+1.67,41.59,352,87440,differs,');
  });

  it('shows quarters as a series, and the year without them', async () => {
    const quarters = await run(['rates', folder, '--every', 'quarter', '--indicator', '出生人数'], auditOnce);
    expect(quarters.out).toMatch(/2023年一季度 +3 .*▁▃▆█/);
    expect(quarters.out).not.toContain('2023年 ');
    const year = await run(['rates', folder], auditOnce);
    expect(year.code).toBe(0);
    expect(year.out).not.toContain('季度');
  });

  it('shows half-years where nothing longer is reported, and as a series', async () => {
    const rows = ['2023上半年,出生人数,10', '2023下半年,出生人数,12', '2023上半年,男性出生,6'];
    const halves = await mkdtemp(join(tmpdir(), 'plumbline-halves-'));
    await writeFile(
      join(halves, '统计报表.csv'),
      ['地区,期间,指标,数值', ...rows.map((row) => `甲社区,${row}`), ''].join('\n'),
    );
    const alone = await run(['rates', halves]);
    expect(alone.out).toMatch(/2023上半年[\s\S]*出生人数 +10[\s\S]*2023下半年[\s\S]*出生人数 +12/);
    const series = await run(['rates', halves, '--every', 'half', '--indicator', 'births']);
    expect(series.out).toMatch(/2023上半年 +10[\s\S]*2023下半年 +12/);
    await rm(halves, { recursive: true });
  });

  it('marks right figures that one wrong figure explains', async () => {
    const figures = [
      ['期初总人口', '1000'],
      ['期末总人口', '1400'],
      ['出生人数', '10'],
      ['死亡人数', '5'],
      ['迁入人数', '2'],
      ['迁出人数', '3'],
      ['出生率', '9.98'],
      ['死亡率', '4.99'],
      ['自然增长率', '4.99'],
    ];
    const wrong = await mkdtemp(join(tmpdir(), 'plumbline-explained-'));
    const rows = figures.map(([name, value]) => `甲社区,2023,${name},${value}`);
    await writeFile(join(wrong, '统计报表.csv'), ['地区,期间,指标,数值', ...rows, ''].join('\n'));
    const { indicators } = JSON.parse((await run(['rates', wrong, '--format', 'json'])).out);
    const codes = (verdict: string) =>
      indicators.flatMap((row: { code: string; verdict: string }) =>
        row.verdict === verdict ? row.code : [],
      );
    expect(codes('differs')).toEqual(['population_end']);
    expect(codes('explained').sort()).toEqual(['birth_rate', 'death_rate', 'natural_increase_rate']);
    await rm(wrong, { recursive: true });
  });

  it('holds figures against targets', async () => {
    const { code, out } = await run(['rates', folder, '--targets', join(folder, 'targets.yaml')], auditOnce);
    expect(code).toBe(0);
    expect(out).toMatch(/出生人数 +18 .*未达/);
    expect(out).toContain('totals/target-missed');
  });

  it.each([
    [['--by', 'village'], 'community street district'],
    [['--targets', 'nowhere.yaml'], 'nowhere.yaml'],
  ])('refuses %j', async (words, named) => {
    const { code, err } = await run(['rates', folder, ...words], auditOnce);
    expect(code).toBe(2);
    expect(err).toContain(named);
  });
});
