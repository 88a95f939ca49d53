import { readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { definePeriod } from '../../../src/audit/period.js';
import { DEFAULT_CONFIG } from '../../../src/config/defaults.js';
import { gather } from '../../../src/ingest/gather.js';
import { match } from '../../../src/match/match.js';
import type { Draw, DrawnArea } from '../../../src/model/draw.js';
import type { DoorHousehold } from '../../../src/simulate/door.js';
import { type AreaList, listPeople } from '../../../src/spot/sheet/people.js';
import { openStore } from '../../../src/store/open.js';
import type { Store } from '../../../src/store/store.js';
import { world } from '../../simulate/world.js';

async function open(data: string): Promise<Store> {
  const opened = await openStore({ memory: '300MB', threads: 1 });
  await gather(opened, { paths: [data], lang: 'zh' }, DEFAULT_CONFIG, 1, {});
  await match(opened, await definePeriod(opened, { period: '2023' }, DEFAULT_CONFIG));
  return opened;
}

/** A draw of the given units of each community; every third of them a reserve. */
function drawOf(units: Record<string, string[]>, parameters: Partial<Draw['parameters']> = {}): Draw {
  const areas = Object.entries(units).map(
    ([community, list], at): DrawnArea => ({
      area: community,
      community,
      stratum: '',
      order: at + 1,
      role: 'drawn',
      ticket: '0.1',
      size: list.length,
      probability: 1,
      units: list.map((unit, place) => ({
        unit,
        order: place + 1,
        role: place % 3 === 2 ? 'reserve' : 'drawn',
        ticket: '0.1',
        probability: 1,
      })),
    }),
  );
  return { parameters: { unitKind: 'household', ...parameters }, areas } as Draw;
}

let store: Store;
let folder = '';
let doors: DoorHousehold[] = [];
let households: Record<string, string[]> = {};
beforeAll(async () => {
  ({ folder } = await world({ people: 600, communities: 2, seed: 3 }, { field: true }));
  const lines = readFileSync(path.join(folder, 'door.jsonl'), 'utf8').trim().split('\n');
  doors = lines.map((line) => JSON.parse(line) as DoorHousehold);
  store = await open(path.join(folder, 'data'));
  households = Object.fromEntries(
    [...new Set(doors.map(({ community }) => community))].map((community) => [
      community,
      doors.filter((door) => door.community === community).flatMap(({ household }) => household ?? []),
    ]),
  );
});

afterAll(() => store.close());

const whom = (lists: readonly AreaList[]) =>
  lists.map(({ check, people }) => [
    check,
    ...people.map(({ no, unit, name, door }) => `${no} ${unit.unit} ${door} ${name}`),
  ]);

describe('whom to see', () => {
  test('everybody of every household, and where no fault is nobody else', async () => {
    const lists = await listPeople(store, drawOf(households));
    for (const { area, people } of lists) {
      const listed = people.map(({ household, name }) => `${household} ${name}`).sort();
      const there = doors.filter(
        ({ community, household }) => community === area.community && household !== null,
      );
      expect(listed).toEqual(
        there.flatMap((door) => door.people.map(({ name }) => `${door.household} ${name}`)).sort(),
      );
      expect(people.map(({ no }) => no)).toEqual(people.map((_, at) => at + 1));
    }
  });

  test('with their records at every point, and the birth of whoever was born in the period', async () => {
    const [list] = await listPeople(store, drawOf(households));
    const babies = doors
      .filter(({ community, household }) => community === list?.area.community && household !== null)
      .flatMap(({ people }) =>
        people.filter(({ birth, parity }) => birth.startsWith('2023') && parity !== undefined),
      );
    const listed = list?.people.filter(({ birth }) => birth !== null) ?? [];
    expect(babies.length).toBeGreaterThan(0);
    expect(listed.map(({ name }) => name).sort()).toEqual(babies.map(({ name }) => name).sort());
    for (const { records } of listed) {
      const own = records.filter(({ register, role }) => register === 'births' && role === 'child');
      expect(own.map(({ point }) => point)).toEqual(expect.arrayContaining(['ledger', 'system']));
    }
  });

  test('drawn households as one walks, reserves after them as drawn', async () => {
    const [list] = await listPeople(store, drawOf(households));
    const units = [...new Set(list?.people.map(({ unit }) => unit))];
    const firstReserve = units.findIndex(({ role }) => role === 'reserve');
    expect(units.slice(firstReserve).every(({ role }) => role === 'reserve')).toBe(true);
    const reserves = units.slice(firstReserve).map(({ order }) => order);
    expect(reserves).toEqual([...reserves].sort((a, b) => a - b));
    const drawn = new Set(units.slice(0, firstReserve));
    const walk = list?.people
      .filter(({ unit }) => drawn.has(unit))
      .map(({ building }) => Number.parseInt(building ?? '', 10));
    expect(walk).toEqual([...(walk ?? [])].sort((a, b) => a - b));
  });

  test('the same list whatever the files are called', async () => {
    const { folder: other } = await world({ people: 600, communities: 2, seed: 3 });
    for (const [at, name] of ['台账', '户卡', '信息系统'].entries()) {
      renameSync(path.join(other, 'data', name), path.join(other, 'data', `${3 - at} ${name}`));
    }
    const renamed = await open(path.join(other, 'data'));
    const draw = drawOf(households);
    expect(whom(await listPeople(renamed, draw))).toEqual(whom(await listPeople(store, draw)));
    renamed.close();
  });

  test('of a drawn birth: mother and child', async () => {
    const rows = await store.all<{ community: string; fp: string; child_name: string; mother_name: string }>(
      `SELECT t.community, CAST(t.fp AS STRING) AS fp, t.child_name, t.mother_name FROM births t
       JOIN sources s ON s.source = t.source WHERE s.point = 'system' ORDER BY t.community, t.record LIMIT 3`,
    );
    const units = { [rows[0]?.community ?? '']: rows.map(({ fp }) => fp) };
    const draw = drawOf(units, { unitKind: 'record', register: 'births', point: 'system' });
    const people = (await listPeople(store, draw)).flatMap((list) => list.people);
    for (const { fp, child_name, mother_name } of rows) {
      const names = people.filter(({ unit }) => unit.unit === fp).map(({ name }) => name);
      expect(names).toEqual([mother_name, child_name]);
    }
  });

  test('a child whom the card lacks is listed from its birth', async () => {
    const draw = drawOf(households);
    const before = (await listPeople(store, draw)).flatMap(({ people }) => people);
    const baby = before.find(({ birth, person }) => birth !== null && person !== null);
    await store.run(`DELETE FROM mentions WHERE role = 'self' AND person = ${baby?.person}`);
    const after = (await listPeople(store, draw)).flatMap(({ people }) => people);
    const found = after.find(({ birth }) => birth === baby?.birth);
    expect(found).toMatchObject({ name: baby?.name, household: baby?.household });
  });
});
