import { differs } from '../../match/events/facts.js';
import type { Store } from '../../store/store.js';
import type { Cell } from '../figures.js';
import type { Frame } from '../identities.js';
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

/** Events about which the registers do not agree, by kind, community and month. */
export interface BrokenEvents {
  /** Events that wholly explain a difference: as many as it takes, or none. */
  explaining(cell: Cell, difference: number, frame: Frame): number[];
}

/**
 * Events that some point lacks, claims twice, claims alone, or claims with another month, community or value: each may
 * stand in the reports otherwise than it is counted here.
 */
export async function findBrokenEvents(store: Store): Promise<BrokenEvents> {
  const rows = await store.all<{ event: number; kind: string; community: string; month: string }>(
    `SELECT DISTINCT c.event, c.kind, COALESCE(c.community, e.community) AS community, month_of(c.date) AS month
     FROM event_claims c JOIN events e ON e.event = c.event
     JOIN (
       SELECT event FROM missing
       UNION SELECT event FROM lone_events
       UNION SELECT event FROM points_of WHERE primary_claims > 1
       UNION SELECT event FROM event_claims GROUP BY event
         HAVING ${COUNTED.map(differs).join(' OR ')}
     ) AS b ON b.event = c.event
     WHERE e.in_period ORDER BY c.event`,
  );
  const at = new Map<string, number[]>();
  for (const { event, kind, community, month } of rows) {
    for (const place of [`${kind}|${community}|`, `${kind}|${community}|${month}`]) {
      const known = at.get(place);
      if (!known) at.set(place, [event]);
      else if (known.at(-1) !== event) known.push(event);
    }
  }
  return {
    explaining: (cell, difference, frame) => {
      const events = candidates(cell, frame).flatMap((place) => at.get(place) ?? []);
      const distinct = [...new Set(events)];
      return distinct.length >= Math.abs(difference) ? distinct : [];
    },
  };
}

function candidates({ indicator, area, span }: Cell, { areas }: Frame): string[] {
  if (indicator.kind !== 'count' || !indicator.recount || !span.months) return [];
  const kinds = KINDS[indicator.recount.facts] ?? [];
  const isYear = indicator.time !== 'flow' || lengthOf(span.months) >= 12;
  const months = isYear ? [''] : monthsFrom(span.months);
  return areas
    .communitiesOf(area)
    .flatMap((community) => kinds.flatMap((kind) => months.map((month) => `${kind}|${community}|${month}`)));
}
