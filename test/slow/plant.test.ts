import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { HEADINGS } from '../adversary/headings.js';
import { FAULTS, hands, plant, plantInto, type Truth } from '../adversary/plant.js';
import { TRAPS } from '../adversary/traps.js';
import {
  checkDigit,
  dateOf,
  monthDaySwapped,
  neighboursSwapped,
  oneDigitOff,
  validNeighbour,
} from '../adversary/values.js';
import { copyTables, readWorld, type Table } from '../adversary/world.js';

const root = mkdtempSync(join(tmpdir(), 'adversary-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const valuesOf = (table: Table): string[] =>
  table.data.map((row) =>
    Object.keys(HEADINGS[table.register] ?? {})
      .map((column) => row.get(column))
      .join('|'),
  );

async function planted(from: string, seed: number, classes: string[] | undefined, traps: boolean) {
  const to = join(root, `${from}-${seed}-${classes?.length ?? 'all'}`);
  const truth = await plant({
    from: `test/worlds/${from}`,
    to,
    seed,
    traps,
    ...(classes ? { classes } : {}),
  });
  return { truth, tables: await readWorld(to) };
}

const key = (place: { path: string; sheet?: string; row: number }): string =>
  `${place.path}|${place.sheet ?? ''}|${place.row}`;

describe.each(['plain', 'messy'])('planting into %s', (world) => {
  test('without faults, every value survives writing and reading back', async () => {
    const before = await readWorld(`test/worlds/${world}`);
    const { tables } = await planted(world, 1, [], false);
    expect(tables.map(valuesOf)).toEqual(before.map(valuesOf));
  });

  test('all harmless edits are made, places are data rows, and no two faults share one', async () => {
    const { truth, tables } = await planted(world, 3, undefined, true);
    expect(truth.traps).toEqual(Object.keys(TRAPS));
    const rows = new Set(
      tables.flatMap((t) =>
        t.data.map((r) => key({ path: t.path, ...(t.sheet ? { sheet: t.sheet } : {}), row: r.number })),
      ),
    );
    const seen = new Map<string, string>();
    for (const fault of truth.faults) {
      expect(fault.places.length).toBeGreaterThan(0);
      for (const place of new Set([...fault.places, ...fault.around].map(key))) {
        expect(rows.has(place), `${fault.fault}: ${place}`).toBe(true);
        expect(seen.get(place), `${fault.fault}: ${place}`).toBeUndefined();
        seen.set(place, fault.fault);
      }
    }
    expect(truth.faults.length).toBeGreaterThan(60);
  });
});

test('every class can be planted, and the same seed plants the same', async () => {
  const worlds = await Promise.all(['plain', 'messy'].map((world) => readWorld(`test/worlds/${world}`)));
  const plantHand = (classes: string[], i: number): Truth =>
    plantInto(copyTables(worlds[i % 2] ?? []), { classes, seed: i, traps: false });
  const truths = hands(16).map(plantHand);
  const names = new Set(truths.flatMap(({ faults }) => faults.map(({ fault }) => fault)));
  // couples of whom something is on record of years before are rare in so small a world: ways.test.ts plants them
  const common = Object.keys(FAULTS).filter((name) => !name.startsWith('birth after'));
  expect(common.filter((name) => !names.has(name))).toEqual([]);
  expect(plantHand(hands(16)[0] ?? [], 0)).toEqual(truths[0]);
});

test.each([
  ['a serial number', 44464, '2021-09-25'],
  ['Chinese', '2020年3月7日', '2020-03-07'],
  ['full-width dots', '２０２０.７.２９', '2020-07-29'],
  ['eight digits', '20231218', '2023-12-18'],
])('reads %s as a date', (_, cell, date) => expect(dateOf(cell)).toBe(date));

test('typing errors break the check digit, or keep it on purpose', () => {
  const id = '230190199006084480';
  const good = id.slice(0, 17) + checkDigit(id.slice(0, 17));
  for (const wrong of [oneDigitOff(good, 3), neighboursSwapped(good, 8)]) {
    expect(checkDigit(wrong.slice(0, 17))).not.toBe(wrong[17]);
  }
  const other = validNeighbour(good);
  expect(checkDigit(other.slice(0, 17))).toBe(other[17]);
  expect([...other].filter((char, i) => char !== good[i]).length).toBe(2);
  expect(monthDaySwapped('2023-03-07')).toBe('2023-07-03');
});
