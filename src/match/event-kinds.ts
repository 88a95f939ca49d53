import { oneOf } from '../store/tables.js';

/** The kinds of events, in the order of the catalogue. */
export const EVENT_KINDS = ['birth', 'marriage', 'contraception', 'migration', 'death', 'enrolment'] as const;

export type EventKindName = (typeof EVENT_KINDS)[number];

const KIND = oneOf(EVENT_KINDS);

/** The kind as SQL, of the type that tables keep it in. */
export function kindValue(kind: EventKindName): string {
  return `CAST('${kind}' AS ${KIND})`;
}
