import type { RegisterName } from '../registers/types.js';
import type { Birth, Death, Marriage, Member, Move, Operation, Stay, Visit, Woman } from './people.js';

/** What a row was written from: faults find the rows of an event or a person by it. */
export type Fact = Birth | Marriage | Operation | Stay | Death | Move | Visit | Woman | Member | Building;

export interface Building {
  kind: 'building';
  building: string;
}

/** A row of a register before it has a place in a file. */
export interface Row {
  /** Aligned with the columns of its table. */
  cells: string[];
  fact: Fact;
  /** Row number as a spreadsheet shows it; 0 until written. */
  line: number;
}

/** The rows of one register at one point, of one community. */
export interface Table {
  point: string;
  register: RegisterName;
  community: string;
  rows: Row[];
  /** A second file or sheet with the same rows. */
  copy?: true;
  /** The month it is of, as its title says: 2023年05月; absent for running registers. */
  period?: string;
}

/** Columns that the simulated registers have, in their order. */
export const COLUMNS: Readonly<Record<RegisterName, readonly string[]>> = {
  births: words(
    'community child_name child_sex child_id birth_date parity mother_name mother_id father_name father_id basis certificate_no birthplace policy registration_date note',
  ),
  marriages: words(
    'community husband_name husband_id husband_order wife_name wife_id wife_order marriage_date certificate_no basis registration_date',
  ),
  contraception: words(
    'community woman_name woman_id spouse_name spouse_id method service_date institution children_count registration_date',
  ),
  migrants: words(
    'community direction name sex id birth_date marital_status home_place current_place start_date end_date certificate_no certificate_issued certificate_expires verified_date spouse_name children_count method',
  ),
  women: words(
    'community household_no building name id birth_date marital_status marriage_date husband_name husband_id children_count sons daughters last_birth_date method method_date due_date residence management_class employer employer_notice_date left_employer_date handover_date',
  ),
  households: words(
    'household_no community building unit_room head_name name relation sex id birth_date marital_status residence hukou_place card_date',
  ),
  deaths: words('community name sex id birth_date death_date basis registration_date'),
  moves: words('community direction name sex id move_date from_place to_place'),
  visits: words('community woman_name woman_id service due_date visit_date result signatures'),
  buildings: words('community building households persons'),
  figures: [],
};

/** Columns of the hospital's list of births and the registry's list of weddings. */
export const WITNESS_COLUMNS = {
  births: words(
    'community mother_name mother_id child_sex birth_date parity certificate_no birthplace registration_date',
  ),
  marriages: words(
    'community husband_name husband_id husband_order wife_name wife_id wife_order marriage_date certificate_no',
  ),
} as const;

function words(text: string): readonly string[] {
  return text.split(' ');
}
