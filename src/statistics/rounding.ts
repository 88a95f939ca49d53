/** Digits of a quotient that division leaves right: what lies beyond decides no half. */
const DIGITS = 14;

/**
 * Half-up rounding of a fraction as people do it by hand: 51 of 160 is 31.875 % and prints 31.88, though no binary
 * fraction is 31.875 % of anything. The digits that arithmetic adds beyond the 14th are dropped first, so that a half
 * is a half. Negative numbers are rounded like positive ones, away from zero at a half.
 *
 * @param decimals places behind the point, 0 to 15
 * @returns the decimal text, without a sign for zero; `n/a` for what is no finite number
 */
export function fixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return 'n/a';
  const [mantissa = '0', exponent = '0'] = Math.abs(value)
    .toExponential(DIGITS - 1)
    .split('e');
  const digits = mantissa.replace('.', '');
  // The point stands behind so many of the digits.
  const point = Number(exponent) + 1;
  const kept = point + decimals;
  if (kept < 0) return (0).toFixed(decimals);
  const whole = digits.padEnd(kept + 1, '0');
  const up = (whole[kept] ?? '0') >= '5' ? 1n : 0n;
  const units = (BigInt(whole.slice(0, kept) || '0') + up).toString().padStart(decimals + 1, '0');
  const at = units.length - decimals;
  const text = decimals === 0 ? units : `${units.slice(0, at)}.${units.slice(at)}`;
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

/** The same as a number: half up at so many places. */
export function rounded(value: number, decimals = 2): number {
  return Number.isFinite(value) ? Number(fixed(value, decimals)) : value;
}
