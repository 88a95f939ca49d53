import type { EventKindName } from '../../../model/event-kinds.js';
import type { RegisterName } from '../../../registers/types.js';
import { ANY_CODE, codeType } from '../../../store/tables.js';

/**
 * What two claims have in common: `s`, and `c`, which an earlier claimant makes (or the same one, where a claim is
 * repeated). All of it has to hold.
 */
export interface Likeness {
  /** Columns that are filled and agree: of both claims, or one of `s` with another of `c`. */
  by: readonly (ClaimColumn | readonly [ofS: ClaimColumn, ofC: ClaimColumn])[];
  /** Which claims it is about at all: SQL over claim `s`, whose columns it speaks of are among `by`. */
  only?: string;
  /**
   * Flags that show who a claim is about: it says nothing of two claims that bear all of them. The first of `by` is then
   * one column of both.
   */
  unless?: readonly ClaimFlag[];
  /** What else the claims must agree in: SQL over `s` and `c`. */
  and?: string;
}

/** A way to recognise that two claims of different claimants are of one event. */
export interface MatchKey extends Likeness {
  /** What the clerk reads as the reason, for example `child` or `mother-date`. */
  name: string;
}

/**
 * How one kind of event is claimed and matched. SQL fragments speak of claims `s` and `c` with the columns of table
 * `claims` (see `claims.ts`).
 */
export interface EventKind {
  name: EventKindName;
  /** The register that speaks for its point. */
  primary: RegisterName;
  /** The ways in which registers claim the event; no row claims it in two. */
  claims: readonly ClaimSelect[];
  /** Claims of one register at one point that are the same event (docs/domain.md#one-event-or-two). */
  same: readonly Likeness[];
  /** Claims of one register of people at one point that show the same event. */
  shown: readonly Likeness[];
  /** What shows that two claims of one register are of two events, though they find one that may be either. */
  apart?: string;
  /** Keys across registers, strongest first. */
  keys: readonly MatchKey[];
  /** Points for every agreeing value, and against a contradicting one: chooses among candidates of one key. */
  score: Readonly<Partial<Record<ClaimColumn, readonly [agrees: number, differs: number]>>>;
}

/**
 * How the rows of a register claim a kind of event. SQL fragments speak of the register's row `t`, of its claimant `k`,
 * of the persons that it names by their roles (`mother`, `self`, …; columns of `named`), and of the one row of `run`.
 */
export interface ClaimSelect {
  register: RegisterName;
  /**
   * Role of the person that the event is about (mother, wife, woman, self), of the other one, and of the child; or the
   * table of `join` that says who it is, where the row itself does not.
   */
  subject?: string;
  partner?: string;
  child?: string;
  /** SQL by column of `claims`; what is not named is null. */
  values: Partial<Record<ClaimValue, string>>;
  /** Further joins of row `t` that values and conditions need, and the tables of matching that they read. */
  join?: string;
  needs?: readonly string[];
  /** Which rows claim, so far as row, `join` and claimant say it: asked before anybody whom they name is looked up. */
  rows?: string;
  /** Which of these rows claim; all where absent. */
  where?: string;
}

export const CLAIM_VALUES = {
  date: 'DATE',
  partial: 'BOOLEAN',
  until: 'DATE',
  /** Whether the register says when stays end: one without that column cannot say that they are open. */
  ends: 'BOOLEAN',
  registered: 'DATE',
  sex: codeType('sex'),
  number: 'INTEGER',
  certificate: 'VARCHAR',
  /** Of the kind's own list: a birth's basis, a method, a direction, a marital status. */
  code: ANY_CODE,
  subject_order: codeType('order'),
  partner_order: codeType('order'),
  /** The other end of a stay. */
  place: 'VARCHAR',
  /** Of a woman who is, or ought to be, on the women register: how she lives there, and her method. */
  residence: ANY_CODE,
  method: codeType('method'),
  household_mother: 'BIGINT',
  /** Which of several children of one day a row may be that does not tell them apart. */
  twin: 'INTEGER',
} as const;

export type ClaimValue = keyof typeof CLAIM_VALUES;

/** Who the claim is about: numbers of persons, what else is compared of them, and whether a valid ID says who it is. */
export const CLAIM_PERSONS = {
  subject: 'BIGINT',
  subject_valid_id: 'BOOLEAN',
  subject_name: 'VARCHAR',
  subject_pinyin: 'VARCHAR',
  partner: 'BIGINT',
  partner_valid_id: 'BOOLEAN',
  partner_pinyin: 'VARCHAR',
  child: 'BIGINT',
  child_name: 'VARCHAR',
  child_id: 'VARCHAR',
  pinyin: 'VARCHAR',
} as const;

export type ClaimFlag = 'subject_valid_id' | 'partner_valid_id';

export type ClaimColumn = keyof typeof CLAIM_PERSONS | ClaimValue | 'community';

/** Days between the dates of the two claims. */
export const DAYS_APART = 'ABS(days_between(s.date, c.date))';

/** Whether the file of row `t` says when stays end. */
export const SAYS_ENDS = `has_text(k.columns, ' end_date ')`;

/** Whether row `t` of a card is of a living member. */
export const LIVING = 't.death_date IS NULL';

/** The date of an event, from a column of row `t`, and whether that holds a month only. */
export function dated(column: string): { date: string; partial: string } {
  return { date: `t.${column}`, partial: isPartial(column) };
}

/** Whether a date column of row `t` holds a month only. */
export function isPartial(column: string): string {
  return `has_text(CONCAT(' ', t.partial, ' '), ' ${column} ')`;
}
