import { isKnownRegion, isValidId, parseId } from '../../keys/id.js';
import { isPlainName, parseName } from '../../keys/name.js';
import {
  CELL_LIMIT,
  isBlank,
  isBlankOrNone,
  isTidy,
  limited,
  startsWithDigit,
  unquoted,
} from '../../keys/text.js';
import type { Value } from '../../model/row.js';
import { isCodeName } from '../../registers/codes.js';
import type { Column } from '../../registers/types.js';
import { type CodeWords, codeReader } from './code.js';
import { hasNoEnd, isIsoDate, parseDate } from './date.js';
import { parseFigure, parseInteger } from './number.js';
import { monthOfDay } from './period.js';
import { keepText, type RowState, reportProblem } from './problem.js';
import { type DateWriting, type WordWriting, Writings } from './writings.js';

export interface CellOptions {
  /** Extra code words by code list and canonical code. */
  codes: Readonly<Record<string, CodeWords>>;
  date1904: boolean;
  /** The canonical name of a community, null where blank. */
  community: (raw: string) => string | null;
  /** Learns how the columns are written; absent where nobody asks. */
  writings?: Writings;
}

/** The two ways through a cell: `quick` for what nearly all cells are (undefined: look closer), `parse` for the rest. */
export interface Ways {
  quick: (raw: string, row: RowState) => Value | undefined;
  parse: (text: string | number, row: RowState, raw: string | number) => Value;
}

/** Distinct texts of a column that are remembered: dates in other styles than YYYY-MM-DD, and words of codes. */
const DATE_CACHE_SIZE = 100_000;
const CODE_CACHE_SIZE = 1_000;
/** A longer text may be a slice that would keep the whole block of the file in memory that it was cut from. */
const LONGEST_KNOWN = 12;
/** Blank texts are shorter than this: longer tidy text is kept without another look. */
const SURELY_FILLED = 5;
/** Longer ones are looked at like any other text. */
const LONGEST_NAME = 30;
/** The characters up to it are marks that text rarely begins with: apostrophe and bracket among them. */
const BRACKET = 40;
const EQUALS = 61;

/** The ways through the cells of a column, by its type. */
export function waysOf(column: Column, at: number, options: CellOptions): Ways {
  const { type, name } = column;
  const { writings = new Writings() } = options;
  if (isCodeName(type)) {
    return codeWays(name, codeReader(type, options.codes[type]), writings.words(column));
  }
  if (type === 'date') return dateWays(column, options.date1904, writings.dates(column));
  if (type === 'id') return idWays(name, at);
  if (type === 'integer') return integerWays(name);
  if (type === 'number') return figureWays(name);
  if (type === 'name') return nameWays;
  if (name === 'period') return periodWays;
  return name === 'community' ? communityWays(options.community) : textWays;
}

/** Tidy text that neither an error value nor what a spreadsheet keeps text with (`'…`, `="…"`) can begin. */
function isPlainText(raw: string): boolean {
  const first = raw.charCodeAt(0);
  return raw.length <= CELL_LIMIT && first > BRACKET && first !== EQUALS && isTidy(raw);
}

const textWays: Ways = {
  quick: (raw) => {
    const filled = raw.length >= SURELY_FILLED || startsWithDigit(raw);
    return filled && isPlainText(raw) ? limited(raw) : undefined;
  },
  parse: (text) => {
    const shown = unquoted(String(text));
    return isBlankOrNone(shown) ? null : shown;
  },
};

const periodWays: Ways = {
  quick: () => undefined,
  parse: (text, row, raw) => monthOfDay(text) ?? textWays.parse(text, row, raw),
};

const nameWays: Ways = {
  quick: (raw) => (raw.length <= LONGEST_NAME && isPlainName(raw) ? parseName(raw) : undefined),
  parse: (text) => parseName(unquoted(String(text))),
};

function communityWays(canonical: (raw: string) => string | null): Ways {
  return {
    quick: (raw) => (isPlainText(raw) ? canonical(raw) : undefined),
    parse: (text) => canonical(unquoted(String(text))),
  };
}

