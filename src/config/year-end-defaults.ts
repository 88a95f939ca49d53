import type { YearEndConfig } from './types.js';

/** What a year-end run does where the configuration says nothing: its own folder, two reports, no thresholds. */
export const DEFAULT_YEAR_END: YearEndConfig = { paths: [], reports: ['xlsx', 'html'], thresholds: [] };
