import { describe, expect, it } from 'vitest';
import { markAccepted } from '../../src/findings/accepted.js';
import type { Accepted } from '../../src/model/finding.js';
import { summarise } from '../../src/report/faults.js';
import { finding } from '../report/fixture.js';

const FINDINGS = [
  finding('cause', 'birth/omitted', { severity: 'error' }),
  finding('consequence', 'line/counts-differ', { severity: 'error', causedBy: 'cause' }),
  finding('other', 'birth/mismatched', { severity: 'warning' }),
];

function mark(...decisions: [id: string, until?: string][]) {
  const accepted = new Map(
    decisions.map(([id, until]): [string, Accepted] => [
      id,
      { reason: '已核实', on: '2023-06-01', ...(until ? { until } : {}) },
    ]),
  );
  const { findings, notes } = markAccepted(FINDINGS, accepted, '2023-12-31');
  return { accepted: findings.filter((one) => one.accepted).map(({ id }) => id), notes, findings };
}

describe('accepted findings', () => {
  it('take with them what follows from them, and are counted apart', () => {
    const { accepted, notes, findings } = mark(['cause']);
    expect(accepted).toEqual(['cause', 'consequence']);
    expect(notes).toEqual([]);
    expect(summarise(findings)).toMatchObject({
      error: 0,
      warning: 1,
      accepted: 1,
      byRule: { 'birth/mismatched': 1 },
    });
  });

  it('leave alone what they follow from', () => {
    expect(mark(['consequence']).accepted).toEqual(['consequence']);
  });

  it('hold until their day, that day included', () => {
    expect(mark(['other', '2023-12-31']).accepted).toEqual(['other']);
  });

  it('come back when their time is over', () => {
    expect(mark(['other', '2023-12-30'])).toMatchObject({
      accepted: [],
      notes: [{ code: 'accepted-expired', count: 1, detail: 'other' }],
    });
  });

  it('that are found no longer are reported', () => {
    expect(mark(['other'], ['mended'], ['also mended'])).toMatchObject({
      accepted: ['other'],
      notes: [{ code: 'accepted-stale', count: 2, detail: 'also mended mended' }],
    });
  });
});
