import { EVENT_KINDS } from '../../model/event-kinds.js';
import type { RegisterName } from '../../registers/types.js';
import type { Store } from '../../store/store.js';
import { kindValue } from '../kind-value.js';
import { selfOf } from '../self.js';
import { tablesOf } from './events.js';
import { CLAIM_VALUES, type ClaimSelect, type ClaimValue, type EventKind } from './kinds/kind.js';

/** A record claims each kind at most once, so record and kind number its claims. */
const CLAIMS_PER_RECORD = 8;

/**
 * Makes table `<kind>_claims`: one row a claim (docs/domain.md#claims-and-events), saying who claims what where. `subject`,
 * `partner`, `child` are persons; `…_sound` says that a valid ID stands in the row; `own` that the register speaks for
 * its point; `fp` breaks ties by content.
 */
export async function defineClaims(store: Store, kind: EventKind): Promise<void> {
  if (kind.name === 'birth') await defineHouseholdMothers(store);
  await store.define(
    tablesOf(kind).claims,
    kind.claims.map((select) => claimsOf(kind, select)).join('\nUNION ALL\n'),
  );
}

function claimsOf(kind: EventKind, select: ClaimSelect): string {
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
    return `CAST(NULL AS BIGINT) AS ${alias}, CAST(NULL AS STRING) AS ${alias}_pinyin, FALSE AS ${alias}_sound`;
  return `${alias}.person AS ${alias}, ${alias}.pinyin AS ${alias}_pinyin, COALESCE(${alias}.sound, FALSE) AS ${alias}_sound`;
}

function child(name: string | undefined): string {
  if (!name)
    return `CAST(NULL AS BIGINT) AS child, CAST(NULL AS STRING) AS child_name, CAST(NULL AS STRING) AS pinyin,
      CAST(NULL AS STRING) AS child_id`;
  return `child.person AS child, child.name_key AS child_name, child.pinyin AS pinyin,
    CASE WHEN child.id_status = 'valid' THEN child.id END AS child_id`;
}

/**
 * `household_mothers(record, person)`: the member who can be the mother of a child on the same card. A woman whom a birth
 * register names as mother on that date goes first, then one whose women register shows a birth then, then the wife of
 * the head or the head, then the one whose age is nearest to the usual.
 */
async function defineHouseholdMothers(store: Store): Promise<void> {
  await store.define(
    'household_mothers',
    `SELECT record, person FROM (
       SELECT c.record, w.person, ROW_NUMBER() OVER (PARTITION BY c.record ORDER BY
         CASE WHEN b.record IS NOT NULL THEN 0 WHEN l.record IS NOT NULL THEN 1
           WHEN m.relation IN ('配偶', '妻', '妻子', '户主', '儿媳') THEN 2 ELSE 3 END,
         ABS(years_between(w.birth_date, c.birth_date) - 27), w.person) AS place
       FROM households c CROSS JOIN run
       JOIN household_of hc ON hc.record = c.record
       JOIN household_of hm ON hm.household = hc.household AND hm.point = hc.point AND hm.record <> hc.record
       JOIN households m ON m.record = hm.record
       JOIN named w ON w.record = m.record AND w.role = 'self' AND w.sex = '女' AND w.register = 'households'
       LEFT JOIN (SELECT p.person, t.birth_date, t.record FROM births t
         JOIN named p ON p.record = t.record AND p.role = 'mother' AND p.register = 'births') AS b
         ON b.person = w.person AND b.birth_date = c.birth_date
       LEFT JOIN (SELECT p.person, t.last_birth_date, t.record FROM women t
         JOIN ${selfOf('women', 'p', 't')}) AS l
         ON l.person = w.person AND l.last_birth_date = c.birth_date
       WHERE c.birth_date >= add_days(run.period_from, -400)
         AND years_between(w.birth_date, c.birth_date) BETWEEN 14 AND 55
     ) AS ranked WHERE place = 1`,
  );
}
