import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { headOfWorkbook } from '../../src/ingest/read/xlsx.js';
import type { DoorHousehold } from '../../src/simulate/door.js';
import type { AreaTruth } from '../../src/simulate/field-truth.js';
import type { Truth } from '../../src/simulate/truth.js';
import { run } from '../cli/fake.js';

/** Everybody of a faulty district is visited: what the doors show is then what was planted. */
const base = mkdtempSync(path.join(tmpdir(), 'plumbline-slow-field-'));
afterAll(() => rmSync(base, { recursive: true }));
const at = (...names: string[]) => path.join(base, ...names);

let areas: AreaTruth[] = [];
let planted: Truth;
let doors: DoorHousehold[] = [];
beforeAll(async () => {
  const size = [
    '--people',
    '3000',
    '--communities',
    '3',
    '--seed',
    '11',
    '--faults',
    '0.2',
    '--format',
    'csv',
  ];
  await run(['simulate', at('w'), ...size, '--field']);
  await run([
    'spot',
    'draw',
    at('w', 'data'),
    '--seed',
    '2 7 1',
    '--stratify',
    'none',
    '--out',
    at('d.json'),
    '--quiet',
  ]);
  await run([
    'spot',
    'sheet',
    at('d.json'),
    at('w', 'data'),
    '--out',
    at('s'),
    '--reveal',
    '--period',
    '2023',
  ]);
  await run([
    'simulate',
    at('w'),
    '--field',
    at('d.json'),
    '--sheets',
    at('s'),
    '--not-met',
    '0',
    '--refused',
    '0',
  ]);
  const { code } = JSON.parse(await readFile(at('d.json'), 'utf8'));
  areas = JSON.parse(await readFile(at('w', `field-${code}.json`), 'utf8')).areas;
  planted = JSON.parse(await readFile(at('w', 'truth.json'), 'utf8'));
  const lines = (await readFile(at('w', 'door.jsonl'), 'utf8')).trim().split('\n');
  doors = lines.map((line) => JSON.parse(line));
}, 600_000);

const faults = (kind: string, point: string, register: string) =>
  planted.faults.filter((one) => one.kind === kind && one.point === point && one.register === register);
const sum = (count: (area: AreaTruth) => number) => areas.reduce((total, area) => total + count(area), 0);

describe('the truth at the doors of a whole district', () => {
  test('every household answers, and everybody is met', () => {
    const homes = doors.filter(({ household }) => household !== null);
    expect(sum(({ households }) => households.answered)).toBe(homes.length);
    const people = homes.reduce((total, home) => total + home.people.length, 0);
    expect(sum((area) => area.people.found + area.people.added)).toBeGreaterThanOrEqual(people);
  });

  test.each(['card', 'ledger', 'system'])(
    'women whom %s lacks are those whom the simulator took out',
    (point) => {
      const omitted = faults('enrolment/omitted', point, 'women');
      expect(omitted.length).toBeGreaterThan(0);
      expect(sum(({ points }) => points[point]?.women?.omitted ?? 0)).toBe(omitted.length);
    },
  );

  test.each(['ledger', 'system'])(
    'births that %s lacks are at least those that the simulator took out',
    (point) => {
      const omitted = faults('birth/omitted', point, 'births').filter(({ unconfirmed }) => !unconfirmed);
      expect(sum(({ points }) => points[point]?.births?.omitted ?? 0)).toBeGreaterThanOrEqual(
        omitted.length > 0 ? 1 : 0,
      );
    },
  );

  test('children whom one point alone claims, and who were never born, are refuted', () => {
    const alone = planted.faults.filter(({ kind, unconfirmed }) => kind === 'birth/omitted' && unconfirmed);
    expect(alone.length).toBeGreaterThan(0);
    const refuted = ['ledger', 'system'].map((point) =>
      sum(({ points }) => points[point]?.births?.refuted ?? 0),
    );
    expect(refuted.reduce((total, count) => total + count)).toBe(alone.length);
  });

  test('cells that the simulator changed are wrong', () => {
    const changed = planted.faults.filter(
      ({ kind, columns }) => kind === 'enrolment/mismatched' && columns?.includes('children_count'),
    );
    const wrong = ['card', 'ledger', 'system'].map((point) =>
      sum(({ points }) => points[point]?.women?.items.children_count?.wrong ?? 0),
    );
    expect(changed.length).toBeGreaterThan(0);
    expect(wrong.reduce((total, count) => total + count)).toBeGreaterThanOrEqual(changed.length);
  });

  test('briefs say where to look, and name nobody', async () => {
    const names = (await readdir(at('s'))).filter((name) => /-(brief|核对提示)\.xlsx$/.test(name));
    const briefs = await Promise.all(names.map((name) => headOfWorkbook(at('s', name), 5000)));
    const text = briefs.flatMap(({ sheets }) => sheets.flatMap(({ rows }) => rows.flat())).join('\n');
    expect(text).toContain('一律不计入抽样估计');
    expect(text).toMatch(/只有这一个数据点有记录/);
    expect(text).not.toMatch(/政策|社会抚养费|征收/);
    for (const { name } of doors.flatMap(({ people }) => people)) expect(text.includes(name)).toBe(false);
  });

  test('sheets are filled in the same twice, and door.jsonl is not needed to do so', async () => {
    const fill = (folder: string) =>
      run([
        'simulate',
        at('w'),
        '--field',
        at('d.json'),
        '--sheets',
        at(folder),
        '--not-met',
        '0',
        '--refused',
        '0',
      ]);
    await run([
      'spot',
      'sheet',
      at('d.json'),
      at('w', 'data'),
      '--out',
      at('t'),
      '--reveal',
      '--period',
      '2023',
    ]);
    await rm(at('w', 'door.jsonl'));
    expect((await fill('t')).code).toBe(0);
    for (const name of await readdir(at('s'))) {
      expect(await readFile(at('t', name))).toEqual(await readFile(at('s', name)));
    }
  }, 600_000);
});
