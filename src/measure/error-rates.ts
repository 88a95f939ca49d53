import type { ErrorRate } from '../model/measured.js';
import { medianOf } from '../statistics/outliers.js';
import { rounded } from '../statistics/rounding.js';

/** What a point claims of the events of one kind that it covers, in one area. */
export interface PointCounts {
  kind: string;
  community: string;
  point: string;
  /** All claims, those of lone events among them. */
  claims: number;
  /** Confirmed events that the point covers: N. */
  covered: number;
  /** Of these, those that it claims, claims once and with no differing value, and claims with a differing value. */
  claimed: number;
  once_right: number;
  differing: number;
  /** Its claims of confirmed events, surplus ones among them. */
  confirmed_claims: number;
}

/** How many confirmed events of one kind stand in line at all points that cover them. */
export interface LineCounts {
  kind: string;
  community: string;
  in_line: number;
  total: number;
}

/** The point of rates that are about all points together, and about the reported figures. */
const ALL_POINTS = 'all';
export const FIGURES = 'figures';

/** Denominators below this are marked, and never ranked. */
const SMALL = 20;

type Place = Pick<ErrorRate, 'event' | 'point' | 'community' | 'period'>;

/** Error percentages of the confirmed events that a point covers (docs/domain.md#figures). */
export function pointRates({ kind, community, point, ...counts }: PointCounts, period: string): ErrorRate[] {
  const place = { event: kind, point, community, period };
  const claims = Number(counts.confirmed_claims);
  const rate = (name: string, numerator: number, denominator: number) =>
    rateOf(place, name, Number(numerator), Number(denominator));
  return [
    rate('omission_rate', counts.covered - counts.claimed, counts.covered),
    rate('duplication_rate', claims - counts.claimed, claims),
    rate('misentry_rate', counts.differing, counts.claimed),
    rate('reporting_accuracy', counts.once_right, counts.covered),
    ...countRates(place, claims, Number(counts.covered)),
  ];
}

/** The share of confirmed events that are in line at all points that cover them. */
export function agreementRate({ kind, community, in_line, total }: LineCounts, period: string): ErrorRate {
  const place = { event: kind, point: ALL_POINTS, community, period };
  return rateOf(place, 'agreement_rate', Number(in_line), Number(total));
}

/**
 * What the difference of two counts says: net accuracy (统计求实率), statistical error and verification factor
 * (WHO, RDQA: recounted / reported). Errors that cancel do not show in them.
 */
export function countRates(place: Place, reported: number, actual: number): ErrorRate[] {
  const rate = (name: string, numerator: number, denominator: number, value: number | null): ErrorRate => ({
    ...rateOf(place, name, numerator, denominator),
    value: value === null ? null : rounded(value),
  });
  return [
    rate('net_accuracy', actual - Math.abs(actual - reported), actual, netAccuracy(reported, actual)),
    rate('statistical_error_rate', reported - actual, actual, statisticalError(reported, actual)),
    rate('verification_factor', actual, reported, verificationFactor(reported, actual)),
  ];
}

/** 100 % − |actual − reported| / actual; null where nothing happened. */
export function netAccuracy(reported: number, actual: number): number | null {
  return actual === 0 ? null : 100 - (Math.abs(actual - reported) / actual) * 100;
}

/** |reported − actual| / actual in per cent; null where nothing happened. */
export function statisticalError(reported: number, actual: number): number | null {
  return actual === 0 ? null : (Math.abs(reported - actual) / actual) * 100;
}

/** actual / reported; null where nothing was reported. */
export function verificationFactor(reported: number, actual: number): number | null {
  return reported === 0 ? null : actual / reported;
}

/** The band of a verification factor: acceptable from 0.90 to 1.10. */
export function verificationBand(factor: number): 'over-reporting' | 'acceptable' | 'under-reporting' {
  if (factor < 0.9) return 'over-reporting';
  return factor > 1.1 ? 'under-reporting' : 'acceptable';
}

/** How the factors of single communities lie: an aggregate near 1 hides errors that cancel. */
export interface Distribution {
  communities: number;
  lowest: number;
  median: number;
  highest: number;
  overReporting: number;
  underReporting: number;
}

/** @param factors verification factors, at least one */
export function distributionOf(factors: readonly number[]): Distribution {
  const sorted = [...factors].sort((a, b) => a - b);
  const of = (band: ReturnType<typeof verificationBand>) =>
    sorted.filter((factor) => verificationBand(factor) === band).length;
  return {
    communities: sorted.length,
    lowest: sorted[0] ?? Number.NaN,
    median: medianOf(sorted),
    highest: sorted.at(-1) ?? Number.NaN,
    overReporting: of('over-reporting'),
    underReporting: of('under-reporting'),
  };
}

function rateOf(place: Place, rate: string, numerator: number, denominator: number): ErrorRate {
  const value = denominator === 0 ? null : rounded((numerator / denominator) * 100);
  const mark = denominator < SMALL && { small: true as const };
  return { ...place, rate, numerator, denominator, value, ...mark };
}

/** Sums of counts over the communities of an area. */
export function summed<Counts extends { kind: string; community: string }>(
  counts: readonly Counts[],
  area: string,
  communities: ReadonlySet<string>,
  keyOf: (one: Counts) => string,
): Counts[] {
  const sums = new Map<string, Counts>();
  for (const one of counts) {
    if (!communities.has(one.community)) continue;
    const sum = sums.get(keyOf(one));
    if (!sum) sums.set(keyOf(one), { ...one, community: area });
    else {
      for (const [name, value] of Object.entries(one)) {
        const key = name as keyof Counts;
        if (typeof value !== 'string') sum[key] = (Number(sum[key]) + Number(value)) as Counts[keyof Counts];
      }
    }
  }
  return [...sums.values()];
}
