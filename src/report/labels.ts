import { registerOf, valueText } from '../findings/column-types.js';
import { INDICATORS } from '../measure/indicators/index.js';
import { sayOr } from '../messages/index.js';
import type { Lang } from '../model/language.js';
import type { AuditResult } from '../model/result.js';

/** Words for the names that a result carries; a name that has none (a configured point) stands for itself. */
export interface Labels {
  point(name: string): string;
  event(name: string): string;
  register(name: string): string;
  note(code: string): string;
  skip(reason: string): string;
  rule(name: string): string;
  rate(name: string): string;
  /** A value as people read it: codes by their Chinese word in a Chinese report. */
  value(register: string, column: string, value: string | number): string;
}

/** What words depend on: the language of a run, and the titles of its rules. */
export interface Worded {
  run: Pick<AuditResult['run'], 'lang' | 'rules'>;
}

export function labelsOf({ run }: Worded): Labels {
  const { lang } = run;
  const titles = new Map(run.rules.map(({ rule, title }) => [rule, title ?? rule]));
  return {
    point: (name) => sayOr(lang, `point.${name}`, name),
    event: (name) => sayOr(lang, `report.event-${name}`, name),
    register: (name) => (lang === 'zh' ? (registerOf(name)?.heading ?? name) : name),
    note: (code) => sayOr(lang, `report.note-${code}`, code),
    skip: (reason) => sayOr(lang, `report.skip-${reason}`, reason),
    rule: (name) => titles.get(name) ?? name,
    rate: (name) => sayOr(lang, `report.rate-${name}`, name),
    value: (register, column, value) => valueText(register, column, value, lang),
  };
}

/** A bare year as Chinese has it. */
export function periodName({ lang, period }: { lang: Lang; period: string }): string {
  return lang === 'zh' && /^\d{4}$/.test(period) ? `${period}年` : period;
}

const ENGLISH = new Map(INDICATORS.map(({ code, en }) => [code, en]));

/** An indicator as people read it; one of a bureau's own has the name that the bureau gave it in either language. */
export function indicatorName({ code, name }: { code: string; name: string }, lang: Lang): string {
  return lang === 'en' ? (ENGLISH.get(code) ?? name) : name;
}
