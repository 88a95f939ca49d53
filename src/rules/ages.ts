import type { EventKindName } from '../model/event-kinds.js';
import type { Named, RulePart } from './rule.js';
import { evidenceColumns, ofRule, ruleMaker } from './shared.js';
import { isAny, literal } from './sql.js';

/** An age at which people are not expected to be part of an event. */
interface Age extends RulePart {
  kind: EventKindName;
  /** SQL over a claim `c` and a person `n` of its row: which part that person has in the event; null for one of no concern. */
  side: string;
  /** SQL over the `side`, and the `low` and `high` age there, whichever claim's date of birth one takes. */
  amiss: string;
  /** SQL over `low` and `high`: the age that the finding names. */
  age: string;
  /** Canonical columns cited of a row `s`, as SQL text. */
  columns: string;
  /** SQL over the `age` of `y`: the severity, where it depends on that. */
  severity?: string;
}

/** One finding for each event and side with such an age: what claims it, primary registers first. */
export const ageRule = ruleMaker(ageSelect, {});

function ageSelect(parts: readonly Named<Age>[]): string {
  const kinds = parts.map(({ kind }) => kind);
  const rules = parts.map(({ rule, kind }) => `WHEN ${literal(kind)} THEN ${literal(rule)}`);
  return `
    WITH sides AS (
      SELECT * FROM (
        SELECT CASE e.kind ${rules.join(' ')} END AS rule, e.event, e.date, e.community, c.record, c.register, c.is_primary, n.name_key,
          years_between(n.birth_date, e.date) AS age, CASE e.kind ${parts.map(({ kind, side }) => `WHEN ${literal(kind)} THEN ${side}`).join(' ')} END AS side
        FROM events e JOIN event_claims c ON c.event = e.event AND ${isAny('c.kind', kinds)}
        JOIN named n ON n.record = c.record
        WHERE ${isAny('e.kind', kinds)} AND e.in_period AND e.date IS NOT NULL AND NOT c.witness AND n.birth_date IS NOT NULL) AS said
      WHERE side IS NOT NULL
    ), ages AS (
      SELECT rule, event, side, MIN(age) AS low, MAX(age) AS high, MIN(name_key) AS name FROM sides
      GROUP BY rule, event, side
    ), aged AS (
      SELECT rule, event, side, name, ${ofRule(parts, ({ age }) => age, 'rule')} AS age FROM ages
      WHERE ${ofRule(parts, ({ amiss }) => `(${amiss})`, 'rule')}
    )
    SELECT s.rule, CONCAT(CAST(s.event AS STRING), s.side) AS finding, CASE WHEN s.is_primary THEN 0 ELSE 1 END AS ordinal, s.record,
      ${ofRule(parts, ({ columns }) => columns, 's.rule')} AS columns, COALESCE(s.community, '') AS community, s.event,
      ${ofRule(parts, ({ severity }) => severity, 's.rule')} AS severity, y.name AS person_name, iso(s.date) AS event_date,
      y.age${evidenceColumns(parts, 's.rule')}
    FROM aged y JOIN sides s ON s.rule = y.rule AND s.event = y.event AND s.side = y.side`;
}
