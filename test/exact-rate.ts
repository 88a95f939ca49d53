/** Rounds half up, exactly: the quotient is worked out in whole numbers. */
export function rateText(numerator: number, denominator: number, decimals: number): string {
  const factor = 10 ** decimals;
  const sign = numerator < 0 ? '-' : '';
  const top = BigInt(Math.round(Math.abs(numerator) * 2)) * BigInt(factor);
  const bottom = BigInt(Math.round(denominator * 2));
  const units = (2n * top + bottom) / (2n * bottom);
  const text = units.toString().padStart(decimals + 1, '0');
  return `${sign}${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}
