import type { IndicatorRow } from '../model/measured.js';
import { rounded } from '../statistics/rounding.js';
import { clopperPearson } from '../statistics/tests.js';
import type { Indicator } from './indicators/indicator.js';
import { printLike } from './printed.js';

/** A number that was counted again, as the table of indicators shows it: rates rounded, with what they are made of. */
export function recomputedNumbers(
  { value, numerator, denominator }: { value: number; numerator?: number; denominator?: number },
  indicator: Indicator,
): Partial<IndicatorRow> {
  if (indicator.kind === 'count') return { recomputed: value };
  const recomputed = Number(printLike(value, 10 ** -indicator.decimals));
  const parts = numerator === undefined || denominator === undefined ? {} : { numerator, denominator };
  const interval =
    indicator.code === 'sex_ratio_at_birth' && numerator !== undefined && denominator !== undefined
      ? ratioInterval(numerator, denominator)
      : undefined;
  return { recomputed, ...parts, interval };
}

/** The exact interval of a ratio a : b, from that of the share a / (a + b). */
function ratioInterval(a: number, b: number): [number, number] | undefined {
  if (!Number.isInteger(a) || !Number.isInteger(b) || a + b === 0) return undefined;
  const [low, high] = clopperPearson(a, a + b);
  const ratio = (share: number) => rounded((share / (1 - share)) * 100);
  return high >= 1 ? undefined : [ratio(low), ratio(high)];
}
