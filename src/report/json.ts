import type { CitedRecord, Finding } from '../model/finding.js';
import type { InputReport } from '../model/input.js';
import type { AuditResult } from '../model/result.js';

/**
 * The report as JSON, schema `plumbline.audit/1`: keys in the order of the contract, undefined ones left out,
 * two spaces of indent. In pieces, since the whole may not fit into one string.
 */
export function* renderJson(result: AuditResult): Iterable<string> {
  const { run, summary } = result;
  yield '{\n';
  yield entry('schema', result.schema);
  yield entry('tool', ordered(result.tool, ['name', 'version']));
  yield entry('run', {
    ...ordered(run, ['asOf', 'period', 'lang', 'masked', 'complete', 'population', 'idKey', 'startedAt']),
    rules: run.rules.map((rule) => ordered(rule, ['rule', 'status', 'count', 'reason'])),
    refused: run.refused.map((refusal) => ordered(refusal, ['path', 'reason'])),
    inputs: run.inputs.map(input),
    notes: run.notes,
    ...(run.previous ? { previous: previous(run.previous) } : {}),
  });
  yield entry(
    'summary',
    ordered(summary, ['error', 'warning', 'notice', 'caused', 'accepted', 'byRule', 'byCommunity']),
  );
  yield* list('line', result.line, (row) => ordered(row, LINE_KEYS));
  yield* list('errorRates', result.errorRates, (rate) => ordered(rate, RATE_KEYS));
  yield* list('indicators', result.indicators, (row) => ordered(row, INDICATOR_KEYS));
  yield* list('quality', result.quality ?? [], (row) => ordered(row, QUALITY_KEYS));
  yield* list('areas', result.areas ?? [], (row) => ordered(row, AREA_KEYS));
  if (result.rosters) yield* list('rosters', result.rosters, (row) => ordered(row, ROSTER_KEYS));
  if (result.spot) yield entry('spot', result.spot);
  yield* list('findings', result.findings, finding, '\n');
  yield '}\n';
}

const LINE_KEYS = [
  'event',
  'community',
  'period',
  'points',
  'atOne',
  'atTwo',
  'atAll',
  'inLine',
  'unconfirmed',
  'total',
] as const;
const RATE_KEYS = [
  'event',
  'point',
  'community',
  'period',
  'rate',
  'numerator',
  'denominator',
  'value',
  'small',
] as const;
const INDICATOR_KEYS = [
  'area',
  'period',
  'code',
  'reported',
  'recomputed',
  'numerator',
  'denominator',
  'interval',
  'unit',
  'verdict',
  'note',
  'target',
] as const;
const QUALITY_KEYS = ['community', 'point', 'measure', 'numerator', 'denominator'] as const;
const AREA_KEYS = ['area', 'level', 'parts', 'persons'] as const;
const ROSTER_KEYS = [
  'community',
  'point',
  'register',
  'before',
  'left',
  'vanished',
  'joined',
  'unexplained',
  'after',
] as const;
const INPUT_KEYS = [
  'path',
  'sha256',
  'sheet',
  'register',
  'point',
  'community',
  'months',
  'encoding',
  'rows',
  'skippedRows',
  'notes',
] as const;
const FINDING_KEYS = [
  'id',
  'rule',
  'severity',
  'community',
  'period',
  'event',
  'point',
  'building',
  'message',
  'suggestion',
  'params',
  'records',
  'missingFrom',
  'evidence',
  'count',
  'unconfirmed',
  'causedBy',
  'known',
  'accepted',
] as const;
const PLACE_KEYS = [
  'path',
  'sheet',
  'row',
  'register',
  'point',
  'columns',
  'headings',
  'cells',
  'anchor',
  'values',
] as const;

function input(report: InputReport): object {
  const rows = ordered(report.rows, ['total', 'read', 'skipped', 'refused']);
  return ordered({ ...report, rows }, INPUT_KEYS);
}

function previous({ asOf, since, inputs }: NonNullable<AuditResult['run']['previous']>): object {
  return { asOf, since, inputs: inputs.map(input) };
}

function finding(item: Finding): object {
  const records = item.records.map((place: CitedRecord) => ordered(place, PLACE_KEYS));
  return ordered({ ...item, records }, FINDING_KEYS);
}

/** The named keys of an object, in this order; what the contract does not name is not written. */
function ordered<Item extends object>(item: Item, keys: readonly (keyof Item & string)[]): object {
  const named: Partial<Item> = {};
  for (const key of keys) named[key] = item[key];
  return named;
}

function entry(key: string, value: unknown): string {
  return `  ${JSON.stringify(key)}: ${indented(value, '  ')},\n`;
}

/** Items of a list that are written at once. */
const PORTION = 256;

/** A list in pieces. */
function* list<Item>(
  key: string,
  items: Item[],
  shape: (item: Item) => unknown,
  end = ',\n',
): Iterable<string> {
  if (items.length === 0) {
    yield `  ${JSON.stringify(key)}: []${end}`;
    return;
  }
  const name = `  ${JSON.stringify(key)}: [`;
  yield name;
  for (let from = 0; from < items.length; from += PORTION) {
    const portion = items.slice(from, from + PORTION).map(shape);
    const text = withoutSteering(JSON.stringify({ [key]: portion }, null, 2));
    yield `${from > 0 ? ',' : ''}${text.slice(2 + name.length, -'\n  ]\n}'.length)}`;
  }
  yield `\n  ]${end}`;
}

/** A value as JSON, two spaces of indent, every line but the first behind `indent`; nothing in it steers a terminal. */
export function indented(value: unknown, indent: string): string {
  return withoutSteering(JSON.stringify(value, null, 2)).replaceAll('\n', `\n${indent}`);
}

function withoutSteering(json: string): string {
  return json.replace(STEERING, escaped);
}

/** What JSON may hold as it is, though it steers a terminal or reorders what a reader sees. */
const STEERING = /[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

function escaped(mark: string): string {
  return `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
