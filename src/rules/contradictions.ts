import { DATE_COLUMN } from './events/cited.js';
import type { Named, RulePart } from './rule.js';
import { evidenceColumns, ofRule, ruleMaker } from './shared.js';
import { literal } from './sql.js';

/** An event that another one of the same people contradicts, or that lacks the other one that it implies. */
interface Contradiction extends RulePart {
  /** SELECT of `event`, and the `other` one with its `other_date`, which may be null. */
  found: string;
  /** The finding, over `event` and `other`: that of the event, where absent. */
  finding?: string;
  /** Which claims `c` of both are cited, and of which columns: claims of births and operations by their dates, where absent. */
  cited?: string;
  columns?: string;
}

/** One finding for each event that the SELECT of the rule returns: what claims it, then what claims the other one. */
export const contradictionRule = ruleMaker(contradictionSelect, {});

const CITED = `c.kind IN ('birth', 'contraception') AND NOT c.witness`;
const OF_EVENT = 'CAST(f.event AS STRING)';

function contradictionSelect(parts: readonly Named<Contradiction>[]): string {
  const found = parts.map(
    ({ rule, found: select, finding = OF_EVENT }) =>
      `SELECT ${literal(rule)} AS rule, ${finding} AS finding, f.event, f.other, f.other_date FROM (${select}) AS f`,
  );
  return `
    WITH found AS (
      ${found.join('\n      UNION ALL ')}
    ), sides AS (
      SELECT *, event AS side, 0 AS ordinal FROM found
      UNION ALL SELECT *, other, 1 FROM found WHERE other IS NOT NULL
    )
    SELECT s.rule, s.finding, s.ordinal, c.record, ${ofRule(parts, ({ columns = DATE_COLUMN }) => columns, 's.rule')} AS columns,
      COALESCE(e.community, '') AS community, s.event, e.subject_name AS person_name${evidenceColumns(parts, 's.rule')}
    FROM sides s JOIN events e ON e.event = s.event
    JOIN event_claims c ON c.event = s.side AND ${ofRule(parts, ({ cited = CITED }) => cited, 's.rule')}`;
}
