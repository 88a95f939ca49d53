import type { CommunityConfig } from '../../config/types.js';
import { communityNamer } from '../../keys/community.js';
import type { Mention, NormalRow, Value } from '../../model/row.js';
import type { RawCell } from '../../model/source.js';
import { isCodeName } from '../../registers/codes.js';
import type { Column, Register } from '../../registers/types.js';
import { type CellReader, cellReader } from './cell.js';
import type { CodeWords } from './code.js';
import { type MentionPlan, planMentions, type ReportAt, readMention, sexByIdFirst } from './mention.js';
import { keepText, type RowState, reportNoResult, reportProblem } from './problem.js';
import type { Writings } from './writings.js';

/** What a source says about all its rows. */
export interface NormaliserOptions {
  /** Extra code words by code list and canonical code, from the configuration. */
  codes: Readonly<Record<string, CodeWords>>;
  communities: readonly CommunityConfig[];
  /** The source is an outside witness: only the columns it needs can be missing. */
  witness: boolean;
  /** Community of the source, for rows that name none. */
  community?: string | undefined;
  /** Value of the register's `fromName` column that the sheet or file name gives. */
  named?: string | undefined;
  /** Number cells count days from 1904. */
  date1904?: boolean | undefined;
  /** Learns how the table writes its cells. */
  writings?: Writings;
}

/** A bound column: where the register keeps it, how its cells are read, and whether a blank one is a problem. */
interface Binding {
  at: number;
  column: Column;
  read: CellReader;
  required: boolean;
  /** Its cells are quoted where they mean nothing. */
  isQuoted: boolean;
}

/** Everything about a register and a source that does not change from row to row. */
interface Plan {
  width: number;
  bindings: Binding[];
  mentions: MentionPlan[];
  community: number;
  method: number;
  /** Male sterilisations of this register may be recorded under the man. */
  ofCouples: boolean;
  named: { at: number; value: string } | null;
  options: NormaliserOptions;
}

/**
 * Makes the function that turns raw rows into typed ones.
 *
 * @param register the register that the rows belong to
 * @param columns the canonical columns in the order of the rows' cells; unknown ones are passed over
 * @returns a pure function from the cells of a row to its values, mentions and problems
 */
export function makeNormaliser(
  register: Register,
  columns: readonly string[],
  options: NormaliserOptions,
): (cells: readonly RawCell[]) => NormalRow {
  const plan = planOf(register, columns, options);
  return (cells) => {
    const values = new Array<Value>(plan.width).fill(null);
    const row: RowState = { problems: [], partial: [], idStatus: new Array(plan.width) };
    readCells(plan, cells, values, row);
    complete(plan, values, row);
    return {
      values,
      partial: row.partial,
      mentions: readMentions(plan, cells, values, row),
      problems: row.problems,
      ...(row.unusual && { unusual: row.unusual }),
    };
  };
}

function planOf(register: Register, columns: readonly string[], options: NormaliserOptions): Plan {
  const at = (name: string | undefined) => register.columns.findIndex((column) => column.name === name);
  const fromName = at(register.fromName);
  const named = options.named !== undefined && fromName >= 0 ? { at: fromName, value: options.named } : null;
  return {
    width: register.columns.length,
    bindings: bindingsOf(register, columns, options, at),
    mentions: planMentions(register),
    community: at('community'),
    method: at('method'),
    ofCouples: register.name === 'contraception',
    named,
    options,
  };
}

function bindingsOf(
  register: Register,
  columns: readonly string[],
  options: NormaliserOptions,
  at: (name: string) => number,
): Binding[] {
  const community = communityNamer(options.communities);
  const { codes, date1904 = false, writings } = options;
  const cellOptions = { codes, date1904, community, ...(writings && { writings }) };
  const bindings: Binding[] = [];
  for (const name of columns) {
    const position = at(name);
    const column = register.columns[position] ?? { name, heading: name, synonyms: [], type: 'text' as const };
    const read = position < 0 ? () => null : cellReader(column, position, cellOptions);
    const required = isRequired(register, column, options);
    bindings.push({ at: position, column, read, required, isQuoted: isQuoted(column) });
  }
  return bindings;
}

