/**
 * The words that rules and matching use where SQL engines differ, expanded as text: `days_between(a, b)` and so on.
 * One table per engine; this is DuckDB's.
 */
const WORDS: Record<string, (...args: string[]) => string> = {
  /** Days from a to b, negative where b is earlier. */
  days_between: (a, b) => `date_diff('day', ${a}, ${b})`,
  /** Completed years from a to b. */
  years_between: (a, b) => `date_sub('year', ${a}, ${b})`,
  /** The date n days after d. */
  add_days: (d, n) => `CAST((${d}) + to_days(CAST(${n} AS INTEGER)) AS DATE)`,
  /** The month of a date as YYYY-MM. */
  month_of: (d) => `strftime(${d}, '%Y-%m')`,
  /** The date as YYYY-MM-DD text. */
  iso: (d) => `strftime(${d}, '%Y-%m-%d')`,
  /** Whether text a contains text b; false where either is null. */
  has_text: (a, b) => `COALESCE(contains(${a}, ${b}), FALSE)`,
  /** Whether a text is made of the digits 0 to 9. */
  is_digits: (text) => `regexp_full_match(${text}, '[0-9]+')`,
  /** Whether an ID of 18 characters is a man's: its 17th digit is odd. */
  male_id: (id) => `SUBSTRING(${id}, 17, 1) IN ('1', '3', '5', '7', '9')`,
  /** The number of whoever a mention names, where no ID says who it is: a negative one, of that mention alone. */
  nobody: (record, role) => `-((${record}) * 8 + enum_code(${role}))`,
  /** 64 bits that stand for several values: equal where all are equal, nulls among them. */
  hash_of: (...values) => `hash(${values.join(', ')})`,
  /** The source of a record number. */
  source_of: (record) => `CAST((${record}) // 268435456 AS INTEGER)`,
};

const CALL = new RegExp(`\\b(${Object.keys(WORDS).join('|')})\\(`, 'g');

/** Replaces every word of the vocabulary by what this engine calls it; arguments may hold words themselves. */
export function expand(sql: string): string {
  CALL.lastIndex = 0;
  const call = CALL.exec(sql);
  if (!call) return sql;
  const start = call.index + call[0].length;
  const { args, end } = argumentsFrom(sql, start);
  const word = WORDS[call[1] as string] as (...args: string[]) => string;
  return sql.slice(0, call.index) + word(...args.map(expand)) + expand(sql.slice(end));
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
