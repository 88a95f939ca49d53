import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../../src/audit/audit.js';
import type { AuditResult } from '../../src/model/result.js';
import { simulate } from '../../src/simulate/simulate.js';
import { asked } from '../asked.js';

const root = mkdtempSync(join(tmpdir(), 'plumbline-months-'));
const DISTRICT = {
  people: 600,
  communities: 2,
  seed: 3,
  year: 2023,
  faults: 0,
  layout: 'plain',
  format: 'csv',
} as const;

beforeAll(() => simulate(root, { ...DISTRICT, previous: true }));
afterAll(() => rmSync(root, { recursive: true }));

function audited(
  previous: string[],
  more: { keepGoing?: boolean; communities?: string[] } = {},
): Promise<AuditResult> {
  return audit(asked(join(root, 'data'), { previous, ...more }));
}

const statusOf = ({ run }: AuditResult) => run.rules.find(({ rule }) => rule === 'roster/vanished')?.status;

describe('last month at hand', () => {
  it('changes nothing but what is said of rosters', async () => {
    const [alone, compared] = [await audited([]), await audited([join(root, 'previous')])];
    const others = ({ findings }: AuditResult) => findings.filter(({ rule }) => !rule.startsWith('roster/'));
    expect([statusOf(alone), statusOf(compared)]).toEqual(['not-applicable', 'failed']);
    expect([alone.rosters, alone.run.previous]).toEqual([undefined, undefined]);
    expect(others(compared)).toEqual(others(alone));
    for (const part of ['line', 'errorRates', 'indicators', 'quality', 'areas'] as const)
      expect(compared[part]).toEqual(alone[part]);
    expect(compared.run.inputs).toEqual(alone.run.inputs);
  });

  it('is accounted for row by row, apart from what is audited', async () => {
    const { run } = await audited([join(root, 'previous')]);
    const inputs = run.previous?.inputs ?? [];
    expect(new Set(inputs.map(({ register }) => register))).toEqual(new Set(['households', 'women']));
    for (const { path, rows } of inputs) {
      expect(path).toMatch(/^previous\//);
      expect(rows.total).toBe(rows.read + rows.skipped + rows.refused);
    }
  });

  it('is masked like everything else', async () => {
    const { findings } = await audited([join(root, 'previous')]);
    const gone = findings.filter(({ rule }) => rule === 'roster/vanished');
    expect(gone.length).toBeGreaterThan(0);
    for (const { message, evidence } of gone)
      expect([message, evidence.person_name]).toEqual([
        expect.stringMatching(/^.\* /),
        expect.stringMatching(/^.\*$/),
      ]);
  });

  it('may be this month itself: then nothing changed', async () => {
    const { rosters, findings } = await audited([join(root, 'data')]);
    expect(findings.filter(({ rule }) => rule.startsWith('roster/'))).toEqual([]);
    for (const { before, after } of rosters ?? []) expect(before).toBe(after);
  });

  it('may have been handed in by some communities only: the others are named once', async () => {
    const part = join(root, 'part', 'previous');
    cpSync(join(root, 'previous', '户卡'), join(part, '户卡'), { recursive: true });
    const { run, findings } = await audited([part]);
    expect(run.notes).toContainEqual(expect.objectContaining({ code: 'roster-not-before', count: 4 }));
    const lists = findings
      .filter(({ rule }) => rule === 'roster/unexplained')
      .flatMap(({ records }) => records);
    expect(new Set(lists.map(({ point }) => point))).toEqual(new Set(['card']));
  });

  it('is told of for the communities asked for', async () => {
    const { rosters } = await audited([join(root, 'previous')], { communities: ['朝阳社区'] });
    expect(new Set(rosters?.map(({ community }) => community))).toEqual(new Set(['朝阳社区']));
  });
});

describe('last month that is of no use', () => {
  it('holds no register of people', async () => {
    await expect(audited([join(root, 'data', '医院')])).rejects.toMatchObject({ key: 'roster.none' });
  });

  it('holds a ledger that cannot be read: no report, or one that says so', async () => {
    const folder = join(root, 'old');
    cpSync(join(root, 'previous'), folder, { recursive: true });
    writeFileSync(join(folder, '户卡.xls'), 'old');
    await expect(audited([folder])).rejects.toMatchObject({ refused: [{ path: 'old/户卡.xls' }] });
    const { run } = await audited([folder], { keepGoing: true });
    expect(run).toMatchObject({ complete: false, refused: [{ path: 'old/户卡.xls' }] });
  });
});
