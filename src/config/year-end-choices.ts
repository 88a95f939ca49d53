/** Error percentages that may be given a limit. */
export const LIMITED_RATES = [
  'omission_rate',
  'duplication_rate',
  'misentry_rate',
  'agreement_rate',
  'reporting_accuracy',
  'net_accuracy',
  'statistical_error_rate',
  'verification_factor',
  'false_report_rate',
] as const;

/** Reports that a year-end run can write beside its result. */
export const YEAR_END_REPORTS = ['xlsx', 'html', 'docx', 'csv', 'md', 'junit', 'sarif'] as const;
