import type { Named, Rule, RulePart } from './rule.js';
import { type RuleDescription, sharing } from './shared.js';
import { literal } from './sql.js';

/** What a visit showed to be otherwise than the registers have it. */
interface Shown extends RulePart {
  /** The table of it, as `x` in the columns below. */
  table: 'field_items' | 'field_refuted' | 'field_omitted';
  columns?: string;
  ordinal?: string;
  /** Of the record that is cited, where absent. */
  community?: string;
  missing?: string;
  cause?: string;
  /** What the cause comes from. */
  join?: string;
}

/** A rule about what only a spot audit can show (tables that `spot/score` leaves): one finding a visit. */
export function visitRule(rule: Omit<RuleDescription, 'needs' | 'silentWithout'>, shown: Shown): Rule {
  const facts = { ...rule, needs: { sheets: true as const }, silentWithout: [shown.table] };
  return sharing(visitSelect, facts, () => shown);
}

function visitSelect(parts: readonly Named<Shown>[]): string {
  const shown = parts.map(
    ({
      rule,
      table,
      columns = `''`,
      ordinal = 'x.place',
      community = 'NULL',
      missing = 'NULL',
      cause = 'NULL',
      join = '',
    }) =>
      `SELECT ${literal(rule)} AS rule, x.visit, ${ordinal} AS ordinal, x.record, ${columns} AS columns,
        CAST(${community} AS STRING) AS community, CAST(${missing} AS STRING) AS missing, CAST(${cause} AS STRING) AS cause
      FROM ${table} x ${join}`,
  );
  return `
    SELECT x.rule, CAST(x.visit AS STRING) AS finding, x.ordinal, x.record, x.columns,
      COALESCE(x.community, r.community, '') AS community, x.missing, x.cause, w.name AS person_name
    FROM (${shown.join(' UNION ALL ')}) AS x LEFT JOIN records r ON r.record = x.record
    LEFT JOIN ${NAMES} AS w ON w.visit = x.visit`;
}

/** The name by which most records of a finding know the person. */
const NAMES = `(SELECT x.visit, MIN(n.name_key) AS name FROM (SELECT visit, record, role FROM seen
    UNION SELECT visit, record, 'self' FROM field_records) AS x
  JOIN named n ON n.record = x.record AND n.role = x.role GROUP BY x.visit)`;
