/** What makes a deviation comparable to a standard deviation where values are normal (Iglewicz and Hoaglin 1993). */
const OF_MAD = 0.6745;
const OF_MEAN_DEVIATION = 1.253314;

export interface ZScore {
  z: number;
  /** Values between these are no outliers. */
  low: number;
  high: number;
  outlier: boolean;
}

/** How many standard deviations (of the population) a value lies from the mean; at the threshold it is an outlier. */
export function zScore(value: number, mean: number, sd: number, threshold: number): ZScore {
  const z = Math.abs(value - mean) / sd;
  return { z, low: mean - threshold * sd, high: mean + threshold * sd, outlier: z >= threshold };
}

export interface ModifiedZ {
  median: number;
  /** The score of each value, in their order; 0 where all values are equal. */
  scores: number[];
  /** What the scores are measured in: the median absolute deviation, or the mean one where that is 0. */
  spread: 'median' | 'mean';
}

/** Modified z-scores (Iglewicz and Hoaglin 1993): median and MAD, the mean absolute deviation where the MAD is 0. */
export function modifiedZ(values: readonly number[]): ModifiedZ {
  const middle = medianOf(values);
  const deviations = values.map((value) => Math.abs(value - middle));
  const mad = medianOf(deviations);
  const mean = deviations.reduce((sum, one) => sum + one, 0) / Math.max(values.length, 1);
  const unit = mad > 0 ? mad / OF_MAD : mean * OF_MEAN_DEVIATION;
  const scores = values.map((value) => (unit > 0 ? (value - middle) / unit : 0));
  return { median: middle, scores, spread: mad > 0 ? 'median' : 'mean' };
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? 0)) / 2;
}
