/** Last month's registers of people held against this month's, in invented districts, through the built program. Needs `npm run build` first. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { AuditResult } from '../../src/model/result.js';
import type { Truth } from '../../src/simulate/truth.js';

const BIN = process.env.PLUMBLINE_BIN ?? resolve('bin/plumbline.js');
const root = mkdtempSync(join(tmpdir(), 'rosters-'));
afterAll(() => rmSync(root, { recursive: true }));

function plumbline(...args: string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [BIN, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  expect(status, stderr).toBeLessThan(2);
  return stdout;
}

/** A district of 20,000 people in two months, audited. */
function compared(layout: string, seed: number, faults: number): { result: AuditResult; truth: Truth } {
  const folder = join(root, `${layout}-${seed}`);
  const size = ['--people', '20000', '--communities', '6', '--year', '2023', '--previous'];
  const how = ['--layout', layout, '--format', layout === 'plain' ? 'csv' : 'xlsx'];
  plumbline('simulate', folder, ...size, ...how, '--seed', `${seed}`, '--faults', `${faults}`);
  const months = [join(folder, 'data'), '--previous', join(folder, 'previous')];
  const period = ['--period', '2023', '--as-of', '2023-12-31'];
  const json = plumbline('check', ...months, ...period, '--format', 'json', '--reveal');
  const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Truth;
  rmSync(folder, { recursive: true });
  return { result: JSON.parse(json) as AuditResult, truth };
}

const place = (path: string, sheet: string | undefined, row: number) => `${path} ${sheet ?? ''} ${row}`;

/** Findings about rosters, each with whether a planted change is at one of its places. */
function judged({ result, truth }: ReturnType<typeof compared>) {
  const planted = truth.faults.filter(({ kind }) => kind.startsWith('roster/'));
  const owner = new Map(
    planted.flatMap((fault) =>
      [fault, ...fault.others].map(
        ({ path = '', sheet, row = 0 }) => [place(path, sheet, row), fault] as const,
      ),
    ),
  );
  const found = result.findings.filter(({ rule }) => rule.startsWith('roster/'));
  const hits = found.map((finding) => {
    const faults = finding.records.map(({ path, sheet, row }) => owner.get(place(path, sheet, row)));
    return { finding, fault: faults.find((fault) => fault?.kind === finding.rule) };
  });
  const caught = new Set(hits.map(({ fault }) => fault?.id));
  return {
    planted: planted.length,
    missed: planted.filter(({ id }) => !caught.has(id)),
    invented: hits
      .filter(({ fault, finding }) => !fault && finding.causedBy === null)
      .map(({ finding }) => finding.message),
  };
}

describe.each([
  ['docs/rosters.md', 'en'],
  ['docs/rosters.zh-CN.md', 'zh'],
])('%s', (page, lang) => {
  it('shows what the command prints', { timeout: 120_000 }, () => {
    const folder = join(root, lang);
    const size = ['--people', '3000', '--communities', '3', '--seed', '5', '--format', 'csv', '--previous'];
    plumbline('simulate', folder, ...size);
    const months = [join(folder, 'data'), '--previous', join(folder, 'previous')];
    const shown = plumbline('check', ...months, '--period', '2023', '--as-of', '2023-12-31', '--lang', lang);
    const [, picture = ''] = /^```\n(.*?)\n^```/ms.exec(readFileSync(page, 'utf8')) ?? [];
    expect(picture).not.toBe('');
    expect(shown).toContain(picture);
  });
});

describe.each([
  ['plain', 1, 0],
  ['plain', 11, 0.02],
  ['messy', 2, 0],
  ['messy', 12, 0.02],
])('two months, %s, seed %i, faults %d', (layout, seed, faults) => {
  it('tell who vanished and who joined, and nobody else', { timeout: 600_000 }, () => {
    const audited = compared(layout, seed, faults);
    const { planted, missed, invented } = judged(audited);
    expect(planted).toBeGreaterThan(60);
    expect({ missed, invented }).toEqual({ missed: [], invented: [] });
    for (const { before, left, vanished, joined, unexplained, after } of audited.result.rosters ?? []) {
      const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);
      expect(before - sum(left) - vanished + sum(joined) + unexplained).toBe(after);
    }
    const others = audited.result.findings.filter(
      ({ rule, severity }) => !rule.startsWith('roster/') && severity !== 'notice',
    );
    if (faults === 0) expect(others.map(({ message }) => message)).toEqual([]);
  });
});
