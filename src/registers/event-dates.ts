import type { RegisterName } from './types.js';

/** The registers of events that are matched from point to point, with the column that dates the event. */
export const EVENT_DATES = {
  births: 'birth_date',
  marriages: 'marriage_date',
  contraception: 'service_date',
  migrants: 'start_date',
  deaths: 'death_date',
} as const satisfies Partial<Record<RegisterName, string>>;

/** All registers whose rows are about something that happened on a day, with the column of that day. */
export const ROW_DATES: Partial<Record<RegisterName, string>> = {
  ...EVENT_DATES,
  moves: 'move_date',
  visits: 'visit_date',
};
