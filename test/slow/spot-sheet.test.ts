import { mkdtempSync, rmSync } from 'node:fs';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { headOfWorkbook } from '../../src/ingest/read/xlsx.js';
import type { DoorHousehold } from '../../src/simulate/door.js';
import type { AreaTruth } from '../../src/simulate/field-truth.js';
import { type FilledSheet, readFilled } from '../../src/spot/score/answers.js';
import { run } from '../cli/fake.js';

const base = mkdtempSync(path.join(tmpdir(), 'plumbline-test-sheet-'));
afterAll(() => rmSync(base, { recursive: true }));
const at = (...names: string[]) => path.join(base, ...names);

/** Invents a district, draws households of two communities, makes their sheets and fills them in. */
async function roundTrip(name: string): Promise<void> {
  const size = ['--people', '400', '--communities', '2', '--seed', '5', '--format', 'csv'];
  await run(['simulate', at(name), ...size, '--field']);
  const sizes = ['--households', '20', '--reserves', '12', '--stratify', 'none', '--round', '第一轮'];
  await run([
    'spot',
    'draw',
    at(name, 'data'),
    '--seed',
    '3 1 4',
    ...sizes,
    '--out',
    at(`${name}.json`),
    '--quiet',
  ]);
  await makeSheets(name, 'sheets', ['--reveal']);
  await run([
    'simulate',
    at(name),
    '--field',
    at(`${name}.json`),
    '--sheets',
    at(`${name}-sheets`),
    ...CLOSED,
  ]);
}

const CLOSED = ['--not-met', '0.15', '--refused', '0.1'];

const makeSheets = (name: string, folder: string, more: string[] = []) =>
  run([
    'spot',
    'sheet',
    at(`${name}.json`),
    at(name, 'data'),
    '--out',
    at(`${name}-${folder}`),
    '--period',
    '2023',
    ...more,
  ]);

async function sheetsIn(folder: string): Promise<FilledSheet[]> {
  const names = (await readdir(at(folder))).filter((name) => !/-(brief|核对提示)\.xlsx$/.test(name)).sort();
  const found = await Promise.all(
    names.map(async (name) => {
      const { sheets } = await headOfWorkbook(at(folder, name), 1000);
      return sheets.flatMap((sheet) => readFilled({ path: name, sheet: sheet.name, rows: sheet.rows }) ?? []);
    }),
  );
  return found.flat();
}

async function truthOf(name: string): Promise<AreaTruth[]> {
  const { code } = JSON.parse(await readFile(at(`${name}.json`), 'utf8'));
  return JSON.parse(await readFile(at(name, `field-${code}.json`), 'utf8')).areas;
}

async function doorsOf(name: string): Promise<DoorHousehold[]> {
  const lines = (await readFile(at(name, 'door.jsonl'), 'utf8')).trim().split('\n');
  return lines.map((line) => JSON.parse(line));
}

beforeAll(async () => {
  await roundTrip('clean');
});

describe('plumbline spot sheet', () => {
  test('writes a sheet and a brief an area, and says what to mind', async () => {
    const { code, out, err } = await makeSheets('clean', 'masked');
    const names = (await readdir(at('clean-masked'))).sort();
    expect(code).toBe(0);
    expect(names).toEqual(
      ['01', '02'].flatMap((order) => [
        expect.stringMatching(`^[0-9a-f]{8}-${order}-.*-核对提示\\.xlsx$`),
        expect.stringMatching(`^[0-9a-f]{8}-${order}-.*社区\\.xlsx$`),
      ]),
    );
    expect(out.trim().split('\n')).toHaveLength(4);
    expect(err).toContain('--reveal');
  });

  test('masks names unless asked, and never shows an answer', async () => {
    const [masked] = await sheetsIn('clean-masked');
    const { sheets } = await headOfWorkbook(at('clean-masked', masked?.path ?? ''), 200);
    const [named] = sheets.map(({ rows }) =>
      rows.filter((row) => /^\d+$/.test(String(row[0]))).map((row) => row[4]),
    );
    expect(named?.length).toBeGreaterThan(30);
    expect(named?.every((name) => /^.\*$/u.test(String(name)))).toBe(true);
    const people = (await doorsOf('clean')).flatMap((door) => door.people);
    const text = sheets.flatMap(({ rows }) => rows.flat()).join(' ');
    for (const { birth } of people) expect(text).not.toContain(birth);
  });

  test.each([
    ['a file in the way', 'clean-sheets', 'exists'],
    ['a folder that is audited', 'clean/data/x', 'audited'],
  ])('refuses %s, and writes nothing', async (_, folder, word) => {
    const before = await readdir(at('clean-sheets'));
    const argv = [
      'spot',
      'sheet',
      at('clean.json'),
      at('clean', 'data'),
      '--out',
      at(folder),
      '--lang',
      'en',
    ];
    const { code, err } = await run([...argv, '--period', '2023']);
    expect(code).toBe(2);
    expect(err).toContain(word);
    expect(await readdir(at('clean-sheets'))).toEqual(before);
  });

  test('refuses ledgers with other households than those drawn from', async () => {
    await cp(at('clean'), at('changed'), { recursive: true });
    const [cards] = (await readdir(at('changed', 'data', '户卡'))).filter((name) =>
      name.includes('家庭户卡'),
    );
    const file = at('changed', 'data', '户卡', cards ?? '');
    const lines = (await readFile(file, 'utf8')).split('\n');
    await writeFile(file, lines.filter((line) => !line.includes('-0003,')).join('\n'));
    const argv = [
      'spot',
      'sheet',
      at('clean.json'),
      at('changed', 'data'),
      '--out',
      at('other'),
      '--lang',
      'en',
    ];
    const { code, err } = await run(argv);
    expect(code).toBe(2);
    expect(err).toMatch(/not those of the draw.*--verify/);
  });
});

