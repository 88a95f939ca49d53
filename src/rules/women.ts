import type { Named, RulePart } from './rule.js';
import { evidenceColumns, ofRule, ruleMaker, rulesTable } from './shared.js';

/** Rows `t` of women registers that break a rule by themselves. */
interface WomenRows extends RulePart {
  /** SQL over the row `t`, its source `s` and `run`. */
  where: string;
  /** Canonical columns cited, as SQL text. */
  columns: string;
}

/**
 * One finding a woman: all her rows of women registers for which the condition holds. What stands wrong at three points
 * is one fault.
 */
export const womenRule = ruleMaker(womenSelect, { needs: { all: ['women'] }, silentWithout: ['women'] });

function womenSelect(parts: readonly Named<WomenRows>[]): string {
  return `
    SELECT k.rule, CAST(COALESCE(c.subject, -t.record) AS STRING) AS finding, 0 AS ordinal, t.record,
      ${ofRule(parts, ({ columns }) => columns)} AS columns,
      COALESCE(t.community, '') AS community, c.event, c.subject_name AS person_name${evidenceColumns(parts)}
    FROM women t JOIN sources s ON s.source = t.source CROSS JOIN run
    JOIN ${rulesTable(parts)} ON ${ofRule(parts, ({ where }) => `(${where})`)}
    JOIN event_claims c ON c.record = t.record AND c.kind = 'enrolment'
    WHERE ${parts.map(({ where }) => `(${where})`).join(' OR ')}`;
}

/** Whether the file of source `s` has a column: what it has no column for, it cannot leave blank. */
export function hasColumn(column: string): string {
  return `has_text(s.columns, ' ${column} ')`;
}
