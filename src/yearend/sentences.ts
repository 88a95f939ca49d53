import { say } from '../messages/index.js';
import type { Lang } from '../model/language.js';
import type { FilingRow, Obstacle } from './types.js';

/** Details that one sentence names; the others are counted. */
const NAMED = 8;

/** One obstacle as a sentence without a full stop: what, how often, and where. */
export function obstacleText({ kind, count, details }: Obstacle, lang: Lang): string {
  const named = details.slice(0, NAMED).join(say(lang, 'report.comma'));
  const more = details.length > NAMED ? say(lang, 'yearend.and-more', { count: details.length - NAMED }) : '';
  const detail = named === '' ? '' : say(lang, 'yearend.detail', { detail: named + more });
  return say(lang, `yearend.obstacle-${kind}`, { count, detail });
}

/** All that stands in the way of an area, in one cell. */
export function obstaclesText({ obstacles }: FilingRow, lang: Lang): string {
  return obstacles.map((one) => obstacleText(one, lang)).join(say(lang, 'report.semicolon'));
}

/** What an area is called: what belongs to no area is everything together. */
export function nameOf({ area }: Pick<FilingRow, 'area'>, lang: Lang): string {
  return area || say(lang, 'yearend.everything');
}
