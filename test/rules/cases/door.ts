import { defineDifferences } from '../../../src/spot/score/differences.js';
import { defineSeen, readFacts } from '../../../src/spot/score/facts.js';
import { defineListed } from '../../../src/spot/score/listed.js';
import type { FieldVisit } from '../../../src/spot/score/visits.js';
import { OUTCOMES } from '../../../src/spot/sheet/layout.js';
import type { Store } from '../../../src/store/store.js';
import { drawnArea, filled, listOf } from '../../spot/filled.js';
import type { DoorVisit } from './case.js';

/** A visit, and the community in which it was made. */
export interface PlacedVisit extends DoorVisit {
  community: string;
}

/**
 * Leaves what scoring leaves before its rules are checked: who was visited, and how the door differs from the records.
 * Rows are those of the files, `point/register:row`, the header being row 1.
 */
export async function leaveDoor(store: Store, placed: readonly PlacedVisit[]): Promise<void> {
  const at = await recordsByPlace(store);
  const visits = placed.map((one) => ({ ...one, visit: visitOf(one, at) }));
  const found = placed.flatMap(({ found: rows = [] }, visit) =>
    rows.map((row) => ({ visit, record: at(row) })),
  );
  await defineListed(
    store,
    visits.map(({ visit }) => visit),
  );
  await defineSeen(store, found);
  const numbered = visits.map(({ visit, community }, number) => ({ visit, number, community }));
  await defineDifferences(store, numbered, found, await readFacts(store));
}

/** A row of a sheet as it comes back: somebody of a list with the records that name them, or somebody of none. */
function visitOf({ listed, outcome, community }: PlacedVisit, at: (place: string) => number): FieldVisit {
  const area = drawnArea(community, 1);
  const words = outcome === undefined ? {} : { outcome: OUTCOMES[outcome].zh };
  const sheet = filled(community, [{ ...(listed ? { no: 1 } : { name: '某人' }), ...words }]);
  const [answer] = sheet.answers;
  const [person] = listOf(area, 1).people;
  if (!answer || !person) throw new Error('no visit');
  const records = listed?.map((row) => ({ ...person.records[0], record: at(row), role: roleIn(row) }));
  return {
    sheet,
    answer,
    unit: null,
    listed: records ? ({ ...person, records } as FieldVisit['listed']) : null,
  };
}

function roleIn(row: string): string {
  return row.includes('/births:') ? 'child' : 'self';
}

async function recordsByPlace(store: Store): Promise<(place: string) => number> {
  const rows = await store.all<{ place: string; record: number }>(
    "SELECT CONCAT(point, '/', register, ':', CAST(row AS STRING)) AS place, record FROM records",
  );
  const records = new Map(rows.map(({ place, record }) => [place, record]));
  return (place) => {
    const record = records.get(place);
    if (record === undefined) throw new Error(`no record of ${place}`);
    return record;
  };
}
