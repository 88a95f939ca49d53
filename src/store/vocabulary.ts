import type { EngineName } from '../model/engine.js';
import { MENTION_ROLES } from '../registers/types.js';

/** So many persons a record may name. */
const PER_RECORD = MENTION_ROLES.length;
/** The number of a role: the place of its text, in every engine. */
const ROLE_CASES = MENTION_ROLES.map((role, place) => `WHEN '${role}' THEN ${place}`).join(' ');

/**
 * The words that rules and matching use where SQL engines differ, expanded as text: `days_between(a, b)` and so on. Each
 * stands here with what every engine calls it.
 */
const WORDS = {
  /** Days from a to b, negative where b is earlier. */
  days_between: {
    duckdb: (a, b) => `date_diff('day', ${a}, ${b})`,
    spark: (a, b) => `DATEDIFF(${b}, ${a})`,
  },
  /** Completed years from a to b. */
  years_between: {
    duckdb: (a, b) => `date_sub('year', ${a}, ${b})`,
    spark: (a, b) => `CAST(MONTHS_BETWEEN(${b}, ${a}, FALSE) / 12 AS INT)`,
  },
  /** The date n days after d. */
  add_days: {
    duckdb: (d, n) => `CAST((${d}) + to_days(CAST(${n} AS INTEGER)) AS DATE)`,
    spark: (d, n) => `DATE_ADD(${d}, CAST(${n} AS INT))`,
  },
  /** The month of a date as YYYY-MM. */
  month_of: {
    duckdb: (d) => `strftime(${d}, '%Y-%m')`,
    spark: (d) => `DATE_FORMAT(${d}, 'yyyy-MM')`,
  },
  /** The date as YYYY-MM-DD text. */
  iso: {
    duckdb: (d) => `strftime(${d}, '%Y-%m-%d')`,
    spark: (d) => `CAST(${d} AS STRING)`,
  },
  /** Whether text a contains text b; false where either is null. */
  has_text: {
    duckdb: (a, b) => `COALESCE(contains(${a}, ${b}), FALSE)`,
    spark: (a, b) => `COALESCE(CONTAINS(${a}, ${b}), FALSE)`,
  },
  /** Whether a text is made of the digits 0 to 9. */
  is_digits: {
    duckdb: (text) => `regexp_full_match(${text}, '[0-9]+')`,
    spark: (text) => `(${text} RLIKE '^[0-9]+$')`,
  },
  /** Whether an ID of 18 characters is a man's: its 17th digit is odd. */
  male_id: {
    duckdb: (id) => `SUBSTRING(${id}, 17, 1) IN ('1', '3', '5', '7', '9')`,
    spark: (id) => `SUBSTRING(${id}, 17, 1) IN ('1', '3', '5', '7', '9')`,
  },
  /** The number of whoever a mention names, where no ID says who it is: a negative one, of that mention alone. */
  nobody: {
    duckdb: (record, role) => `-((${record}) * ${PER_RECORD} + enum_code(${role}))`,
    spark: (record, role) => `-((${record}) * ${PER_RECORD} + CASE ${role} ${ROLE_CASES} END)`,
  },
  /** 64 bits that stand for several values: equal where all are equal, nulls among them. */
  hash_of: {
    duckdb: (...values) => `hash(${values.join(', ')})`,
    spark: (...values) =>
      `XXHASH64(${values.map((value) => `COALESCE(CAST(${value} AS STRING), CHR(0))`).join(', ')})`,
  },
  /** The source of a record number. */
  source_of: {
    duckdb: (record) => `CAST((${record}) // 268435456 AS INTEGER)`,
    spark: (record) => `CAST((${record}) DIV 268435456 AS INT)`,
  },
} as const satisfies Record<string, Record<EngineName, (...args: string[]) => string>>;

const CALL = new RegExp(`\\b(${Object.keys(WORDS).join('|')})\\(`, 'g');

/** Replaces every word of the vocabulary by what an engine calls it; arguments may hold words themselves. */
export function expand(sql: string, engine: EngineName = 'duckdb'): string {
  CALL.lastIndex = 0;
  const call = CALL.exec(sql);
  if (!call) return sql;
  const start = call.index + call[0].length;
  const { args, end } = argumentsFrom(sql, start);
  const word: (...args: string[]) => string = WORDS[call[1] as keyof typeof WORDS][engine];
  const inner = args.map((arg) => expand(arg, engine));
  return sql.slice(0, call.index) + word(...inner) + expand(sql.slice(end), engine);
}

function argumentsFrom(sql: string, start: number): { args: string[]; end: number } {
  const args: string[] = [];
  let depth = 0;
  let from = start;
  for (let i = start; i < sql.length; i++) {
    const char = sql[i];
    if (char === '(') depth++;
    else if (char === ')' && depth-- === 0) return { args: [...args, sql.slice(from, i).trim()], end: i + 1 };
    else if (char === ',' && depth === 0) {
      args.push(sql.slice(from, i).trim());
      from = i + 1;
    }
  }
  throw new Error(`Unclosed parenthesis in SQL: ${sql.slice(start - 20, start + 40)}`);
}

/** A text literal. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Text literals in brackets, as they follow IN. */
export function anyOf(texts: readonly string[]): string {
  return `(${texts.map(quote).join(', ')})`;
}
