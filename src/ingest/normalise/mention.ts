import { birthDateOf, bornOn, sexOf } from '../../keys/id.js';
import { nameKey } from '../../keys/name.js';
import { pinyinKey } from '../../keys/pinyin.js';
import type { Mention, Value } from '../../model/row.js';
import type { MentionRole, MentionSpec, Register } from '../../registers/types.js';
import type { RowState } from './problem.js';

/** A mention with the positions of its columns among the register's; -1 where it has none. */
export interface MentionPlan {
  role: MentionRole;
  name: number;
  id: number;
  birthDate: number;
  birthColumn: string;
  sex: number;
  /** The sex that the role implies. */
  implied: '男' | '女' | null;
}

/** Files a problem about the column at a position. */
export type ReportAt = (
  rule: 'identity/birth-date-differs' | 'identity/sex-differs',
  at: number,
  detail: string,
) => void;

/** The mentions of a register, ready for its rows. */
export function planMentions(register: Register): MentionPlan[] {
  const at = (column: string | undefined) => register.columns.findIndex(({ name }) => name === column);
  return register.mentions.map((spec: MentionSpec) => ({
    role: spec.role,
    name: at(spec.name),
    id: at(spec.id),
    birthDate: at(spec.birthDate),
    birthColumn: spec.birthDate ?? '',
    sex: spec.sex && 'column' in spec.sex ? at(spec.sex.column) : -1,
    implied: spec.sex && 'always' in spec.sex ? spec.sex.always : null,
  }));
}

function textAt(values: readonly Value[], at: number): string | null {
  const value = at < 0 ? null : values[at];
  return typeof value === 'string' ? value : null;
}

/** The valid ID at a position, else null. */
function validId(values: readonly Value[], row: RowState, at: number): string | null {
  return at >= 0 && row.idStatus[at] === 'valid' ? textAt(values, at) : null;
}

/** The sex of a person in a row: what a valid ID says, else the column, else what the role implies. */
export function sexByIdFirst(plan: MentionPlan, values: readonly Value[], row: RowState): string | null {
  const id = validId(values, row, plan.id);
  return id !== null ? sexOf(id) : (textAt(values, plan.sex) ?? plan.implied);
}

/**
 * The person that a row names in a place, and what is contradictory about it.
 *
 * @param eitherSex a valid ID outweighs the role: a male sterilisation may be recorded under the man
 * @returns null where the row names nobody there
 */
export function readMention(
  plan: MentionPlan,
  values: readonly Value[],
  row: RowState,
  eitherSex: boolean,
  report: ReportAt,
): Mention | null {
  const name = textAt(values, plan.name);
  const idStatus = row.idStatus[plan.id] ?? 'blank';
  const birth = fullDate(plan, values, row);
  if (name === null && idStatus === 'blank' && birth === null) return null;
  const key = name === null ? null : nameKey(name);
  const valid = validId(values, row, plan.id);
  const sex = textAt(values, plan.sex) ?? (eitherSex && valid !== null ? sexOf(valid) : plan.implied);
  if (valid !== null) contradict(plan, valid, birth, sex, report);
  return {
    role: plan.role,
    nameKey: key,
    pinyin: key === null ? null : pinyinKey(key),
    id: textAt(values, plan.id),
    idStatus,
    birthDate: birth ?? (valid === null ? (row.born?.[plan.id] ?? null) : birthDateOf(valid)),
    sex: sex ?? (valid === null ? null : sexOf(valid)),
  };
}

/** The birth date of the row's column, if it is known to the day. */
function fullDate(plan: MentionPlan, values: readonly Value[], row: RowState): string | null {
  const date = textAt(values, plan.birthDate);
  if (date === null || row.partial.length === 0) return date;
  return row.partial.includes(plan.birthColumn) ? null : date;
}

/** Says where a valid ID contradicts the row's birth date or the person's sex. */
function contradict(
  plan: MentionPlan,
  id: string,
  birth: string | null,
  sex: string | null,
  report: ReportAt,
): void {
  if (birth !== null && !bornOn(id, birth)) report('identity/birth-date-differs', plan.birthDate, plan.role);
  if (sex === null || sexOf(id) === sex) return;
  report('identity/sex-differs', plan.sex >= 0 ? plan.sex : plan.id, plan.role);
}
