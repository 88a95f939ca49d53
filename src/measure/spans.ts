import type { Months } from '../keys/months.js';
import {
  type Grain,
  LENGTHS,
  lengthOf,
  monthNumber,
  monthsAt,
  monthsOf,
  readSpan,
  type Span,
  spanOf,
} from './periods.js';

export interface SpansAsked {
  period: { label: string; from: string; to: string };
  /** Periods of this length are counted even where nothing is reported for them. */
  every?: Grain;
}

/** The audited period, and its parts where they are asked for. */
export function spansOf({ period, every }: SpansAsked): Span[] {
  const months = monthsOf(period);
  const whole = readSpan(period.label, 1);
  const length = every === undefined ? lengthOf(months) : LENGTHS[every];
  if (lengthOf(months) % length !== 0) return [];
  const start = monthNumber(months.from);
  return Array.from({ length: lengthOf(months) / length }, (_, n) => {
    const part = monthsAt(start + n * length, length);
    return spanOf(part, length === lengthOf(months) ? whole.label : labelOf(part));
  });
}

function labelOf({ from, to }: Months): string {
  const [year = '', month = ''] = to.split('-');
  if (from === to) return to;
  if (from === `${year}-01` && month === '06') return `${year}上半年`;
  if (from === `${year}-07` && month === '12') return `${year}下半年`;
  return Number(month) % 3 === 0 && lengthOf({ from, to }) === 3
    ? `${year}Q${Number(month) / 3}`
    : `${from}/${to}`;
}
