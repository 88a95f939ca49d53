import type { Rule } from '../rules/rule.js';
import type { Store } from '../store/store.js';
import type { Facts, FieldRecord } from './facts.js';
import { compareItems } from './judge.js';
import type { ListedRecord } from './people.js';
import { isAnswer, isPresent } from './sample.js';
import type { Visit } from './visits.js';

const REFUTED = [
  ['visit', 'INTEGER'],
  ['record', 'BIGINT'],
  ['place', 'INTEGER'],
] as const;
const ITEMS = [
  ['visit', 'INTEGER'],
  ['record', 'BIGINT'],
  ['column_name', 'VARCHAR'],
  ['place', 'INTEGER'],
] as const;
const OMITTED = [
  ['visit', 'INTEGER'],
  ['record', 'BIGINT'],
  ['point', 'VARCHAR'],
  ['community', 'VARCHAR'],
] as const;

/** Leaves what the rules below read: records that the door refuted, cells that differ from it, cards that lack somebody. */
export async function defineDifferences(
  store: Store,
  visits: readonly { visit: Visit; number: number; community: string }[],
  field: readonly FieldRecord[],
  facts: Facts,
): Promise<void> {
  const refuted = visits.flatMap(({ visit, number }) =>
    isAnswer(visit) && !isPresent(visit)
      ? (visit.listed?.records ?? []).filter(isAbout).map(({ record }) => [number, record, 1])
      : [],
  );
  await put(store, 'field_refuted', REFUTED, refuted);
  const differing = compareItems(facts).filter(({ agrees }) => !agrees);
  const cells = differing.flatMap(({ visit, found, held }) => [
    [visit, found.record, found.column, 0],
    [visit, held.record, held.column, 1],
  ]);
  await put(store, 'field_items', ITEMS, cells);
  await put(store, 'field_omitted', OMITTED, omittedOf(visits, field, facts));
}

/** A row of the person, not one that names them as somebody's husband or mother. */
function isAbout({ role }: ListedRecord): boolean {
  return role === 'self' || role === 'child' || role === 'woman';
}

function omittedOf(
  visits: readonly { visit: Visit; number: number; community: string }[],
  field: readonly FieldRecord[],
  { kept, cardPoints }: Facts,
): (string | number)[][] {
  const carded = new Set(
    kept.filter(({ register }) => register === 'households').map(({ visit, point }) => `${visit}|${point}`),
  );
  const first = new Map<number, number>();
  for (const { visit, record } of field) first.set(visit, Math.min(record, first.get(visit) ?? record));
  return visits.flatMap(({ visit, number, community }) => {
    const record = first.get(number);
    if (!isPresent(visit) || record === undefined) return [];
    const lacking = (cardPoints.get(community) ?? []).filter((point) => !carded.has(`${number}|${point}`));
    return lacking.map((point) => [number, record, point, community]);
  });
}

async function put(
  store: Store,
  table: string,
  columns: readonly (readonly [string, 'INTEGER' | 'BIGINT' | 'VARCHAR'])[],
  rows: readonly (string | number)[][],
): Promise<void> {
  await store.drop(table);
  await store.create(table, columns);
  await store.append(
    table,
    columns,
    [...rows].map((row) => [...row]),
  );
}

/** The name by which most records of a finding know the person. */
const NAMES = `(SELECT x.visit, MIN(n.name_key) AS name FROM (SELECT visit, record, role FROM seen
    UNION SELECT visit, record, 'self' FROM field_records) AS x
  JOIN named n ON n.record = x.record AND n.role = x.role GROUP BY x.visit)`;

const notFound: Rule = {
  name: 'field/not-found',
  severity: 'error',
  title: { zh: '查无此人', en: 'Not found at the door' },
  why: {
    zh: '登记册上有而实际没有的人是虚报，人口、妇女或出生数因此多计。',
    en: 'Somebody on record who is not there is a false report: population, women or births are counted too high.',
  },
  remedy: {
    zh: '核对此人是否已经死亡、迁走或从未居住，注销或更正所列各处登记。',
    en: 'Find out whether the person died, moved away or never lived there, and remove or correct the records listed.',
  },
  message: {
    zh: '{person_name}：登记在册，入户核查查无此人。',
    en: '{person_name} is on record, and was not found at the door.',
  },
  select: () => `
    SELECT CAST(x.visit AS STRING) AS finding, x.place AS ordinal, x.record, '' AS columns,
      COALESCE(r.community, '') AS community, w.name AS person_name
    FROM field_refuted x JOIN records r ON r.record = x.record LEFT JOIN ${NAMES} AS w ON w.visit = x.visit`,
};

const omitted: Rule = {
  name: 'field/omitted',
  severity: 'error',
  title: { zh: '实有而未建卡', en: 'Found at the door, on no card' },
  why: {
    zh: '实际居住而户卡上没有的人是漏登，人口因此少计。',
    en: 'Somebody who lives there and is on no card is an omission: the population is counted too low.',
  },
  remedy: {
    zh: '核实身份后补登到所缺的户卡；属于临时来访的，请在核查表上注明并重新核查。',
    en: 'Enter the person on the card that lacks them; if it was a visitor, say so on the sheet and check again.',
  },
  message: {
    zh: '入户核查见到 {person_name}，{missing}没有此人。',
    en: '{person_name} was found at the door and is missing from {missing}.',
  },
  select: () => `
    SELECT CAST(x.visit AS STRING) AS finding, 0 AS ordinal, x.record, '' AS columns, x.community,
      CONCAT(x.point, '|households|', x.community) AS missing, w.name AS person_name, c.cause
    FROM field_omitted x LEFT JOIN ${NAMES} AS w ON w.visit = x.visit
    LEFT JOIN (SELECT f.visit, MIN(CONCAT('event:', CAST(e.event AS STRING))) AS cause FROM field_records f
      JOIN event_claims e ON e.record = f.record AND e.kind = 'birth' GROUP BY f.visit) AS c ON c.visit = x.visit`,
};

const differs: Rule = {
  name: 'field/differs',
  severity: 'error',
  title: { zh: '与入户核查不符', en: 'Differs from the door' },
  why: {
    zh: '登记的内容应当与实际一致；不一致的，统计就失真。',
    en: 'What is on record should be what is there; where it is not, the figures are wrong.',
  },
  remedy: {
    zh: '按核查表和有效证件更正所列登记；核查表填错的，请更正核查表并重新计分。',
    en: 'Correct the records by the sheet and a valid document; if the sheet is wrong, correct it and score again.',
  },
  message: {
    zh: '{person_name}：登记与入户核查不符：{cells}。',
    en: '{person_name}: the records differ from what was found at the door: {cells}.',
  },
  select: () => `
    SELECT CAST(x.visit AS STRING) AS finding, x.place AS ordinal, x.record, x.column_name AS columns,
      COALESCE(r.community, '') AS community, w.name AS person_name
    FROM field_items x JOIN records r ON r.record = x.record LEFT JOIN ${NAMES} AS w ON w.visit = x.visit`,
};

/** What only a spot audit can find. What the ordinary rules find of the same cells or events goes before. */
export const FIELD_RULES: readonly Rule[] = [notFound, omitted, differs];
