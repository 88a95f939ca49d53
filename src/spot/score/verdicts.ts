import type { SpotVerdict } from '../../model/spot-result.js';
import { estimateRatio } from '../../statistics/estimate/ratio.js';
import { acceptance, shareAccepted } from '../../statistics/plans/acceptance.js';
import { rounded } from '../../statistics/rounding.js';
import { type CountedArea, groupsOf } from './sample.js';
import type { CaseTally } from './tally.js';

/** The chance that records exactly at the target are rejected is no more than this. */
const REJECT_GOOD = 0.05;
/** So few pass almost anything: they can show that a target is missed, not that it is met. */
const FEWEST = 20;
/** The quality that slips through so often is named beside the verdict. */
const ACCEPT_BAD = 0.1;

/**
 * Holds the records of every point against the target, area by area and altogether: each is a lot, and is accepted if no
 * more errors were found than records at the target would show in 95 of 100 samples (Dodge and Romig; Lanata and Black
 * 1991 for health records). People of one household are wrong together, so sample and errors are reduced to the effective
 * size before they are judged.
 *
 * @param target share of right records, between 0 and 1
 */
export function verdictsOf(tally: CaseTally, areas: readonly CountedArea[], target: number): SpotVerdict[] {
  const points = tally.subjects().filter(({ subject, rate }) => subject === 'record' && rate === 'accuracy');
  return groupsOf(areas).flatMap((place) =>
    points.flatMap((subject): SpotVerdict[] => {
      const estimate = estimateRatio(tally.clusters(subject, place.areas), place.areas);
      if (!estimate) return [];
      const n = Math.max(1, Math.round(estimate.effective));
      const errors = Math.round((1 - estimate.share) * n);
      return [{ area: place.area, point: subject.point, ...judge(n, errors, target) }];
    }),
  );
}

function judge(n: number, errors: number, target: number): Omit<SpotVerdict, 'area' | 'point'> {
  const plan = { n, c: 0 };
  while (plan.c < n && acceptance(plan, 1 - target) < 1 - REJECT_GOOD) plan.c++;
  return {
    target: rounded(target * 100, 2),
    n,
    errors,
    allowed: plan.c,
    verdict: errors > plan.c ? 'missed' : n < FEWEST ? 'too-few' : 'met',
    rejectGood: rounded(1 - acceptance(plan, 1 - target), 4),
    passes: rounded((1 - shareAccepted(plan, ACCEPT_BAD)) * 100, 2),
  };
}
