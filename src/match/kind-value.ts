import { EVENT_KINDS, type EventKindName } from '../model/event-kinds.js';
import { oneOf } from '../store/tables.js';

const KIND = oneOf(EVENT_KINDS);

/** The kind as SQL, of the type that tables keep it in. */
export function kindValue(kind: EventKindName): string {
  return `CAST('${kind}' AS ${KIND})`;
}
