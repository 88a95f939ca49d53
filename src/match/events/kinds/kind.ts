import type { EventKindName } from '../../../model/event-kinds.js';
import type { RegisterName } from '../../../registers/types.js';
import { ANY_CODE, codeType } from '../../../store/tables.js';

/** A way to recognise that two claims are of one event. */
export interface MatchKey {
  /** What the clerk reads as the reason, for example `child` or `mother-date`. */
  name: string;
  /** Equality join of claim `s` (new) with claim `c` (already in an event); more conditions may follow with AND. */
  on: string;
}

/**
 * How one kind of event is claimed and matched. SQL fragments speak of claims `s` and `c` with the columns of table
 * `claims` (see `events.ts`).
 */
export interface EventKind {
  name: EventKindName;
  /** The register that speaks for its point. */
  own: RegisterName;
  /** One SELECT per register that claims the event; `t` is the register's table. */
  claims: readonly ClaimSelect[];
  /** Pairs of claims of one register at one point that are the same event (docs/domain.md#one-event-or-two). */
  same: readonly string[];
  /** Pairs of claims of one register of people at one point that show the same event. */
  shown: readonly string[];
  /** What shows that two claims of one register are of two events, though they find one that may be either. */
  apart?: string;
  /** Keys across registers, strongest first. */
  keys: readonly MatchKey[];
  /** Points for every agreeing value, fewer for a contradicting one: chooses among candidates of one key. */
  score: string;
}

/** Values of one claim, by column of `claims`; what is not named is null. */
export interface ClaimSelect {
  register: RegisterName;
  /** Role of the person that the event is about (mother, wife, woman, self), of the other one, and of the child. */
  subject?: string;
  partner?: string;
  child?: string;
  /** SQL expressions over the register's row `t` and its persons `subject`, `partner`, `child`. */
  values: Partial<Record<ClaimValue, string>>;
  /** A further join that the values need, and the tables of matching that it reads. */
  join?: string;
  needs?: readonly string[];
  /** Which rows claim; all where absent. */
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
} as const;

export type ClaimValue = keyof typeof CLAIM_VALUES;

/** Agreement of one value: `yes` points where both have it and agree, minus `no` where they differ. */
export function agreement(value: string, yes: number, no: number): string {
  return `CASE WHEN s.${value} = c.${value} THEN ${yes} WHEN s.${value} <> c.${value} THEN -${no} ELSE 0 END`;
}

/** Days between the dates of the two claims. */
export const DAYS_APART = 'ABS(days_between(s.date, c.date))';

/** Whether the file of row `t` says when stays end. */
export const SAYS_ENDS = `has_text(src.columns, ' end_date ')`;

/** Whether row `t` of a card is of a living member. */
export const LIVING = 't.death_date IS NULL';

/** Whether a date column of row `t` holds a month only. */
export function isPartial(column: string): string {
  return `has_text(CONCAT(' ', t.partial, ' '), ' ${column} ')`;
}
