import type { Paragraph, Table } from 'docx';
import { say } from '../../messages/index.js';
import type { SpotRate } from '../../model/spot-result.js';
import { fixed } from '../../statistics/rounding.js';
import { labelsOf } from '../labels.js';
import { type Spotted, spotSentences } from '../spot/spotted.js';
import { rateLabel } from '../spot/tables.js';
import { body, documentTable, section } from './parts.js';

/** What the circular says of a spot audit: how it was drawn, and the rates as shares alone, so that no few people show. */
export function spotPart(result: Spotted): (Paragraph | Table)[] {
  const { lang } = result.run;
  const { confidence } = result.spot;
  const labels = labelsOf(result);
  const rates = result.spot.rates.filter(isForAll);
  const [drawn = '', response = ''] = spotSentences(result);
  const rows = rates.map((rate) => [
    rateLabel(rate, lang),
    rate.point === '' ? '–' : labels.point(rate.point),
    `${fixed(rate.estimate ?? 0, 1)}%`,
    (rate.wilson ?? []).map((end) => fixed(end, 1)).join('–'),
  ]);
  const keys = ['rate', 'point', 'estimate', 'wilson'] as const;
  const head = keys.map((key) => say(lang, `spot-score.${key}`, { confidence }));
  return [
    section(say(lang, 'spot-score.section')),
    body(drawn),
    body(response),
    ...(rows.length > 0 ? [documentTable(head, rows, [40, 20, 20, 20])] : []),
  ];
}

/** Shares of the whole frame that rest on more than a few people. */
function isForAll({ area, wilson, small }: SpotRate): boolean {
  return area === '' && wilson !== undefined && !small;
}
