import { findingSchema } from '../model/finding.js';
import { inputSchema, refusalSchema } from '../model/input.js';
import {
  areaSchema,
  errorRateSchema,
  indicatorSchema,
  lineSchema,
  qualitySchema,
  rosterSchema,
} from '../model/measured.js';
import { type AuditResult, resultSchema } from '../model/result.js';

/** Writes what the contract names of an object, in its order; `unwritten` is for people alone. */
function contract<Item extends object>(schema: { shape: object }, unwritten: readonly string[] = []) {
  const keys = Object.keys(schema.shape).filter((key) => !unwritten.includes(key)) as (keyof Item)[];
  return (item: Item): object => {
    const named: Partial<Item> = {};
    for (const key of keys) named[key] = item[key];
    return named;
  };
}

type Run = AuditResult['run'];
type Finding = AuditResult['findings'][number];

const { tool, run, summary } = resultSchema.shape;
const ordered = {
  tool: contract<AuditResult['tool']>(tool),
  run: contract<Run>(run),
  rule: contract<Run['rules'][number]>(run.shape.rules.element, ['title']),
  refusal: contract<Run['refused'][number]>(refusalSchema),
  input: contract<Run['inputs'][number]>(inputSchema),
  rows: contract<Run['inputs'][number]['rows']>(inputSchema.shape.rows),
  summary: contract<AuditResult['summary']>(summary),
  indicator: contract<AuditResult['indicators'][number]>(indicatorSchema.in, ['printed', 'level', 'grain']),
  finding: contract<Finding>(findingSchema),
  record: contract<Finding['records'][number]>(findingSchema.shape.records.element),
};

/**
 * The report as JSON, schema `plumbline.audit/1`: keys in the order of the contract, undefined ones left out,
 * two spaces of indent. In pieces, since the whole may not fit into one string.
 */
export function* renderJson(result: AuditResult): Iterable<string> {
  yield '{\n';
  yield entry('schema', result.schema);
  yield entry('tool', ordered.tool(result.tool));
  yield entry('run', runOf(result.run));
  yield entry('summary', ordered.summary(result.summary));
  yield* list('line', result.line, contract(lineSchema));
  yield* list('errorRates', result.errorRates, contract(errorRateSchema));
  yield* list('indicators', result.indicators, ordered.indicator);
  yield* list('quality', result.quality ?? [], contract(qualitySchema));
  yield* list('areas', result.areas ?? [], contract(areaSchema));
  if (result.rosters) yield* list('rosters', result.rosters, contract(rosterSchema));
  if (result.spot) yield entry('spot', result.spot);
  yield* list('findings', result.findings, findingOf, '\n');
  yield '}\n';
}

function runOf(given: Run): object {
  const inputs = (all: Run['inputs']) =>
    all.map((input) => ({ ...ordered.input(input), rows: ordered.rows(input.rows) }));
  const { previous } = given;
  return {
    ...ordered.run(given),
    rules: given.rules.map(ordered.rule),
    refused: given.refused.map(ordered.refusal),
    inputs: inputs(given.inputs),
    previous: previous && { asOf: previous.asOf, since: previous.since, inputs: inputs(previous.inputs) },
  };
}

function findingOf(finding: Finding): object {
  return { ...ordered.finding(finding), records: finding.records.map(ordered.record) };
}

function entry(key: string, value: unknown): string {
  return `  ${JSON.stringify(key)}: ${indented(value, '  ')},\n`;
}

/** Items of a list that are written at once. */
const PORTION = 256;

/** A list in pieces. */
function* list<Row>(key: string, rows: Row[], shape: (row: Row) => object, end = ',\n'): Iterable<string> {
  if (rows.length === 0) return yield `  ${JSON.stringify(key)}: []${end}`;
  const name = `  ${JSON.stringify(key)}: [`;
  yield name;
  for (let from = 0; from < rows.length; from += PORTION) {
    const portion = rows.slice(from, from + PORTION).map(shape);
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
