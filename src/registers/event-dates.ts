import { REGISTERS } from './index.js';
import type { RegisterName } from './types.js';

/** The registers of events that are matched from point to point, with the column that dates the event. */
export const EVENT_DATES = {
  births: 'birth_date',
  marriages: 'marriage_date',
  contraception: 'service_date',
  migrants: 'start_date',
  deaths: 'death_date',
} as const satisfies Partial<Record<RegisterName, string>>;

/** These registers by name. */
export const EVENT_REGISTERS = Object.keys(EVENT_DATES) as (keyof typeof EVENT_DATES)[];

/** Those of them that say when a row was entered. */
export const DATED_REGISTERS = EVENT_REGISTERS.filter((name) =>
  REGISTERS[name].columns.some((column) => column.name === 'registration_date'),
);

/** The column that says on which day happened what a row is about; null for registers whose rows are of no day. */
export const ROW_DATES: Readonly<Record<RegisterName, string | null>> = {
  ...EVENT_DATES,
  moves: 'move_date',
  visits: 'visit_date',
  women: null,
  households: null,
  buildings: null,
  figures: null,
};
