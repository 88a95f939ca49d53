import { expand } from '../vocabulary.js';

const PIECES = /'(?:[^']|'')*'|[^']+/g;

/**
 * SQL of the common subset as Spark takes it. Settings of the session do most (quoted identifiers, backslashes); what is
 * left are the names of text types, and two habits that only matter where there are nulls: texts are joined without
 * them, and what is sorted upwards has them last.
 */
export function toSpark(sql: string): string {
  const typed = expand(sql, 'spark').replace(/\bENUM\((?:'(?:[^']|'')*'(?:,\s*)?)*\)/g, 'STRING');
  const pieces = typed.match(PIECES) ?? [];
  const spoken = pieces.map((piece) =>
    piece.startsWith("'")
      ? piece
      : piece.replace(/\bVARCHAR\b/g, 'STRING').replace(/\bCONCAT\(/g, "CONCAT_WS('', "),
  );
  return nullsLast(spoken.join(''));
}

const ORDER = /\bORDER BY\b/g;

function nullsLast(sql: string): string {
  let text = '';
  let at = 0;
  ORDER.lastIndex = 0;
  for (let found = ORDER.exec(sql); found; found = ORDER.exec(sql)) {
    const from = found.index + found[0].length;
    const { items, end } = itemsFrom(sql, from);
    text += sql.slice(at, from) + items.map(lastOf).join(',');
    at = end;
    ORDER.lastIndex = end;
  }
  return text + sql.slice(at);
}

/** An item of a list of sort keys. */
function lastOf(item: string): string {
  const inner = nullsLast(item);
  return /(NULLS\s+(FIRST|LAST)|\bDESC)\s*$/i.test(item) ? inner : `${inner.trimEnd()} NULLS LAST `;
}

/** The sort keys from a position on, and where they end: at the bracket they stand in, or at what follows a list. */
function itemsFrom(sql: string, start: number): { items: string[]; end: number } {
  const items: string[] = [];
  let depth = 0;
  let from = start;
  let at = start;
  let quoted = false;
  for (; at < sql.length; at++) {
    const char = sql[at];
    if (char === "'") quoted = !quoted;
    if (quoted) continue;
    if (char === '(') depth++;
    else if (char === ')' && depth-- === 0) break;
    else if (char === ',' && depth === 0) {
      items.push(sql.slice(from, at));
      from = at + 1;
    } else if (depth === 0 && /^\s(?:ROWS|RANGE|LIMIT|UNION)\b/.test(sql.slice(at, at + 7))) break;
  }
  return { items: [...items, sql.slice(from, at)], end: at };
}
