/** A typed cell: text, codes and IDs as strings, dates as YYYY-MM-DD, integers as numbers, null where blank. */
export type Value = string | number | null;

/** A named problem of one cell. `rule` is the rule that reports it, without its text. */
export interface CellProblem {
  rule:
    | 'format/missing-value'
    | 'format/invalid-date'
    | 'format/partial-date'
    | 'format/unknown-code'
    | 'format/invalid-number'
    | 'format/damaged-id'
    | 'format/undecodable-text'
    | 'format/oversized-cell'
    | 'identity/invalid-id'
    | 'identity/unknown-region'
    | 'identity/birth-date-differs'
    | 'identity/sex-differs';
  /** Canonical column. */
  column: string;
  /** The cell as the file has it (first 200 characters). */
  raw: string;
  /** Reason code, for example `length`, `characters`, `date`, `check-digit`, or the formula of an error cell. */
  detail?: string;
}

/** A cell that is written unlike others of its column that mean the same, or whose text means nothing. */
export interface UnusualCell {
  /** Canonical column. */
  column: string;
  /** The cell as the file has it (first 200 characters). */
  raw: string;
}

/**
 * How far an ID can be trusted: `valid` (GB 11643, or a sound 15-digit one, upgraded), `invalid`, `damaged` by a
 * spreadsheet, `other` (another identity document, kept as it is), `blank`.
 */
export type IdStatus = 'valid' | 'invalid' | 'damaged' | 'other' | 'blank';

/** A person named in a row, with the keys that matching joins on. */
export interface Mention {
  role: string;
  /** Name as compared: no spaces or middle dots, simplified characters; null where blank or a placeholder. */
  nameKey: string | null;
  /** Toneless pinyin of the name key. */
  pinyin: string | null;
  /** Normalised ID (18 characters where valid); null where blank or damaged. */
  id: string | null;
  idStatus: IdStatus;
  /** From the row's column, else from the ID, valid or damaged; full dates only. */
  birthDate: string | null;
  /** 男 or 女: from the row's column or the role, else from a valid ID. */
  sex: string | null;
}

/** A row ready for the store. */
export interface NormalRow {
  /** Aligned with the register's columns. */
  values: Value[];
  /** Canonical names of date columns that hold a month only (their value is the first of the month). */
  partial: string[];
  mentions: Mention[];
  problems: CellProblem[];
  /** Codes, counts and dates whose text `Writings` cannot tell. */
  unusual?: UnusualCell[];
}