describe('plumbline simulate --field', () => {
  test('answers for everybody listed in the households it visited, and for nobody else', async () => {
    const sheets = await sheetsIn('clean-sheets');
    const [truth] = [await truthOf('clean')];
    const answers = sheets.flatMap((sheet) => sheet.answers);
    const outcomes = (...kinds: string[]) =>
      answers.filter(({ no, outcome }) => no !== null && kinds.includes(outcome ?? '')).length;
    const sum = (count: (area: AreaTruth) => number) => truth.reduce((total, area) => total + count(area), 0);
    expect(outcomes('match', 'differs')).toBe(sum(({ people }) => people.found));
    expect(outcomes('not-found')).toBe(sum(({ people }) => people.notFound));
    expect(answers.filter(({ no }) => no === null)).toHaveLength(sum(({ people }) => people.added));
    expect(outcomes('not-met')).toBeGreaterThan(0);
    expect(outcomes('refused')).toBeGreaterThan(0);
    expect(sheets.flatMap(({ unknown }) => unknown)).toEqual([]);
  });

  test('turns to reserves in their order, until as many have answered as were drawn', async () => {
    for (const { households } of await truthOf('clean')) {
      const { drawn, answered, notMet, refused, reserves } = households;
      expect(notMet + refused).toBeGreaterThan(0);
      expect(answered + notMet + refused).toBe(drawn + reserves);
      expect(answered).toBe(drawn);
    }
  });

  test('writes what is true, whatever the ledgers say', async () => {
    const doors = new Map((await doorsOf('clean')).map((door) => [door.household, door.people]));
    const sheets = await sheetsIn('clean-sheets');
    for (const { path: file, sheet } of sheets) {
      const { sheets: all } = await headOfWorkbook(at('clean-sheets', file), 1000);
      const rows = all.find(({ name }) => name === sheet)?.rows ?? [];
      for (const [no, , household, , name, outcome, renamed, sex, birth] of rows) {
        if (!/^\d+$/.test(String(no)) || outcome !== '符合') continue;
        const person = doors
          .get(String(household))
          ?.find((one) => one.name === (renamed ?? name) && one.birth === birth);
        expect(person).toMatchObject({ sex });
      }
    }
  });

  test('knows that nothing is wrong where no fault was planted', async () => {
    for (const { people, points } of await truthOf('clean')) {
      expect(people).toMatchObject({ notFound: 0, added: 0 });
      for (const truth of Object.values(points).flatMap((registers) => Object.values(registers))) {
        expect(truth).toMatchObject({ refuted: 0, omitted: 0 });
        expect(Object.values(truth.items).every(({ wrong }) => wrong === 0)).toBe(true);
      }
      expect(points.card?.women?.expected).toBeGreaterThan(0);
    }
  });

  test.each([
    ['no folder of sheets', ['--field', 'clean.json'], 'Give|give both'],
    ['no sheets of this draw', ['--field', 'clean.json', '--sheets', '.'], 'no sheet'],
    [
      'a folder that is no district',
      ['--field', 'clean.json', '--sheets', 'clean-sheets'],
      'no invented district',
    ],
  ])('says so: %s', async (what, options, message) => {
    const folder = what.includes('no district') ? base : at('clean');
    const argv = options.map((word) => (word.startsWith('--') ? word : at(word)));
    const { code, err } = await run(['simulate', folder, ...argv, '--lang', 'en']);
    expect(code).toBe(2);
    expect(err).toMatch(new RegExp(message));
  });
});
