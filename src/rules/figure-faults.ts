/**
 * The SELECT of a rule of this family. Intervals of rounded numbers, and the search for the smallest set of wrong
 * figures, are no set work: the measuring step writes its verdicts into `figure_faults` (see `measure/verdicts.ts`),
 * and the rule reads them.
 */
export function verdictSelect(rule: string): string {
  return `SELECT finding, ordinal, record, columns, NULLIF(cause, '') AS cause, NULLIF(covers, '') AS covers, community,
      severity, period, period AS span, figure, printed, recomputed, difference, error_percent, equation, repair, choices, detail, resembles
    FROM figure_faults WHERE rule = '${rule}'`;
}
