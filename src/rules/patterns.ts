import { z } from 'zod';
import type { Named, RulePart } from './rule.js';
import { evidenceColumns, isAsked, ofRule, ruleMaker } from './shared.js';
import { literal } from './sql.js';

/** Options that every statistical rule has: below `min_n` it is silent, and from `p` on as well. */
export const TEST_OPTIONS = { min_n: z.int().positive(), p: z.number().positive().max(1) };

/** What a rule of the family `pattern` finds in table `patterns`. */
interface Pattern extends RulePart {
  min_n: number;
  p: number;
  /** A further condition on the pattern `t`. */
  where?: string;
  /** SELECT of `subject, record, place`: the records that a pattern cites, in their order. */
  records?: string;
}

/**
 * A rule of this family. Tests are no set work: the measuring step writes their results into `patterns` (see
 * `measure/patterns/`), and the rule says which are worth a look. What one community shows hangs under what all show
 * together.
 */
export const patternRule = ruleMaker(patternSelect, { reads: 'measures' });

function patternSelect(parts: readonly Named<Pattern>[]): string {
  const citing = parts.flatMap(({ rule, records }) =>
    records === undefined ? [] : [`SELECT ${literal(rule)} AS rule, c.* FROM (${records}) AS c`],
  );
  const worth = ofRule(
    parts,
    ({ min_n, p, where = 'TRUE' }) => `t.n >= ${min_n} AND t.p < ${p} AND ${where}`,
    't.rule',
  );
  const [ordinal, record, join] =
    citing.length > 0
      ? [
          'COALESCE(r.place, 0)',
          'COALESCE(r.record, t.record)',
          `LEFT JOIN (${citing.join(' UNION ALL ')}) AS r ON r.rule = t.rule AND r.subject = t.subject`,
        ]
      : ['0', 't.record', ''];
  return `
    SELECT t.rule, t.subject AS finding, ${ordinal} AS ordinal, ${record} AS record, '' AS columns, t.community, t.point,
      t.subject AS identity, CASE WHEN t.community <> '' THEN t.rule END AS cause, CASE WHEN t.community = '' THEN t.rule END AS covers,
      t.n, t.p_value, t.detail${evidenceColumns(parts, 't.rule')}
    FROM patterns t ${join}
    WHERE ${isAsked(parts, 't.rule')} AND ${worth}`;
}
