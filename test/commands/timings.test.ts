import { describe, expect, it } from 'vitest';
import { openTimings, printTimings, timingLines } from '../../src/commands/timings.js';
import type { Listener } from '../../src/ingest/options.js';
import { run, silentContext } from '../cli/fake.js';
import { exampleResult } from '../report/fixture.js';

type Told = Parameters<NonNullable<Listener['onStage']>>;

/** What an audit tells, a tenth of a second apart; matching, checking and measuring side by side. */
const TOLD: Told[] = [
  ['open', 'begins', { statements: 0 }],
  ['open', 'ends', { statements: 3 }],
  ['ingest', 'begins', { statements: 3 }],
  ['ingest', 'ends', { statements: 43, rows: 2998, bytes: 375_229 }],
  ['match', 'begins', { statements: 43 }],
  ['measure', 'begins', { statements: 50 }],
  ['check', 'begins', { statements: 50 }],
  ['match', 'ends', { statements: 200 }],
  ['measure', 'ends', { statements: 250 }],
  ['check', 'ends', { statements: 300 }],
  ['describe', 'begins', { statements: 300 }],
  ['describe', 'ends', { statements: 340 }],
];

/** A profile of that audit; each look at the clock is a tenth of a second later. */
function profile() {
  let looks = 0;
  const timings = openTimings(() => {
    looks++;
    return { wall: looks * 100, cpu: looks * 150, memory: looks << 20 };
  });
  for (const told of TOLD) timings.listener.onStage?.(...told);
  return timings;
}

describe('a profile', () => {
  it('gives every phase what it took from its beginning to its end', () => {
    expect(timingLines(profile())).toEqual([
      { phase: 'start', statements: 0, wallMs: 100, cpuMs: 150 },
      { phase: 'open', statements: 3, wallMs: 100, cpuMs: 150 },
      { phase: 'ingest', statements: 40, rows: 2998, bytes: 375_229, wallMs: 100, cpuMs: 150 },
      { phase: 'match', statements: 157, wallMs: 300, cpuMs: 450 },
      { phase: 'check', statements: 250, wallMs: 300, cpuMs: 450 },
      { phase: 'measure', statements: 200, wallMs: 300, cpuMs: 450 },
      { phase: 'describe', statements: 40, wallMs: 100, cpuMs: 150 },
      { phase: 'write', statements: 0, wallMs: 100, cpuMs: 150 },
      { phase: 'total', statements: 340, wallMs: 1300, cpuMs: 1950, peakBytes: 13 << 20 },
    ]);
  });

  it.each(['zh', 'en'] as const)('is a table of seconds (%s)', async (lang) => {
    let printed = '';
    const context = silentContext(lang);
    const err = (text: string) => {
      printed += text;
    };
    await printTimings(profile(), { ...context, terminal: { ...context.terminal, err } });
    await expect(printed).toMatchFileSnapshot(`data/timings.${lang}.txt`);
  });
});

describe('--timings', () => {
  const audit = async (_: unknown, listener: Listener) => {
    for (const told of TOLD) listener.onStage?.(...told);
    return exampleResult('zh');
  };

  it('writes to standard error, and leaves the result as it is', async () => {
    const plain = await run(['check', 'x', '--format', 'json'], audit);
    const timed = await run(['check', 'x', '--format', 'json', '--timings'], audit);
    expect([timed.code, timed.out]).toEqual([plain.code, plain.out]);
    expect(plain.err).toBe('');
    expect(timed.err).toMatch(/^读取 .* 2,998 +375,229$/m);
    expect(timed.err).toMatch(/^合计 /m);
  });
});
