import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditResult } from '../../src/model/result.js';
import type { SpotRate } from '../../src/model/spot-result.js';
import type { AreaTruth } from '../../src/simulate/field-truth.js';
import { type Run, run } from '../cli/fake.js';

/** A whole spot audit of an invented district whose truth is known: drawn, carried, filled in, scored. */
let folder = '';
let sheets = '';
let truth: { areas: AreaTruth[] };
let result: AuditResult;

const at = (...names: string[]) => join(folder, ...names);
const spot = (...argv: string[]) => run(['spot', ...argv]);
const score = (...argv: string[]) => spot('score', at('draw.json'), at('district'), ...argv, '--quiet');
const done = async (given: Promise<Run>) => {
  const { code, err } = await given;
  expect(code, err).toBe(0);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-test-score-'));
  sheets = at('sheets');
  const size = [
    '--people',
    '1500',
    '--communities',
    '3',
    '--faults',
    '0.3',
    '--seed',
    '5',
    '--format',
    'csv',
  ];
  await done(run(['simulate', at('district'), ...size, '--field']));
  const units = ['--areas', '2', '--households', '50', '--reserves', '12'];
  await done(spot('draw', at('district'), '--seed', '骰子 3 1 4 1 5', ...units, '--out', at('draw.json')));
  await done(spot('sheet', at('draw.json'), at('district'), '--out', sheets, '--reveal'));
  await cp(sheets, at('blank'), { recursive: true });
  await done(run(['simulate', at('district'), '--field', at('draw.json'), '--sheets', sheets]));
  const name = (await readdir(at('district'))).find((file) => file.startsWith('field-')) ?? '';
  truth = JSON.parse(await readFile(at('district', name), 'utf8'));
  const { out, err } = await score('--sheets', sheets, '--format', 'json', '--target', '95');
  expect(err).toBe('');
  result = JSON.parse(out);
});
afterAll(() => rm(folder, { recursive: true }));

/** The workbooks to fill in, by name. */
async function workbooks(from: string): Promise<string[]> {
  return (await readdir(from)).filter((name) => !name.includes('核对提示')).sort();
}

/** A copy of a folder of sheets, the first of them changed. */
async function changed(
  name: string,
  change: (sheet: exceljs.Worksheet) => void,
  from = sheets,
): Promise<string> {
  await cp(from, at(name), { recursive: true });
  const [first = ''] = await workbooks(at(name));
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(at(name, first));
  for (const sheet of workbook.worksheets.slice(0, 1)) change(sheet);
  await workbook.xlsx.writeFile(at(name, first));
  return at(name);
}

function rateOf(subject: string, rate: SpotRate['rate'], point: string): number[] {
  const found = result.spot?.rates.find(
    (one) => one.area === '' && one.subject === subject && one.rate === rate && one.point === point,
  );
  return found ? [found.numerator, found.denominator] : [];
}

/** What the truth says, over all areas. */
function known(
  point: string,
  register: string,
  numerator: 'refuted' | 'omitted',
  denominator: 'claims' | 'expected',
) {
  const parts = truth.areas.flatMap(({ points }) => points[point]?.[register] ?? []);
  return [numerator, denominator].map((key) => parts.reduce((sum, part) => sum + part[key], 0));
}

