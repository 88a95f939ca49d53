/**
 * What a register is. Registers are plain data: the reader recognises files by them, the normaliser types
 * cells by them, the store makes tables from them, and templates are written from them.
 */

export const REGISTER_NAMES = [
  'births',
  'marriages',
  'contraception',
  'migrants',
  'women',
  'households',
  'deaths',
  'moves',
  'visits',
  'buildings',
  'figures',
] as const;

export type RegisterName = (typeof REGISTER_NAMES)[number];

/** Registers of people that are compared with last month's. */
export const ROSTER_NAMES = ['households', 'women'] as const satisfies readonly RegisterName[];

/** Code lists are column types too: `sex`, `method` and so on (see `codes.ts`). */
export const CODE_NAMES = [
  'sex',
  'policy',
  'direction',
  'move',
  'basis',
  'residence',
  'order',
  'marital',
  'method',
  'management',
  'service',
] as const;

export type CodeName = (typeof CODE_NAMES)[number];

/** `name` is a person's name (gets comparison keys), `text` any other text, `number` keeps its printed form. */
export type ColumnType = 'text' | 'name' | 'id' | 'date' | 'integer' | 'number' | CodeName;

export interface Column {
  /** Canonical English name, as in SQL and JSON. */
  name: string;
  /** Chinese heading that templates print. */
  heading: string;
  /** Other headings that are accepted. */
  synonyms: readonly string[];
  type: ColumnType;
  required?: true;
  /** The date may lie after the as-of date (due dates and expiries). */
  mayBeFuture?: true;
  /** 2999, 9999 or 长期 mean that there is no end: no date, and nothing wrong. */
  mayHaveNoEnd?: true;
}

/** The roles in which a row may name a person, in the order of text, which numbers them; `self`: whom the row is about. */
export const MENTION_ROLES = [
  'child',
  'father',
  'husband',
  'mother',
  'self',
  'spouse',
  'wife',
  'woman',
] as const;

export type MentionRole = (typeof MENTION_ROLES)[number];

/** A place in a row that names a person. */
export interface MentionSpec {
  /** Unique in its register. */
  role: MentionRole;
  name?: string;
  id?: string;
  birthDate?: string;
  /** A column, or the sex that the role implies. */
  sex?: { column: string } | { always: '男' | '女' };
}

export interface Register {
  name: RegisterName;
  /** Chinese name that templates and sheets carry. */
  heading: string;
  /** Other names that sheets and files carry. */
  synonyms: readonly string[];
  columns: readonly Column[];
  mentions: readonly MentionSpec[];
  /** Columns a witness's list needs at least; absent where witnesses do not keep this register. */
  witnessNeeds?: readonly string[];
  /** Columns that say which record this is: they make the stable identity of findings. */
  identity: readonly string[];
  /** Columns taken from the row above when all of them are blank (twins share their parents' cells). */
  inheritsWhenAllBlank?: readonly string[];
  /** Column whose value may come from the sheet or file name (the direction of migrants and moves). */
  fromName?: string;
}
