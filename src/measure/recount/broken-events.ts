import { differsIn } from '../../match/events/facts.js';
import { putRows } from '../../store/steps.js';
import type { Store } from '../../store/store.js';
import type { Frame } from '../block.js';
import type { FigureCell } from '../figures.js';
import type { FactTable } from '../indicators/indicator.js';
import { lengthOf, monthsFrom } from '../periods.js';

/** Kinds of events whose faults change what is counted from a table of facts. */
const KINDS: Partial<Record<FactTable, readonly string[]>> = {
  births: ['birth'],
  marriages: ['marriage'],
  operations: ['contraception'],
  deaths: ['death'],
  residents: ['enrolment', 'marriage', 'death', 'migration', 'birth'],
  enrolled: ['enrolment', 'contraception', 'migration', 'death'],
  stays: ['migration'],
  certificates: ['migration'],
  checks: ['enrolment', 'marriage', 'migration', 'death'],
};

/** What of a claim decides where and how an event is counted. */
const COUNTED = ['date', 'sex', 'number', 'code', 'subject_order', 'community'];

/** A reported figure that the registers contradict, and by how much. */
export interface Difference {
  cell: FigureCell;
  difference: number;
}

/** Where an event may stand in reports: a kind and a community, with a month or for all of them. */
interface Place {
  kind: string;
  community: string;
  month: string;
}

const PLACES = { kind: 'VARCHAR', community: 'VARCHAR' } as const;

/**
 * The events that wholly explain a difference, as many as it takes or none: those of its kind and place about which the
 * registers do not agree. Some point lacks them, claims them twice, claims them alone, or claims them with another month,
 * community or value: each may stand in the reports otherwise than it is counted here. Only events of places where a figure
 * differs are looked for: registers of people disagree about some hundredths of all events.
 */
export async function explainByEvents(
  store: Store,
  differences: readonly Difference[],
  frame: Frame,
): Promise<Map<FigureCell, number[]>> {
  const places = new Map(differences.map(({ cell }) => [cell, placesOf(cell, frame)]));
  const known = await brokenEvents(store, [...places.values()].flat());
  return new Map(
    differences.map(({ cell, difference }) => {
      const events = new Set(places.get(cell)?.flatMap((place) => known.get(keyOf(place)) ?? []));
      return [cell, events.size >= Math.abs(difference) ? [...events] : []];
    }),
  );
}

/** The events about which the registers do not agree, by place. */
async function brokenEvents(store: Store, places: readonly Place[]): Promise<Map<string, number[]>> {
  const known = new Map<string, number[]>();
  const wanted = new Map(places.map(({ kind, community }) => [`${kind}|${community}`, [kind, community]]));
  if (wanted.size === 0) return known;
  await putRows(store, 'differing_places', PLACES, [...wanted.values()]);
  const rows = await store.all<Place & { event: number }>(
    `SELECT DISTINCT c.event, c.kind, COALESCE(c.community, e.community) AS community, month_of(c.date) AS month
     FROM event_claims c JOIN events e ON e.event = c.event
     JOIN differing_places d ON d.kind = CAST(c.kind AS STRING)
       AND d.community = CAST(COALESCE(c.community, e.community) AS STRING)
     JOIN (
       SELECT event FROM missing
       UNION SELECT event FROM lone_events
       UNION SELECT event FROM points_of WHERE primary_claims > 1
       UNION SELECT event FROM event_claims GROUP BY event
         HAVING ${COUNTED.map(differsIn).join(' OR ')}
     ) AS b ON b.event = c.event
     WHERE e.in_period ORDER BY c.event`,
  );
  await store.drop('differing_places');
  for (const { event, ...place } of rows) {
    for (const key of [keyOf({ ...place, month: '' }), keyOf(place)]) {
      const events = known.get(key);
      if (!events) known.set(key, [event]);
      else if (events.at(-1) !== event) events.push(event);
    }
  }
  return known;
}

function keyOf({ kind, community, month }: Place): string {
  return `${kind}|${community}|${month}`;
}

/** Where the events stand that a figure counts. */
function placesOf({ indicator, area, span }: FigureCell, { areas }: Frame): Place[] {
  if (indicator.kind !== 'count' || !indicator.recount || !span.months) return [];
  const kinds = KINDS[indicator.recount.facts] ?? [];
  const isYear = indicator.time !== 'flow' || lengthOf(span.months) >= 12;
  const months = isYear ? [''] : monthsFrom(span.months);
  return areas
    .communitiesOf(area)
    .flatMap((community) => kinds.flatMap((kind) => months.map((month) => ({ kind, community, month }))));
}
