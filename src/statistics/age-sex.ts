import { meanOf, sumOf } from './sum.js';

/** Five-year age groups from 0–4 on, all closed. */
type Groups = readonly number[];

/**
 * The age–sex accuracy index of the United Nations (Accuracy tests for census age distributions tabulated in five-year and
 * ten-year groups, Population Bulletin 2, 1952), as in the spreadsheet AGESEX of PAS: three times the mean step between the
 * sex ratios of neighbouring age groups, plus the mean deviations of both sexes' age ratios from 100. Below 20 accurate, 20
 * to 40 inaccurate, above 40 highly inaccurate. For fewer than a million people what chance adds is taken off
 * (3,500 ÷ √N − 3.5), to no less than 0.
 *
 * @param men men by five-year age group, of the same groups as `women`; three groups at least
 * @returns undefined where a group that is divided by is empty
 */
export function ageSexScore(men: Groups, women: Groups): number | undefined {
  const sexRatios = men.map((count, i) => (100 * count) / (women[i] ?? 0));
  const steps = sexRatios.slice(1).map((ratio, i) => Math.abs(ratio - (sexRatios[i] ?? 0)));
  const score = 3 * meanOf(steps) + ageRatioScore(men) + ageRatioScore(women);
  if (!Number.isFinite(score)) return undefined;
  // What chance adds is nothing from a million people on.
  const chance = 3500 / Math.sqrt(sumOf([...men, ...women])) - 3.5;
  return Math.max(0, score - Math.max(0, chance));
}

/** The mean deviation from 100 of each group to the mean of its two neighbours. */
function ageRatioScore(groups: Groups): number {
  const ratios = groups
    .slice(1, -1)
    .map((count, i) => (200 * count) / ((groups[i] ?? 0) + (groups[i + 2] ?? 0)));
  return meanOf(ratios.map((ratio) => Math.abs(ratio - 100)));
}