/** Letters or digits: no mark that stands for nothing. */
const HOLDS_SOMETHING = /[\p{L}\p{N}]/u;

function isQuoted({ type }: Column): boolean {
  return type === 'date' || type === 'integer' || isCodeName(type);
}

/** A blank community or direction is no problem where the source itself gives it. */
function isRequired(register: Register, column: Column, options: NormaliserOptions): boolean {
  if (options.witness) return register.witnessNeeds?.includes(column.name) ?? false;
  if (column.name === 'community') return options.community === undefined;
  if (column.name === register.fromName) return options.named === undefined;
  return column.required === true;
}

function readCells(plan: Plan, cells: readonly RawCell[], values: Value[], row: RowState): void {
  const { bindings } = plan;
  for (let i = 0; i < bindings.length; i++) {
    const binding = bindings[i] as Binding;
    const raw = cells[i] ?? '';
    const value = raw === '' ? null : readCell(binding, raw, row);
    if (value !== null) values[binding.at] = value;
    else if (raw !== '') leaveBlank(binding, raw, row);
    else if (binding.required) reportMissing(binding, raw, row);
  }
}

/** A filled cell without a value: whoever opens the file sees something there. */
function leaveBlank(binding: Binding, raw: Exclude<RawCell, null>, row: RowState): void {
  if (binding.required) reportMissing(binding, raw, row);
  if (binding.isQuoted && typeof raw !== 'object' && HOLDS_SOMETHING.test(String(raw)))
    keepText(row, binding.column.name, raw);
}

function readCell(binding: Binding, raw: Exclude<RawCell, null>, row: RowState): Value {
  if (typeof raw !== 'object') return binding.read(raw, row);
  const text = /^"[^"]*"$/.test(raw.formula) ? raw.formula.slice(1, -1) : undefined;
  if (text !== undefined) return binding.read(text, row);
  return reportNoResult(row, binding.column, `=${raw.formula}`);
}

/** A required cell is missing, unless what it holds has been reported already. */
function reportMissing({ column }: Binding, raw: Exclude<RawCell, null>, row: RowState): void {
  if (row.problems.some((problem) => problem.column === column.name)) return;
  reportProblem(row, 'format/missing-value', column.name, typeof raw === 'object' ? raw.formula : raw);
}

/** Fills in what the source says, and settles which sterilisation 结扎 is. */
function complete(plan: Plan, values: Value[], row: RowState): void {
  const { community, named, method, mentions, options } = plan;
  if (community >= 0 && values[community] === null) values[community] = options.community ?? null;
  if (named && values[named.at] === null) values[named.at] = named.value;
  if (method < 0 || values[method] !== 'sterilisation') return;
  const subject = mentions[0];
  const male = subject !== undefined && sexByIdFirst(subject, values, row) === '男';
  values[method] = male ? 'male_sterilisation' : 'female_sterilisation';
}

function readMentions(plan: Plan, cells: readonly RawCell[], values: Value[], row: RowState): Mention[] {
  const { bindings, method } = plan;
  const reportAt: ReportAt = (rule, at, detail) => {
    const i = bindings.findIndex((binding) => binding.at === at);
    const [column, raw] = [bindings[i]?.column.name ?? '', cells[i] ?? ''];
    reportProblem(row, rule, column, typeof raw === 'object' ? '' : raw, detail);
  };
  const eitherSex = plan.ofCouples && values[method] === 'male_sterilisation';
  const mentions: Mention[] = [];
  for (const spec of plan.mentions) {
    const mention = readMention(spec, values, row, eitherSex, reportAt);
    if (mention !== null) mentions.push(mention);
  }
  return mentions;
}