function codeWays(
  column: string,
  read: (raw: string | number) => string | null | undefined,
  writing: WordWriting,
): Ways {
  const known = new Map<string, string | null>();
  return {
    quick: (raw) => known.get(raw),
    parse: (text, row, raw) => {
      const word = unquoted(String(text));
      const code = read(word);
      if (code === undefined)
        return isBlankOrNone(word) ? null : reportProblem(row, 'format/unknown-code', column, raw);
      if (code !== null && !writing.isUsual(word, code)) keepText(row, column, word);
      else if (isWorthKnowing(raw) && known.size < CODE_CACHE_SIZE) known.set(raw, code);
      return code;
    },
  };
}

/** Other texts than those of the usual form are read each time, since each of them is kept. */
function dateWays({ name: column, mayHaveNoEnd }: Column, date1904: boolean, writing: DateWriting): Ways {
  const known = new Map<string, string>();
  return {
    quick: (raw) => (writing.isIso && isIsoDate(raw) ? raw : known.get(raw)),
    parse: (text, row, raw) => {
      if (typeof text === 'string' && isBlankOrNone(unquoted(text))) return null;
      if (mayHaveNoEnd && hasNoEnd(text)) return null;
      const result = parseDate(text, date1904);
      if ('problem' in result) return reportProblem(row, 'format/invalid-date', column, raw, result.problem);
      if (result.partial) {
        row.partial.push(column);
        reportProblem(row, 'format/partial-date', column, raw);
      } else if (!writing.isUsual(unquoted(String(text)), result.date)) keepText(row, column, text);
      else if (isWorthKnowing(raw) && known.size < DATE_CACHE_SIZE) known.set(raw, result.date);
      return result.date;
    },
  };
}

function isWorthKnowing(raw: string | number): raw is string {
  return typeof raw === 'string' && raw.length <= LONGEST_KNOWN;
}

function idWays(column: string, at: number): Ways {
  return {
    quick: (raw, row) => {
      if (!isValidId(raw) || !isKnownRegion(raw)) return undefined;
      row.idStatus[at] = 'valid';
      return raw;
    },
    parse: (text, row, raw) => {
      const { id, status, problem, born } = parseId(text);
      row.idStatus[at] = status;
      if (born !== undefined) row.born = { ...row.born, [at]: born };
      if (status === 'damaged') reportProblem(row, 'format/damaged-id', column, raw, problem);
      if (status === 'invalid') reportProblem(row, 'identity/invalid-id', column, raw, problem);
      if (status === 'valid' && id !== null && !isKnownRegion(id))
        reportProblem(row, 'identity/unknown-region', column, raw);
      return id;
    },
  };
}

/** The value of one or two plain digits, -1 for any other text. */
function smallCount(raw: string): number {
  const first = raw.charCodeAt(0) - 48;
  if (!(first >= 0 && first <= 9) || raw.length > 2) return -1;
  const second = raw.charCodeAt(1) - 48;
  if (raw.length === 1) return first;
  return second >= 0 && second <= 9 ? first * 10 + second : -1;
}

function integerWays(column: string): Ways {
  return {
    quick: (raw) => {
      const count = smallCount(raw);
      return count < 0 ? undefined : count;
    },
    parse: (text, row, raw) => {
      if (typeof text === 'string' && isBlankOrNone(unquoted(text))) return null;
      const count = parseInteger(text);
      if (count === null) return reportProblem(row, 'format/invalid-number', column, raw);
      if (Number(String(text).replaceAll(',', '')) !== count) keepText(row, column, text);
      return count;
    },
  };
}

function figureWays(column: string): Ways {
  return {
    quick: () => undefined,
    parse: (text, row, raw) => {
      if (typeof text === 'string' && isBlank(unquoted(text))) return null;
      return parseFigure(text) ?? reportProblem(row, 'format/invalid-number', column, raw);
    },
  };
}
