import { say } from '../../messages/index.js';
import type { ErrorRate } from '../../model/measured.js';
import type { AuditResult } from '../../model/result.js';
import { wilson } from '../../statistics/proportion.js';
import { fixed } from '../../statistics/rounding.js';
import { type Labels, labelsOf } from '../labels.js';
import { wholeRates } from '../whole-rates.js';
import { folded, html, htmlTable, type Markup, scrolled } from './markup.js';

/** Rows that the page holds; a workbook has all of them. */
const MOST = 600;
/** Rates that count events out of events, so that they have such an interval. */
const NO_PROPORTION = /^(net_accuracy|statistical_error_rate|verification_factor)$/;

/** Error percentages of all communities together, and folded away those of each. */
export function rateSection(result: AuditResult): Markup {
  const { lang } = result.run;
  const labels = labelsOf(result);
  const keys = ['event', 'point', 'community', 'rate', 'numerator', 'denominator', 'percent'] as const;
  const head = [...keys.map((key) => say(lang, `reports.${key}`)), say(lang, 'page.interval')];
  const title = say(lang, 'reports.error-rates');
  const all = say(lang, 'report.all-communities');
  const whole = wholeRates(result).map((rate) => ({ ...rate, community: all }));
  const each = result.errorRates.slice(0, MOST);
  const shown = (rates: readonly ErrorRate[]) => {
    const rows = rates.map((rate) => cells(rate, labels));
    return scrolled(title, htmlTable(title, head, rows));
  };
  return html`${folded(all, shown(whole))}${folded(say(lang, 'reports.by-community-rates'), shown(each))}`;
}

function cells({ event, point, community, rate, numerator, denominator, value }: ErrorRate, labels: Labels) {
  const [low, high] = wilson(numerator, denominator);
  const proportion = denominator > 0 && !NO_PROPORTION.test(rate);
  return [
    labels.event(event),
    labels.point(point),
    community,
    labels.rate(rate),
    numerator,
    denominator,
    value === null ? 'n/a' : fixed(value, 2),
    proportion ? `${fixed(low * 100, 1)}–${fixed(high * 100, 1)} %` : '',
  ];
}
