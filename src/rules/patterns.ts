import { z } from 'zod';

/** Options that every statistical rule has: below `min_n` it is silent, and from `p` on as well. */
export const TEST_OPTIONS = {
  min_n: z.int().positive(),
  p: z.number().positive().max(1),
};

/** What a rule of the family `pattern` finds in table `patterns`. */
interface PatternSelect {
  rule: string;
  options: { min_n: number; p: number };
  /** A further condition on the pattern `t`. */
  where?: string;
  /** Further columns of the finding. */
  columns?: readonly string[];
  /** Joins a record `r` to cite, with the ordinal `place`. */
  records?: string;
}

/**
 * The SELECT of a rule of this family. Tests are no set work: the measuring step writes their results into `patterns`
 * (see `measure/patterns/`), and the rule says which are worth a look. What one community shows hangs under what all
 * show together.
 */
export function patternSelect({
  rule,
  options,
  where = 'TRUE',
  columns = [],
  records,
}: PatternSelect): string {
  const more = columns.map((column) => `, ${column}`).join('');
  return `
    SELECT t.subject AS finding, ${records ? 'COALESCE(r.place, 0)' : '0'} AS ordinal,
      ${records ? 'COALESCE(r.record, t.record)' : 't.record'} AS record, '' AS columns, t.community, t.point, t.subject AS identity,
      CASE WHEN t.community <> '' THEN '${rule}' END AS cause, CASE WHEN t.community = '' THEN '${rule}' END AS covers,
      t.n, t.p_value, t.detail${more}
    FROM patterns t ${records ?? ''}
    WHERE t.rule = '${rule}' AND t.n >= ${options.min_n} AND t.p < ${options.p} AND ${where}`;
}
