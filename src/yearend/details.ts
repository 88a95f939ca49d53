import { say } from '../messages/index.js';
import type { Finding } from '../model/finding.js';
import type { Lang } from '../model/language.js';
import type { AuditResult } from '../model/result.js';
import type { Labels } from '../report/labels.js';
import { clean } from '../report/text.js';
import type { Exceeded } from './thresholds.js';

/** The register of reported figures: what is lacking of it are reports. */
export const REPORTS = 'figures';

/** `台账·死亡登记`, with the months where only some are lacking. */
export function absenceText(
  { missingFrom = [], params, point }: Finding,
  labels: Labels,
  lang: Lang,
): string {
  const registers = missingFrom
    .filter(({ register }) => register !== REPORTS)
    .map(({ register }) => labels.register(register))
    .join(say(lang, 'report.comma'));
  const at = missingFrom[0]?.point ?? point;
  const months = params.absent_months ? ` ${params.absent_months}` : '';
  return clean(`${at ? labels.point(at) : ''}·${registers}${months}`);
}

/** `出生·台账·漏报率 3.2%（8/250）高于 2%`. */
export function breachText({ rate, limit, side }: Exceeded, labels: Labels, lang: Lang): string {
  const unit = rate.rate === 'verification_factor' ? '' : '%';
  return say(lang, `yearend.${side}`, {
    what: [labels.event(rate.event), labels.point(rate.point), labels.rate(rate.rate)].join('·'),
    value: `${rate.value}${unit}`,
    numerator: rate.numerator,
    denominator: rate.denominator,
    limit: `${limit}${unit}`,
  });
}

/** The report of the whole period. */
export function wholeText({ lang, period }: AuditResult['run']): string {
  return say(lang, 'yearend.whole-report', { period: clean(period) });
}

/** Months whose reports are missing, in one piece. */
export function monthsText(months: readonly string[], lang: Lang): string[] {
  return months.length === 0
    ? []
    : [say(lang, 'yearend.month-reports', { months: months.join(say(lang, 'report.comma')) })];
}
