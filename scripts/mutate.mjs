// What may go wrong in one place of a source file: numbers, comparisons, conditions, lists; in TypeScript and in the SQL of its strings.
import { parseSync } from 'oxc-parser';

const SWAPS = {
  '<': ['<='],
  '<=': ['<'],
  '>': ['>='],
  '>=': ['>'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '&&': ['||'],
  '||': ['&&'],
};
const CALLS = { min: 'max', max: 'min', some: 'every', every: 'some', floor: 'ceil', ceil: 'floor' };
/** Of objects whose texts are for people, and of types that the compiler erases. */
const PASSED_OVER =
  /^(zh|en|title|why|remedy|message|typeAnnotation|typeArguments|typeParameters|returnType)$/;

const near = (text) => {
  const value = Number(text.replaceAll('_', ''));
  if (!Number.isInteger(value)) return [String(value * 1.1), String(value * 0.9)];
  return value === 0 ? ['1'] : [String(value + 1), String(value - 1)];
};

/** Changes of one node of the syntax tree: `[start, end, instead]`. */
const NODES = {
  Literal: ({ start, end, value, raw }) => {
    if (typeof value === 'number') return near(raw).map((now) => [start, end, now]);
    if (typeof value === 'boolean') return [[start, end, String(!value)]];
    return typeof value === 'string' ? inSql(raw, start) : [];
  },
  TemplateLiteral: ({ start, end }, text) => inSql(text.slice(start, end), start),
  BinaryExpression: (node, text) => operator(node, text),
  LogicalExpression: (node, text) =>
    node.operator === '??' && node.left.type !== 'MemberExpression'
      ? [[node.start, node.end, text.slice(node.left.start, node.left.end)]]
      : operator(node, text),
  UnaryExpression: ({ start, argument, operator: sign }) =>
    sign === '!' || sign === '-' ? [[start, argument.start, '']] : [],
  ConditionalExpression: ({ test }) => ['true', 'false'].map((now) => [test.start, test.end, now]),
  IfStatement: ({ test }) => ['true', 'false'].map((now) => [test.start, test.end, now]),
  ArrayExpression: ({ elements }) =>
    elements.length > 1 ? elements.map((_, n) => without(elements, n)) : [],
  CallExpression: ({ callee, end }) => {
    if (callee.type !== 'MemberExpression' || callee.computed) return [];
    const { name, start, end: after } = callee.property;
    if (name === 'filter' || name === 'sort') return [[callee.object.end, end, '']];
    return Object.hasOwn(CALLS, name) ? [[start, after, CALLS[name]]] : [];
  },
};

function without(elements, n) {
  const [from, to] =
    n === 0 ? [elements[0].start, elements[1].start] : [elements[n - 1].end, elements[n].end];
  return [from, to, ''];
}

function operator({ left, right, operator: sign }, text) {
  const at = text.indexOf(sign, left.end);
  return at < right.start ? (SWAPS[sign] ?? []).map((now) => [at, at + sign.length, now]) : [];
}

/** What looks like SQL in a string. */
const SQL =
  /\b(SELECT|FROM|WHERE|JOIN|AND|OR|CASE|WHEN|COALESCE|COUNT|MIN|MAX|SUM|DISTINCT|EXISTS|IS NULL)\b|\s[<>=]{1,2}\s/;
const WORDS = [
  [/ <= /g, ' < '],
  [/ < /g, ' <= '],
  [/ >= /g, ' > '],
  [/ > /g, ' >= '],
  [/ = /g, ' <> '],
  [/ <> /g, ' = '],
  [/(?<!BETWEEN \S+) AND /g, ' OR '],
  [/ OR /g, ' AND '],
  [/IS NULL/g, 'IS NOT NULL'],
  [/IS NOT NULL/g, 'IS NULL'],
  [/NOT (?=EXISTS|IN\b|\()/g, ''],
  [/\bLEFT JOIN\b/g, 'JOIN'],
  [/(?<!LEFT )\bJOIN\b/g, 'LEFT JOIN'],
  [/\bMIN(?=\()/g, 'MAX'],
  [/\bMAX(?=\()/g, 'MIN'],
  [/\bLEAST(?=\()/g, 'GREATEST'],
  [/\bGREATEST(?=\()/g, 'LEAST'],
  [/\bDISTINCT /g, ''],
  [/\bUNION ALL\b/g, 'UNION'],
  [/\bUNION\b(?! ALL)/g, 'UNION ALL'],
  [/\bTRUE\b/g, 'FALSE'],
  [/\bFALSE\b/g, 'TRUE'],
  [/ DESC\b/g, ''],
];
const END = /\b(AND|OR|THEN|ELSE|END|GROUP|ORDER|HAVING|UNION|WHERE|JOIN|LEFT|WHEN|AS|SELECT)\b/y;

/** The end of what stands from here to the next word or bracket of the same depth. */
function endOf(text, from, stop) {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth < 0) return at;
    END.lastIndex = at;
    if (depth === 0 && (stop ? text[at] === stop : END.test(text))) return at;
  }
  return text.length - 1;
}

/** The AND of a BETWEEN is no end. */
function endOfCondition(text, from) {
  const end = endOf(text, from);
  return /\bBETWEEN \S+ $/.test(text.slice(from, end)) ? endOf(text, end + 4) : end;
}

function inSql(raw, offset) {
  const text = masked(raw);
  if (!SQL.test(text)) return [];
  const found = WORDS.flatMap(([word, now]) =>
    [...text.matchAll(word)].map((hit) => [hit.index, hit.index + hit[0].length, now]),
  );
  for (const { index, 0: hit } of text.matchAll(/(?<![\w.'-])\d+(?![\w.'])/g))
    found.push(...near(hit).map((now) => [index, index + hit.length, now]));
  for (const { index } of text.matchAll(/\bAND /g))
    if (!/BETWEEN \S+ $/.test(text.slice(0, index))) found.push([index, endOfCondition(text, index + 4), '']);
  for (const { index } of text.matchAll(/\bCOALESCE\(/g)) {
    const [comma, close] = [endOf(text, index + 9, ','), endOf(text, index + 9, ')')];
    if (text[comma] === ',') found.push([index, close + 1, raw.slice(index + 9, comma)]);
  }
  return found.map(([start, end, now]) => [offset + start, offset + end, now]);
}

/** A template in which what is put in, and texts between quotes, are blotted out. */
function masked(raw) {
  const blot = (part) => '\u0001'.repeat(part.length);
  const bare = (text) => text.replace(/\$?\{[^{}]*\}/gs, blot);
  let text = raw;
  while (bare(text) !== text) text = bare(text);
  return (
    text.slice(0, 1) +
    text.slice(1, -1).replace(/'[^']*'/g, (part) => `'${blot(part.slice(2))}'`) +
    text.slice(-1)
  );
}

/** All changes of a file, one at a time, in the order of the text. */
export function mutantsOf(file, text) {
  const changes = [];
  const walk = (node) => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (!node || typeof node !== 'object') return;
    if (/^TS|^Import/.test(node.type ?? '') && !/^TS(As|Satisfies|NonNull)/.test(node.type)) return;
    if (node.type === 'NewExpression' && node.callee.name === 'Error') return;
    if (node.type === 'Property' && PASSED_OVER.test(node.key.name ?? '')) return;
    changes.push(...(NODES[node.type]?.(node, text) ?? []));
    for (const [key, value] of Object.entries(node)) if (!PASSED_OVER.test(key)) walk(value);
  };
  walk(parseSync(file, text).program);
  changes.sort((a, b) => a[0] - b[0]);
  return changes.map(([start, end, now], n) => ({
    id: `${file}:${text.slice(0, start).split('\n').length}:${n}`,
    file,
    was: text.slice(start, end).replace(/\s+/g, ' '),
    now: now.trim() || '(nothing)',
    text: text.slice(0, start) + now + text.slice(end),
  }));
}
