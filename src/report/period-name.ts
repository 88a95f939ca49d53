import type { Lang } from '../model/language.js';

/** A bare year as Chinese has it. */
export function periodName({ lang, period }: { lang: Lang; period: string }): string {
  return lang === 'zh' && /^\d{4}$/.test(period) ? `${period}年` : period;
}
