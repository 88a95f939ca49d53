import { EVENT_KINDS } from '../../model/event-kinds.js';
import type { RegisterName } from '../../registers/types.js';
import type { Step } from '../../store/steps.js';
import { kindValue } from '../kind-value.js';
import { eventsOf, tablesOf } from './events.js';
import { HOUSEHOLD_MOTHERS } from './household-mothers.js';
import { KINDS } from './kinds/index.js';
import { CLAIM_VALUES, type ClaimSelect, type ClaimValue, type EventKind } from './kinds/kind.js';

/** A record claims each kind at most once, so record and kind number its claims. */
const CLAIMS_PER_RECORD = 8;

/**
 * Table `<kind>_claims`: one row a claim (docs/domain.md#claims-and-events), saying who claims what where. `subject`, `partner`, `child`
 * are persons; `…_valid_id` says that a valid ID stands in the row; `own` that the register speaks for its point; `fp`
 * breaks ties by content.
 */
function claimsOf(kind: EventKind): Step {
  return {
    makes: tablesOf(kind).claims,
    needs: ['named', ...kind.claims.flatMap(({ needs = [] }) => needs)],
    select: kind.claims.map((select) => claimSelect(kind, select)).join('\nUNION ALL\n'),
  };
}

function claimSelect(kind: EventKind, select: ClaimSelect): string {
  const own = select.register === kind.own;
  const values = (Object.keys(CLAIM_VALUES) as ClaimValue[]).map((name) => {
    const value = `CAST(${select.values[name] ?? 'NULL'} AS ${CLAIM_VALUES[name]})`;
    return `${name === 'date' ? pastOnly(value) : value} AS ${name}`;
  });
  const claim = `t.record * ${CLAIMS_PER_RECORD} + ${EVENT_KINDS.indexOf(kind.name)}`;
  return `SELECT ${claim} AS claim, ${claim} AS unit, CAST(NULL AS BIGINT) AS event, CAST(NULL AS STRING) AS key,
      ${kindValue(kind.name)} AS kind,
      t.record, src.register, src.point, src.witness, ${own} AS own, t.community, t.fp,
      ${person('subject', select.subject)}, ${select.subject ? 'subject.name_key' : 'CAST(NULL AS STRING)'} AS subject_name,
      ${person('partner', select.partner)},
      ${child(select.child)}, ${values.join(', ')}
    FROM ${select.register} t JOIN sources src ON src.source = t.source CROSS JOIN run
    ${role('subject', select.register, select.subject)} ${role('partner', select.register, select.partner)}
    ${role('child', select.register, select.child)}
    ${select.join ?? ''}
    ${select.where ? `WHERE ${select.where}` : ''}`;
}

/** A date after the as-of date is a slip (`format/future-date`) and says nothing about when the event was. */
function pastOnly(date: string): string {
  return `CASE WHEN ${date} <= run.as_of THEN ${date} END`;
}

function role(alias: string, register: RegisterName, name: string | undefined): string {
  return name
    ? `LEFT JOIN named ${alias} ON ${alias}.record = t.record AND ${alias}.role = '${name}'
      AND ${alias}.register = '${register}'`
    : '';
}

function person(alias: string, name: string | undefined): string {
  if (!name)
    return `CAST(NULL AS BIGINT) AS ${alias}, CAST(NULL AS STRING) AS ${alias}_pinyin, FALSE AS ${alias}_valid_id`;
  return `${alias}.person AS ${alias}, ${alias}.pinyin AS ${alias}_pinyin, COALESCE(${alias}.valid_id, FALSE) AS ${alias}_valid_id`;
}

function child(name: string | undefined): string {
  if (!name)
    return `CAST(NULL AS BIGINT) AS child, CAST(NULL AS STRING) AS child_name, CAST(NULL AS STRING) AS pinyin,
      CAST(NULL AS STRING) AS child_id`;
  return `child.person AS child, child.name_key AS child_name, child.pinyin AS pinyin,
    CASE WHEN child.id_status = 'valid' THEN child.id END AS child_id`;
}

/**
 * What is asked of a claim when it is matched: the keys that only matching compares are left behind. `…_sound` is what
 * `…_valid_id` was called, kept for a version.
 */
const OF_CLAIM = [
  ...['claim', 'event', 'key', 'kind', 'record', 'register', 'point', 'witness', 'own', 'community', 'fp'],
  ...['subject', 'subject_valid_id', 'subject_valid_id AS subject_sound', 'subject_name'],
  ...['partner', 'partner_valid_id', 'partner_valid_id AS partner_sound', 'child', 'child_name'],
  ...Object.keys(CLAIM_VALUES),
].join(', ');

/**
 * `event_claims`: the claims of all kinds, with their events. It is the largest table of all, so the claims of each kind
 * go into it one after the other, and make room.
 */
export const CLAIMS: readonly Step[] = [
  HOUSEHOLD_MOTHERS,
  ...KINDS.flatMap((kind) => [claimsOf(kind), eventsOf(kind)]),
  {
    makes: 'event_claims',
    parts: KINDS.map((kind) => {
      const { matched } = tablesOf(kind);
      return { needs: [matched], select: `SELECT ${OF_CLAIM} FROM ${matched}` };
    }),
  },
];
