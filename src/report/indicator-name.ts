import { INDICATORS } from '../measure/indicators/index.js';
import type { Lang } from '../model/language.js';

const ENGLISH = new Map(INDICATORS.map(({ code, en }) => [code, en]));

/** An indicator as people read it; one of a bureau's own has the name that the bureau gave it in either language. */
export function indicatorName({ code, name }: { code: string; name: string }, lang: Lang): string {
  return lang === 'en' ? (ENGLISH.get(code) ?? name) : name;
}
