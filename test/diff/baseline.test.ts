import { describe, expect, it } from 'vitest';
import { markKnown } from '../../src/diff/baseline.js';
import type { Finding } from '../../src/model/finding.js';
import { found, resultOf } from './results.js';

const ACCEPTED = { reason: '已核实', on: '2023-11-01' };

describe('a finding is known', () => {
  const a = found('a');
  const b = found('b');

  it.each<[string, Finding[], Finding[], string[]]>([
    ['if the baseline has it', [a], [a, b], ['a']],
    ['if it follows from one that the baseline has', [a], [a, { ...b, causedBy: 'a' }], ['a', 'b']],
    ['not if it follows from a new one', [b], [a, { ...b, causedBy: 'a' }], []],
    ['while it is accepted', [{ ...a, accepted: ACCEPTED }], [{ ...a, accepted: ACCEPTED }], ['a']],
    ['not when its acceptance has run out', [{ ...a, accepted: ACCEPTED }], [a], []],
  ])('%s', (_, before, now, known) => {
    const marked = markKnown(resultOf('2023-12-31', now), resultOf('2023-11-30', before));
    expect(marked.findings.filter((finding) => finding.known).map(({ id }) => id)).toEqual(known);
  });

  it('and then it is in no count, but in one line', () => {
    const marked = markKnown(resultOf('2023-12-31', [a, b]), resultOf('2023-11-30', [a]));
    expect(marked.summary).toMatchObject({ error: 1, byCommunity: { 朝阳社区: 1 } });
    expect(marked.run.notes).toContainEqual({ code: 'baseline-known', count: 1, detail: '2023-11-30' });
  });
});

it('refuses a baseline whose ids another key made', () => {
  const other = resultOf('2023-11-30', [], { idKey: 'ffffffff' });
  expect(() => markKnown(resultOf('2023-12-31', []), other)).toThrow(
    expect.objectContaining({ key: 'diff.other-key' }),
  );
});
