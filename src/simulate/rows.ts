import type { RegisterName } from '../registers/types.js';
import { type Day, iso } from './calendar.js';
import { fullName } from './names.js';
import type {
  Birth,
  Death,
  Facts,
  Household,
  Marriage,
  Member,
  Move,
  Operation,
  Person,
  Stay,
  Visit,
  Woman,
} from './people.js';

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

const row = (fact: Fact, cells: string[]): Row => ({ cells, fact, line: 0 });
const of = (person: Person | null): string => (person ? fullName(person.name) : '');

export function birthRow(community: string, fact: Birth, named: boolean): Row {
  const { child, mother, father } = fact;
  return row(fact, [
    community,
    named || !fact.unnamed ? of(child) : '',
    child.sex,
    child.id,
    iso(child.birth),
    String(fact.parity),
    of(mother),
    mother.id,
    of(father),
    father.id,
    fact.basis,
    fact.certificate,
    fact.place,
    fact.policy,
    iso(fact.registered),
    fact.twin ? '双胞胎' : '',
  ]);
}

function hospitalRow(community: string, fact: Birth): Row {
  const { child, mother } = fact;
  const certificate = fact.twin ? '' : fact.certificate;
  const cells = [
    community,
    of(mother),
    mother.id,
    child.sex,
    iso(child.birth),
    String(fact.parity),
    certificate,
  ];
  return row(fact, [...cells, fact.place, iso(Math.min(child.birth + 1, fact.registered))]);
}

function marriageRow(community: string, fact: Marriage): Row {
  const { husband, wife } = fact;
  const couple = [of(husband), husband.id, fact.husbandOrder, of(wife), wife.id, fact.wifeOrder];
  return row(fact, [community, ...couple, iso(fact.date), fact.certificate, '户籍', iso(fact.registered)]);
}

export function operationRow(community: string, fact: Operation): Row {
  const { woman, husband } = fact;
  const people = [of(woman), woman.id, of(husband), husband.id];
  const act = [fact.method, iso(fact.date), fact.institution, String(fact.children), iso(fact.registered)];
  return row(fact, [community, ...people, ...act]);
}

function stayRow(community: string, fact: Stay): Row {
  const { person } = fact;
  const who = [
    community,
    fact.direction,
    of(person),
    person.sex,
    person.id,
    iso(person.birth),
    person.marital,
  ];
  const when = [fact.home, fact.current, iso(fact.start), iso(fact.end)];
  const paper = [fact.certificate, iso(fact.issued), iso(fact.expires), iso(fact.verified)];
  return row(fact, [...who, ...when, ...paper, fact.spouse, String(fact.children), fact.method]);
}

function womanRow(community: string, fact: Woman): Row {
  const { person, husband, household } = fact;
  const dates = (...days: (Day | null)[]): string[] => days.map(iso);
  return row(fact, [
    community,
    household.no,
    household.building,
    of(person),
    person.id,
    iso(person.birth),
    person.marital,
    iso(fact.married),
    of(husband),
    husband?.id ?? '',
    String(fact.children),
    String(fact.sons),
    String(fact.daughters),
    ...dates(fact.lastBirth),
    fact.method,
    ...dates(fact.methodDate, fact.due),
    fact.residence,
    fact.management,
    fact.employer,
    ...dates(fact.noticed, fact.left, fact.handed),
  ]);
}

export function memberRow(community: string, household: Household, fact: Member): Row {
  const { person } = fact;
  return row(fact, [
    household.no,
    community,
    household.building,
    household.unit,
    of(household.members[0]?.person ?? null),
    of(person),
    fact.relation,
    person.sex,
    person.id,
    iso(person.birth),
    person.marital,
    fact.residence,
    fact.hukou,
    iso(household.cardDate),
  ]);
}

function deathRow(community: string, fact: Death): Row {
  const { person } = fact;
  const who = [community, of(person), person.sex, person.id, iso(person.birth)];
  return row(fact, [...who, iso(fact.date), '户籍', iso(fact.registered)]);
}

function moveRow(community: string, fact: Move): Row {
  const { person } = fact;
  const who = [community, fact.direction, of(person), person.sex, person.id];
  return row(fact, [...who, iso(fact.date), fact.from, fact.to]);
}

