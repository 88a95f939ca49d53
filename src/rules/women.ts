/** Rows `t` of women registers that break a rule by themselves. */
export interface WomenRows {
  /** SQL over the row `t`, its source `s` and `run`. */
  where: string;
  /** Canonical columns cited, as SQL text. */
  columns: string;
  /** Evidence, as SQL with its alias. */
  evidence?: readonly string[];
  /** Anchor that the finding follows from, as SQL. */
  cause?: string;
}

/**
 * One finding a woman: all her rows of women registers for which the condition holds. What stands wrong at three points
 * is one fault.
 */
export function womenSelect({ where, columns, evidence = [], cause }: WomenRows): string {
  const more = [...evidence, ...(cause ? [`${cause} AS cause`] : [])].map((column) => `, ${column}`).join('');
  return `
    SELECT CAST(COALESCE(c.subject, -t.record) AS STRING) AS finding, 0 AS ordinal, t.record, ${columns} AS columns,
      COALESCE(t.community, '') AS community, c.event, c.subject_name AS person_name${more}
    FROM women t JOIN sources s ON s.source = t.source CROSS JOIN run
    JOIN event_claims c ON c.record = t.record AND c.kind = 'enrolment'
    WHERE ${where}`;
}

/** Whether the file of source `s` has a column: what it has no column for, it cannot leave blank. */
export function hasColumn(column: string): string {
  return `has_text(s.columns, ' ${column} ')`;
}
