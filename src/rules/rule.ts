import type { RegisterName } from '../registers/types.js';
import type { Severity } from '../report/result.js';
import type { z } from 'zod';

/** The same sentence in both languages. */
export interface Bilingual {
  zh: string;
  en: string;
}

/** What a rule's SELECT may depend on besides the tables. Dates are YYYY-MM-DD. */
export interface RuleContext<Options> {
  options: Options;
  /** Registers that the run holds, by point. */
  supplied: ReadonlyMap<string, ReadonlySet<RegisterName>>;
}

/**
 * One rule: data and one SELECT. The SELECT returns one row per (finding, ordinal, record):
 *
 * - `finding`: text, the same for all rows of one finding, made of record or event numbers
 * - `ordinal`: 0, 1, …: the order in which records are cited
 * - `record`: the record cited (null only for findings about something absent, such as a register)
 * - `columns`: canonical columns cited, separated by spaces ('' for the whole row)
 * - `community`: text, on the first row
 * - `event`: event number or null, on the first row
 * - `severity`: optional override, on the first row
 * - `missing`: optional `point|register|community` list, separated by `;`, on the first row
 * - `cause`: optional anchor text of findings that this one follows from (see `causes.ts`)
 * - any other column on the first row is evidence, and a parameter of the message
 */
export interface Rule<Options = Record<string, never>> {
  /** family/slug, never reused. */
  name: string;
  severity: Severity;
  /** Registers of which at least one (any) or all (all) must have been supplied. */
  needs?: { any?: readonly RegisterName[]; all?: readonly RegisterName[] };
  options?: z.ZodType<Options>;
  defaults?: Options;
  title: Bilingual;
  why: Bilingual;
  remedy: Bilingual;
  /** `{name}` stands for an evidence column. */
  message: Bilingual;
  select: (context: RuleContext<Options>) => string;
}