function visitRow(community: string, fact: Visit): Row {
  const done = fact.visited !== null;
  const who = [community, of(fact.woman), fact.woman.id, fact.service];
  return row(fact, [...who, iso(fact.due), iso(fact.visited), done ? '正常' : '', done ? '5' : '']);
}

/** The building list, counted from the cards. */
function buildingRows(community: string, households: readonly Household[]): Row[] {
  const counts = new Map<string, { households: number; persons: number }>();
  for (const { building, members } of households) {
    const count = counts.get(building) ?? { households: 0, persons: 0 };
    counts.set(building, count);
    count.households += 1;
    count.persons += members.length;
  }
  return [...counts].map(([building, count]) =>
    row({ kind: 'building', building }, [
      community,
      building,
      String(count.households),
      String(count.persons),
    ]),
  );
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The rows sorted by a date column: running registers are written in the order of events. */
function dated(register: RegisterName, column: string, rows: Row[]): Row[] {
  const at = COLUMNS[register].indexOf(column);
  return rows.sort((a, b) => byText(a.cells[at] ?? '', b.cells[at] ?? ''));
}

/** Registers of events, kept by ledger and system alike. */
function eventTables(community: string, facts: Facts, point: string): Table[] {
  const named = point === 'system';
  const table = (register: RegisterName, column: string, rows: Row[]): Table => ({
    point,
    register,
    community,
    rows: dated(register, column, rows),
  });
  return [
    table(
      'births',
      'birth_date',
      facts.births.map((fact) => birthRow(community, fact, named)),
    ),
    table(
      'marriages',
      'marriage_date',
      facts.marriages.map((fact) => marriageRow(community, fact)),
    ),
    table(
      'contraception',
      'service_date',
      facts.operations.map((fact) => operationRow(community, fact)),
    ),
    table(
      'migrants',
      'start_date',
      facts.stays.map((fact) => stayRow(community, fact)),
    ),
    { point, register: 'women', community, rows: facts.women.map((fact) => womanRow(community, fact)) },
    table(
      'deaths',
      'death_date',
      facts.deaths.map((fact) => deathRow(community, fact)),
    ),
    table(
      'moves',
      'move_date',
      facts.moves.map((fact) => moveRow(community, fact)),
    ),
  ];
}

/** All registers of one community at all points, in the order in which they are written. */
export function tablesOf(community: string, facts: Facts, year: number): Table[] {
  const rows = (point: string, register: RegisterName, list: Row[]): Table => ({
    point,
    register,
    community,
    rows: list,
  });
  const cards = facts.households.flatMap((household) =>
    household.members.map((member) => memberRow(community, household, member)),
  );
  const visits = facts.visits.map((fact) => visitRow(community, fact));
  const ofYear = (day: Day): boolean => iso(day).startsWith(String(year));
  const hospital = facts.births.filter((fact) => fact.basis === '户籍' && ofYear(fact.child.birth));
  const civil = facts.marriages.filter((fact) => ofYear(fact.date));
  return [
    rows('card', 'households', cards),
    rows(
      'card',
      'women',
      facts.women.map((fact) => womanRow(community, fact)),
    ),
    ...eventTables(community, facts, 'ledger'),
    rows('ledger', 'visits', dated('visits', 'due_date', visits)),
    rows('ledger', 'buildings', buildingRows(community, facts.households)),
    ...eventTables(community, facts, 'system'),
    rows(
      'hospital',
      'births',
      witnessed(hospital).map((fact) => hospitalRow(community, fact)),
    ),
    rows(
      'civil',
      'marriages',
      witnessed(civil).map((fact) => civilRow(community, fact)),
    ),
  ];
}

function civilRow(community: string, fact: Marriage): Row {
  const full = marriageRow(community, fact);
  return { ...full, cells: full.cells.slice(0, WITNESS_COLUMNS.marriages.length) };
}

/** Outside lists are never complete: of every five events they lack one (twins come together). */
function witnessed<T extends Birth | Marriage>(facts: readonly T[]): T[] {
  return facts.filter((fact, index) => index % 5 !== 4 || (fact.kind === 'birth' && fact.twin));
}
