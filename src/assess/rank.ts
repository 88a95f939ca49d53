import { byText } from '../keys/order.js';
import type { AreaScore } from './types.js';

/** Levels of areas, as reports list them. */
export const AREA_LEVELS = ['district', 'street', 'community'] as const;
export type RankedLevel = (typeof AREA_LEVELS)[number];

/**
 * Ranks areas among those of their level: equal scores, as printed, share a rank, and the next one is skipped (1, 2, 2,
 * 4). What has no rank stands last, in the order of names, so that its place says nothing.
 */
export function ranked(areas: readonly AreaScore[]): AreaScore[] {
  return AREA_LEVELS.flatMap((level) => {
    const peers = areas.filter((area) => area.level === level).sort((a, b) => byText(a.area, b.area));
    const unfit = peers.filter(({ unranked }) => unranked);
    const fit = peers.filter(({ unranked }) => !unranked).sort((a, b) => scoreOf(b) - scoreOf(a));
    const rankOf = (area: AreaScore) => 1 + fit.filter((peer) => scoreOf(peer) > scoreOf(area)).length;
    return [...fit.map((area) => ({ ...area, rank: rankOf(area) })), ...unfit];
  });
}

function scoreOf({ score }: AreaScore): number {
  return score ?? 0;
}
