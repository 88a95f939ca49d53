import { putRows } from '../../store/steps.js';
import type { Store } from '../../store/store.js';
import type { ListedRecord } from '../sheet/people.js';
import type { FieldFacts, FieldRecord } from './facts.js';
import { compareItems } from './judge.js';
import { isAnswer, isPresent } from './sample.js';
import type { NumberedVisit } from './visits.js';

const REFUTED = { visit: 'INTEGER', record: 'BIGINT', place: 'INTEGER' } as const;
const ITEMS = { visit: 'INTEGER', record: 'BIGINT', column_name: 'VARCHAR', place: 'INTEGER' } as const;
const OMITTED = { visit: 'INTEGER', record: 'BIGINT', point: 'VARCHAR', community: 'VARCHAR' } as const;

/** Leaves what the rules of `rules/field` read: records that the door refuted, cells that differ from it, cards that lack somebody. */
export async function defineDifferences(
  store: Store,
  visits: readonly NumberedVisit[],
  field: readonly FieldRecord[],
  facts: FieldFacts,
): Promise<void> {
  const refuted = visits.flatMap(({ visit, number }) =>
    isAnswer(visit) && !isPresent(visit)
      ? (visit.listed?.records ?? []).filter(isAbout).map(({ record }) => [number, record, 1])
      : [],
  );
  await putRows(store, 'field_refuted', REFUTED, refuted);
  const differing = compareItems(facts).filter(({ agrees }) => !agrees);
  const cells = differing.flatMap(({ visit, found, held }) =>
    [found, held].map(({ record, column }, place) => [visit, record, column, place]),
  );
  await putRows(store, 'field_items', ITEMS, cells);
  await putRows(store, 'field_omitted', OMITTED, omittedOf(visits, field, facts));
}

/** A row of the person, not one that names them as somebody's husband or mother. */
function isAbout({ role }: ListedRecord): boolean {
  return role === 'self' || role === 'child' || role === 'woman';
}

function omittedOf(
  visits: readonly NumberedVisit[],
  field: readonly FieldRecord[],
  { kept, cardPoints }: FieldFacts,
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
