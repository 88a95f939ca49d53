import type { z } from 'zod';
import type { Severity } from '../model/severity.js';
import type { RegisterName } from '../registers/types.js';

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

/** What a rule brings into a SELECT that it shares with others. */
export interface RulePart {
  /** Evidence of this rule that others need not have: column → SQL. */
  evidence?: Readonly<Record<string, string>>;
}

/**
 * One SELECT for several rules that read the same tables, so that these are read and joined once: each of its rows names
 * its rule in the column `rule`. Evidence that another rule brings is left out of a finding.
 */
export type SharedSelect<P extends RulePart = RulePart> = (parts: readonly Named<P>[]) => string;

/** A part beside the name of its rule. */
export type Named<P extends RulePart = RulePart> = P & { rule: string };

/**
 * One rule: data and one SELECT. The SELECT returns one row per (finding, ordinal, record), in any order:
 *
 * - `finding`: text, the same for all rows of one finding, made of record or event numbers
 * - `ordinal`: a whole number: the order in which records are cited
 * - `record`: the record cited, of equal ordinals in the order of point, register and content (null only for findings about something absent, such as a register)
 * - `columns`: canonical columns cited, separated by spaces ('' for the whole row)
 *
 * on any row of the finding, where they apply:
 *
 * - `cause`: anchors that this finding follows from, separated by spaces (see `causes.ts`)
 * - `covers`: anchors of findings that this one is the cause of, separated by spaces
 * - `missing`: `point|register|community` of claimants that lack a claim, separated by `;`
 *
 * and on the first row:
 *
 * - `community`: text, empty or null where it belongs to none
 * - `event`: event number or null
 * - `severity`, `period`, `point`, `count`, `unconfirmed`: optional, as in the JSON contract
 * - `identity`: optional text that makes the stable id instead of the records (where any of many could be cited)
 * - any other column is evidence, and a parameter of the message. A column named `…_name` or `…_id` is masked as a
 *   name or an ID; `raw`, `value` and `other` are masked like the first column that the finding cites
 */
export interface Rule<Options = unknown> {
  /** family/slug, never reused. */
  name: string;
  severity: Severity;
  /**
   * Registers of which at least one (any) or all (all) must have been supplied; whether last month's must be at hand
   * (previous), or the sheets of a spot audit (sheets).
   */
  needs?: { any?: readonly RegisterName[]; all?: readonly RegisterName[]; previous?: true; sheets?: true };
  /**
   * The last tables that the SELECT waits for: those of reading (`registers`), of matching (`events`, where absent), or
   * those that `measure/` leaves (`measures`: `figure_faults`, `patterns`, `estimates`).
   */
  reads?: 'registers' | 'events' | 'measures';
  /** Tables without whose rows the SELECT returns none: while one of them is empty, the rule passes unasked. */
  silentWithout?: readonly string[];
  options?: z.ZodType<Options>;
  defaults?: Options;
  title: Bilingual;
  why: Bilingual;
  remedy: Bilingual;
  /**
   * `{name}` stands for an evidence column, or for what the runner knows of every finding: `{community}`; `{point}`,
   * `{register}`, `{heading}` and `{value}` of the first record and cell cited; `{cells}`, all cited cells with their
   * values; `{missing}`, the claimants that lack a claim; `{reason}`, the words for the evidence `detail`; `{guess}`,
   * the same as a sentence of its own, or nothing; `{records}`, how many records are cited; `{kind}`, the event of the
   * evidence `event_kind`; `{lists}`, the points of the evidence `list_points`.
   */
  message: Bilingual;
  /** The SELECT that the rule shares with others, which `select` then is for this rule alone (see `shared.ts`). */
  shared?: { by: SharedSelect<never>; part(options: Options): RulePart };
  select(context: RuleContext<Options>): string;
}
