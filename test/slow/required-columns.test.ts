/**
 * Districts of the second generator in which registers have their required columns alone: whoever keeps no more than those
 * is told no more than what is wrong, and each fault once.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { REGISTERS } from '../../src/registers/index.js';
import type { RegisterName } from '../../src/registers/types.js';
import { verdictOn } from '../independent/run.js';
import { explain } from '../independent/weigh.js';
import { ALL, WHOLE } from '../independent/whole.js';

const root = mkdtempSync(join(tmpdir(), 'required-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What of a register is not required. */
function optional(register: RegisterName): string[] {
  return REGISTERS[register].columns
    .filter(({ name, required }) => !required && name !== 'community')
    .map(({ name }) => `${register}/${name}`);
}

const [PARITY, COUPLE] = ['parity 1 for a second child', 'birth after a male sterilisation'];

/** Registers with their required columns alone, ways that nobody can know there, and at least so many that are found. */
const BARE: [registers: RegisterName[], unknowable: string[], found: number][] = [
  [['women'], [PARITY, 'parity above the children'], 142],
  [['contraception'], [COUPLE], 159],
  [['marriages'], ['two first marriages'], 159],
  [['births'], ['event after death'], 157],
  [['migrants'], ['stay ended'], 157],
  [['deaths'], [], 159],
  [['households'], [PARITY], 158],
  [['contraception', 'marriages'], [COUPLE, 'two first marriages'], 156],
  [
    ['women', 'births', 'households'],
    [PARITY, COUPLE, 'parity above the children', 'event after death'],
    133,
  ],
];

describe('registers with their required columns alone', () => {
  test.each(BARE)('%s', { timeout: 120_000 }, async (registers, unknowable, found) => {
    const plan = { ...WHOLE, hidden: registers.flatMap(optional) };
    const verdict = await verdictOn(root, { plan, ways: ALL });
    const known = verdict.counts.filter(
      (count) => count.found > 0 || !unknowable.some((one) => count.way.startsWith(one)),
    );
    expect(explain({ ...verdict, counts: known })).toEqual([]);
    expect(verdict.counts.filter((count) => count.found > 0).length).toBeGreaterThanOrEqual(found);
  });
});
