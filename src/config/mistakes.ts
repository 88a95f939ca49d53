import { type Document, isMap, isNode, isScalar, type LineCounter } from 'yaml';
import type { z } from 'zod';
import { type MessageKey, UserError } from '../messages/index.js';
import { isSlipOf, nearestOf } from '../messages/nearest.js';
import { CONFIG_FILE } from './defaults.js';
import { MEASURE_NAMES } from './measures.js';

type Path = readonly PropertyKey[];
type Shape = 'list' | 'map' | 'flag' | 'number' | 'text';

/** Something wrong in the file: where, and what. */
export type Mistake = { path: Path; name: string } & (
  | { kind: 'unknown'; valid: readonly string[] }
  | { kind: 'missing' | 'twice' }
  | { kind: 'shape'; expected: Shape }
  | { kind: 'range'; limit: string }
  | { kind: 'said'; message: MessageKey }
);

const SHAPES: Record<string, Shape> = {
  array: 'list',
  object: 'map',
  record: 'map',
  boolean: 'flag',
  number: 'number',
  int: 'number',
};

/** The mistakes that an issue of the schema stands for; `data` is what was checked. */
export function mistakesOf(issue: z.core.$ZodIssue, data: unknown): Mistake[] {
  const { path } = issue;
  const name = String(path.at(-1) ?? CONFIG_FILE);
  if (issue.code === 'unrecognized_keys') {
    const valid = issue.message.split(' ');
    return issue.keys.map((key) => ({ path: [...path, key], name: key, kind: 'unknown', valid }));
  }
  const value = path.reduce<unknown>(child, data);
  if (value === undefined) return [{ path, name, kind: 'missing' }];
  if (issue.code === 'invalid_value') {
    if (isUnfit(path, value)) {
      return [{ path, name: String(value), kind: 'said', message: 'config.never-scored' }];
    }
    return [{ path, name: String(value), kind: 'unknown', valid: issue.values.map(String) }];
  }
  if ((issue.code === 'too_small' || issue.code === 'too_big') && typeof value === 'number') {
    return [{ path, name, kind: 'range', limit: limitOf(issue) }];
  }
  const expected = (issue.code === 'invalid_type' && SHAPES[issue.expected]) || 'text';
  return [{ path, name, kind: 'shape', expected }];
}

/** A name under `measure` that neither is a measure of data quality nor resembles one. */
function isUnfit(path: Path, value: unknown): boolean {
  return path[0] === 'assessment' && path.at(-1) === 'measure' && !isSlipOf(String(value), MEASURE_NAMES);
}

/**
 * The first mistake of the file as an error that names file, line, what is wrong and, for an unknown name, the
 * nearest valid one.
 */
export function firstMistake(
  mistakes: readonly Mistake[],
  file: string,
  document: Document,
  lines: LineCounter,
): UserError {
  const placed = mistakes
    .map((mistake) => ({ ...mistake, line: lines.linePos(offsetOf(document, mistake.path)).line }))
    .sort((a, b) => a.line - b.line);
  const [first] = placed;
  if (!first) throw new RangeError('no mistake to report');
  const params = { path: file, line: first.line, name: first.name };
  if (first.kind === 'shape') return new UserError(`config.expected-${first.expected}`, params);
  if (first.kind === 'said')
    return new UserError(first.message, { ...params, valid: MEASURE_NAMES.join(', ') });
  if (first.kind === 'range') return new UserError('config.range', { ...params, limit: first.limit });
  if (first.kind !== 'unknown') return new UserError(`config.${first.kind}`, params);
  const nearest = nearestOf(first.name, first.valid);
  return new UserError('config.unknown', { ...params, nearest, valid: listed(first.valid) });
}

/** Names that a sentence can hold. */
const NAMED = 40;

function listed(names: readonly string[]): string {
  return names.length <= NAMED ? names.join(', ') : `${names.slice(0, NAMED).join(', ')} …`;
}

/** The bound that a number breaks, in signs that need no translation. */
function limitOf(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  if (issue.code === 'too_small') return `${issue.inclusive === false ? '>' : '≥'} ${issue.minimum}`;
  return `${issue.inclusive === false ? '<' : '≤'} ${issue.maximum}`;
}

function child(value: unknown, key: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Record<PropertyKey, unknown>)[key];
}

/** Where a path begins in the file: its key, else its value, else the nearest thing that holds it. */
function offsetOf(document: Document, path: Path): number {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (isMap(parent)) {
    const name = String(path.at(-1));
    const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === name);
    if (pair && isNode(pair.key)) return pair.key.range?.[0] ?? 0;
  }
  const node = path.length > 0 ? document.getIn(path, true) : document.contents;
  if (isNode(node)) return node.range?.[0] ?? 0;
  return path.length > 0 ? offsetOf(document, path.slice(0, -1)) : 0;
}
