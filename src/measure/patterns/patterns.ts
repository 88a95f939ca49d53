import { putRows } from '../../store/steps.js';
import type { Store } from '../../store/store.js';
import type { Reported } from '../figures.js';
import type { HandedIn } from '../handed-in.js';
import { monthsFrom } from '../periods.js';
import { ageSexAccuracies, heapedAges, readAges } from './ages.js';
import { digitPatterns } from './digits.js';
import { monthOutliers } from './month-outlier.js';
import { PATTERN_COLUMNS, patternRow } from './pattern.js';
import { registrationBulges } from './registration-bulge.js';
import { sexRatios } from './sex-ratio.js';
import { reportedYears } from './year-outlier.js';

/**
 * Runs the statistical tests, which are no set work: counts come from one SELECT each, the results go to table
 * `patterns`. The rules of the family `pattern` decide which of them are worth a finding.
 *
 * @param period its first and last day and the as-of date, YYYY-MM-DD
 */
export async function measurePatterns(
  store: Store,
  period: { from: string; to: string; asOf: string },
  { reported, handedIn }: { reported: Reported; handedIn: HandedIn },
): Promise<void> {
  const months = monthsFrom(period);
  const found = await Promise.all([
    sexRatios(store),
    digitPatterns(store, reported.catalogue),
    readAges(store).then((ages) => [...heapedAges(ages), ...ageSexAccuracies(ages)]),
    registrationBulges(store, months.length),
    monthOutliers(store, months, { files: handedIn.sources, last: period.asOf.slice(0, 7) }),
    months.length === 12 ? reportedYears(reported, period) : [],
  ]);
  await putRows(store, 'patterns', PATTERN_COLUMNS, found.flat().map(patternRow));
}
