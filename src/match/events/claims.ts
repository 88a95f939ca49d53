import { gathered } from '../../keys/order.js';
import { REGISTERS } from '../../registers/index.js';
import type { RegisterName } from '../../registers/types.js';
import type { Step } from '../../store/steps.js';
import { WAYS } from './kinds/index.js';
import { CLAIM_PERSONS, CLAIM_VALUES, type ClaimSelect, type ClaimValue } from './kinds/kind.js';

/** A record claims each kind at most once, so record and kind number its claims. */
const CLAIMS_PER_RECORD = 8;

/** SQL of a column for one way of claiming; undefined where it says nothing. */
type ColumnOf = (select: ClaimSelect) => string | undefined;

const ROLES = ['subject', 'partner', 'child'] as const;

/** A column of the person in a role. */
function of(role: (typeof ROLES)[number], column: string): ColumnOf {
  return ({ [role]: name }) => name && `${name}.${column}`;
}

function validId(role: 'subject' | 'partner'): ColumnOf {
  return ({ [role]: name }) => (name ? `COALESCE(${name}.valid_id, FALSE)` : 'FALSE');
}

const PERSONS: Record<keyof typeof CLAIM_PERSONS, ColumnOf> = {
  subject: of('subject', 'person'),
  subject_valid_id: validId('subject'),
  subject_name: of('subject', 'name_key'),
  subject_pinyin: of('subject', 'pinyin'),
  partner: of('partner', 'person'),
  partner_valid_id: validId('partner'),
  partner_pinyin: of('partner', 'pinyin'),
  child: of('child', 'person'),
  child_name: of('child', 'name_key'),
  child_id: ({ child }) => child && `CASE WHEN ${child}.id_status = 'valid' THEN ${child}.id END`,
  pinyin: of('child', 'pinyin'),
};

/** A date after the as-of date is a slip (`format/future-date`) and says nothing about when the event was. */
function claimedValue(name: ClaimValue): ColumnOf {
  return ({ values: { [name]: value } }) =>
    value && (name === 'date' ? `CASE WHEN ${value} <= run.as_of THEN ${value} END` : value);
}

const COLUMNS: readonly (readonly [name: string, type: string, of: ColumnOf])[] = [
  ...Object.entries(PERSONS).map(
    ([name, of]) => [name, CLAIM_PERSONS[name as keyof typeof CLAIM_PERSONS], of] as const,
  ),
  ...Object.entries(CLAIM_VALUES).map(
    ([name, type]) => [name, type, claimedValue(name as ClaimValue)] as const,
  ),
];

/** A column whose value depends on the way in which a row claims. */
function column(ways: readonly Way[], of: ColumnOf, type: string): string {
  const values = gathered(ways, ({ select }) => of(select) ?? 'NULL');
  if (values.size === 1) return `CAST(${[...values.keys()][0]} AS ${type})`;
  values.delete('NULL');
  const cases = [...values].map(
    ([value, some]) =>
      `WHEN k.way IN (${some.map(({ number }) => number).join(', ')}) THEN CAST(${value} AS ${type})`,
  );
  return `CASE ${cases.join(' ')} END`;
}

interface Way {
  number: number;
  select: ClaimSelect;
}

/** One SELECT a register: each of its rows in each way in which it claims. */
function registerSelect(register: RegisterName): string {
  const ways = [...WAYS.entries()]
    .map(([number, select]) => ({ number, select }))
    .filter(({ select }) => select.register === register);
  const columns = COLUMNS.map(([name, type, of]) => `${column(ways, of, type)} AS ${name}`);
  return `SELECT t.record * ${CLAIMS_PER_RECORD} + k.number AS claim, k.turn, k.kind, t.record, k.register, k.point,
      k.witness, k.is_primary, t.community, t.fp, ${columns.join(', ')} ${claimingRows(register, ways)}`;
}

/**
 * The rows of a register once for each way in which they claim. Whom they name is looked up once a row, before it claims
 * several things; but where every way says which rows claim, only for those, since most do not.
 */
function claimingRows(register: RegisterName, ways: readonly Way[]): string {
  const roles = distinct(ways.flatMap(({ select }) => ROLES.map((role) => select[role])));
  const named = roles
    .filter((role) => REGISTERS[register].mentions.some((one) => one.role === role))
    .map(
      (role) => `LEFT JOIN named ${role} ON ${role}.record = t.record AND ${role}.role = '${role}'
      AND ${role}.register = '${register}'`,
    );
  const each = (condition: 'rows' | 'where') =>
    ways.map(({ number, select }) => `(k.way = ${number} AND (${select[condition] ?? 'TRUE'}))`).join(' OR ');
  const claimants = `JOIN claimants k ON k.source = t.source AND (${each('rows')})`;
  const some = ways.map(({ select }) => `(${select.rows ?? 'TRUE'})`).join(' OR ');
  return `FROM ${register} t CROSS JOIN run ${distinct(ways.map(({ select }) => select.join)).join(' ')}
    ${(ways.every(({ select }) => select.rows) ? [claimants, ...named] : [...named, claimants]).join(' ')}
    WHERE (${some}) AND (${each('where')})`;
}

function distinct<Text extends string>(texts: readonly (Text | undefined)[]): Text[] {
  return [...new Set(texts)].filter((text) => text !== undefined);
}

/**
 * `claims`: one row a claim (docs/domain.md#claims-and-events), saying who claims what where, and when it is its `turn` to
 * be matched. `subject`, `partner`, `child` are persons; `…_valid_id` says that a valid ID stands in the row; `is_primary` that
 * the register speaks for its point; `fp` breaks ties by content.
 */
export const CLAIMS: Step = {
  makes: 'claims',
  needs: distinct(['named', 'claimants', ...WAYS.flatMap(({ needs = [] }) => needs)]),
  parts: distinct(WAYS.map(({ register }) => register)).map((register) => ({
    of: [register],
    select: registerSelect(register),
  })),
  among: 'SELECT DISTINCT register AS part FROM claimants',
};
