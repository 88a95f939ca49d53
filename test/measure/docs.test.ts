import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { INDICATORS } from '../../src/measure/indicators/index.js';
import { rateText } from '../exact-rate.js';

describe.each(['docs/indicators.md', 'docs/indicators.zh-CN.md'])('%s', (page) => {
  const lines = readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8').split('\n');
  const lineOf = (code: string) => lines.find((line) => line.startsWith(`| \`${code}\` |`)) ?? '';

  it.each(INDICATORS)('has $code with its names', ({ code, name, synonyms }) => {
    for (const word of [name, ...synonyms]) expect(lineOf(code)).toContain(word);
  });

  it.each(INDICATORS.filter(({ kind }) => kind === 'rate'))('works out the example of $code', (rate) => {
    if (rate.kind !== 'rate') throw new TypeError('no rate');
    const [, top, bottom, scale, value = ''] =
      /(\d+) \/ (\d+) × (\d+) = ([\d.]+)/.exec(lineOf(rate.code)) ?? [];
    expect(Number(scale)).toBe(rate.scale);
    expect(rateText(Number(top) * rate.scale, Number(bottom), 2)).toBe(value);
    expect(lineOf(rate.code)).toContain(rate.denominator);
  });
});
