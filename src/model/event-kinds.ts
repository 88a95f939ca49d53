/** The kinds of events, in the order of the catalogue. */
export const EVENT_KINDS = ['birth', 'marriage', 'contraception', 'migration', 'death', 'enrolment'] as const;

export type EventKindName = (typeof EVENT_KINDS)[number];
