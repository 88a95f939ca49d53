import type { Lang } from '../../model/language.js';

/** How an assessment is to be printed. */
export interface ReportOptions {
  lang: Lang;
  /** Columns of the terminal, and whether it takes colours. */
  width: number;
  color: boolean;
}