describe('the score of a district whose truth is known', () => {
  it('finds everybody who is not there, and everybody who is omitted', () => {
    const notFound = truth.areas.reduce((sum, { people }) => sum + people.notFound, 0);
    expect(notFound).toBeGreaterThan(0);
    expect(result.findings.filter(({ rule }) => rule === 'field/not-found')).toHaveLength(notFound);
    // A claim that another household makes of the same person is checked there.
    const [refuted = 0, claims = 0] = known('card', 'households', 'refuted', 'claims');
    const [found = 0, checked = 0] = rateOf('person', 'false_report_rate', 'card');
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThanOrEqual(refuted);
    expect(checked).toBeLessThanOrEqual(claims);
    const omitted = known('card', 'households', 'omitted', 'expected');
    expect(rateOf('person', 'omission_rate', 'card')).toEqual(omitted);
    for (const point of ['ledger', 'system']) {
      const women = known(point, 'women', 'omitted', 'expected')[0];
      expect(rateOf('enrolment', 'omission_rate', point)[0], point).toBe(women);
    }
  });

  it('finds the wrong cells of the card, of everybody who was seen', () => {
    for (const item of ['sex', 'birth_date']) {
      const parts = truth.areas.flatMap(({ points }) => points.card?.households?.items[item] ?? []);
      const wrong = parts.reduce((sum, part) => sum + part.wrong, 0);
      const [right = 0, checked = 0] = rateOf(item, 'accuracy', 'card');
      expect(checked).toBe(rateOf('person', 'omission_rate', 'card')[1]);
      expect(checked - right, item).toBe(wrong);
    }
  });

  it('tells who was not met and who refused from who is not there', () => {
    const areas = result.spot?.areas.filter(({ state }) => state === 'counted') ?? [];
    expect(
      areas.map(({ households }) => [households.answered, households.notMet, households.refused]),
    ).toEqual(
      truth.areas.map(({ households }) => [households.answered, households.notMet, households.refused]),
    );
    const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
    expect(sum(areas.map(({ persons }) => persons.notFound))).toBe(
      sum(truth.areas.map(({ people }) => people.notFound)),
    );
    expect(sum(areas.map(({ households }) => households.notMet + households.refused))).toBeGreaterThan(0);
  });

  it('names differences by the cells of the sheets', async () => {
    const names = await workbooks(sheets);
    const places = result.findings.flatMap(({ records }) => records.filter(({ point }) => point === 'field'));
    expect(places.length).toBeGreaterThan(0);
    expect(places.every(({ path, sheet, row }) => names.includes(path) && sheet && row > 4)).toBe(true);
    const differing = result.findings.find(({ rule }) => rule === 'field/differs');
    expect(differing?.records[0]?.cells[0]).toMatch(/^[H-M]\d+$/);
    expect(result.findings.every(({ rule }) => !/^(identity|coverage|totals|pattern)\//.test(rule))).toBe(
      true,
    );
  });

  it('gives intervals that hold the estimate, and a verdict for each point', () => {
    for (const { estimate = 0, wilson, clopperPearson } of result.spot?.rates ?? []) {
      for (const [low, high] of [wilson, clopperPearson].filter((one) => one !== undefined)) {
        expect(low).toBeLessThanOrEqual(estimate);
        expect(high).toBeGreaterThanOrEqual(estimate);
      }
    }
    const verdicts = result.spot?.verdicts.filter(({ area }) => area === '') ?? [];
    expect(verdicts.map(({ point }) => point)).toEqual(['card', 'ledger', 'system']);
  });

  it('is the same bytes for the same sheets, wherever they lie', async () => {
    await cp(sheets, at('elsewhere'), { recursive: true });
    const { out } = await score('--sheets', at('elsewhere'), '--format', 'json', '--target', '95');
    expect(JSON.parse(out)).toEqual(result);
  });
});

describe('every report', () => {
  let file = '';
  beforeAll(async () => {
    file = at('score.json');
    expect((await score('--sheets', sheets, '--format', 'json', '--out', file)).code).toBe(1);
  });

  it.each(['table', 'md', 'csv', 'junit', 'sarif', 'html'])('%s shows the spot audit', async (format) => {
    const { out } = await run(['report', file, '--format', format]);
    expect(out).toContain(['csv', 'junit', 'sarif'].includes(format) ? 'field/differs' : '95%区间');
  });

  it.each(['xlsx', 'docx'])('%s is written', async (format) => {
    const book = at(`score.${format}`);
    await run(['report', file, '--format', format, '--out', book, '--quiet']);
    expect((await stat(book)).size).toBeGreaterThan(5_000);
    if (format === 'docx') return;
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(book);
    expect(workbook.worksheets.map(({ name }) => name)).toContain('现场核查');
  });

  it('is there in the other language, its own rules among it', async () => {
    const { out } = await run(['--lang', 'en', 'report', file]);
    expect(out).toContain('Differs from the door');
    expect(out).toContain('95% CI');
    expect(await run(['explain', 'field/differs'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('SELECT'),
    });
  });

  it('masks names unless they are asked for', async () => {
    expect(JSON.stringify(result.findings)).toMatch(/[\u4e00-\u9fff]\*：登记与入户核查不符/);
    const { out } = await score('--sheets', sheets, '--format', 'json', '--reveal');
    expect(out).not.toMatch(/[\u4e00-\u9fff]\*：登记与入户核查不符/);
  });
});

describe('sheets that are not as they should be', () => {
  it.each([
    ['of another draw', 'C2', 'ffffffff', /另一次抽样 ffffffff/],
    ['of another list', 'O2', '00000000', /名单（.*校验 00000000）/],
  ])('%s are refused by name', async (_, cell, value, sentence) => {
    const from = await changed(`refused-${cell}`, (sheet) => {
      sheet.getCell(cell).value = value;
    });
    const { code, err } = await score('--sheets', from);
    expect(code).toBe(2);
    expect(err).toMatch(sentence);
  });

  it('with different answers for one area are refused, both named', async () => {
    const other = await changed('other', (sheet) => {
      sheet.getCell('F5').value = '查无此人';
    });
    const { code, err } = await score('--sheets', sheets, '--sheets', other);
    expect(code).toBe(2);
    expect(err).toMatch(/两张填写不同的核查表：sheets\/.* 和 other\//);
  });

  it('that never came back, unknown words and rows without an outcome are said', async () => {
    const from = await changed('partly', (sheet) => {
      sheet.getCell('F5').value = '在打工';
      sheet.getCell('F6').value = null;
      sheet.getCell('F7').value = '符合';
      sheet.getCell('I7').value = '去年春天';
    });
    const [, second = ''] = await workbooks(from);
    await rm(join(from, second));
    const { out } = await score('--sheets', from);
    expect(out).toMatch(/1 个抽中区域没有收回核查表/);
    expect(out).toMatch(/抽中户中有 2 行没有填结果/);
    expect(out).toMatch(/1 个单元格的内容不在下拉选项中，没有采用：[^。]*入户核查表\s› F5 “在打工”/);
    expect(out.match(/I7 出生日期/g)).toHaveLength(1);
  });

  it('that are blank are no answer, and nothing is estimated from them', async () => {
    const { code, out } = await score('--sheets', at('blank'), '--format', 'json');
    expect(code).toBe(0);
    const { spot: blank, findings } = JSON.parse(out) as AuditResult;
    expect(blank?.rates).toEqual([]);
    expect(findings).toEqual([]);
    expect(blank?.areas.every(({ state }) => state === 'not-returned')).toBe(true);
  });

  it('are asked for where there are none', async () => {
    await mkdir(at('empty'));
    expect(await score('--sheets', at('empty'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('没有核查表'),
    });
    expect(await score()).toMatchObject({ code: 2, err: expect.stringContaining('--sheets') });
    const bad = await score('--sheets', sheets, '--target', '0.95');
    expect(bad).toMatchObject({ code: 2, err: expect.stringContaining('--target') });
  });
});
