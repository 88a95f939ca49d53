/** Pieces that all fault classes share. */
import type { District, Fault } from '../district.js';
import type { Fact } from '../facts.js';
import { addDays, idOf, neighboursSwapped, oneDigitOff, validNeighbour, wrongCheckDigit } from '../values.js';
import type { Row } from '../world.js';

/** Plants one fault of its class, or nothing where nobody suitable is left untouched. */
export type Planter = (d: District) => Fault | undefined;
export type Faults = Record<string, Planter>;
export type Point = 'ledger' | 'system';

export const POINTS: readonly Point[] = ['ledger', 'system'];

const others = (fact: Fact, point: Point): Row[] => [
  ...(point === 'ledger' ? [fact.system] : [fact.ledger]),
  ...fact.witnesses,
  ...fact.members,
  ...(fact.woman ? Object.values(fact.woman) : []),
];

/** All rows that claim the event. */
export const allRows = (fact: Fact): Row[] => [fact.ledger, ...others(fact, 'ledger')];

/** A date some days away that stays within the year and before the as-of date. */
export function daysOff(d: District, date: string): string {
  const days = 2 + Math.floor(d.random() * 7);
  return addDays(date, date > '2023-06-30' ? -days : days);
}

/** The ways in which a clerk mistypes an ID. Each gives an ID that nobody else bears. */
export const TYPOS: Record<string, (id: string) => string> = {
  'one-digit-of-region': (id) => oneDigitOff(id, 3),
  'one-digit-of-birth': (id) => oneDigitOff(id, 13),
  'one-digit-of-sequence': (id) => oneDigitOff(id, 15),
  'neighbours-swapped': (id) => neighboursSwapped(id, 8),
  'check-digit': wrongCheckDigit,
  'digit-lost': (id) => id.slice(0, 9) + id.slice(10),
  'digit-doubled': (id) => id.slice(0, 9) + id.charAt(8) + id.slice(9),
  'still-valid': validNeighbour,
};

/** Mistypes the ID in one cell. Fails where the result happens to be somebody's. */
export function mistype(d: District, row: Row, column: string, typo: (id: string) => string): boolean {
  const wrong = typo(row.get(column));
  // one that ends 000 looks like an ID that a spreadsheet has rounded
  if (d.isKnown(idOf(wrong)) || wrong === row.get(column) || wrong.endsWith('000')) return false;
  row.set(column, wrong);
  return true;
}

/** Whether the child has a name in both registers: two valid IDs are one person only with it (section 9.1). */
export const childNamed = ({ ledger, system }: Fact): boolean =>
  [ledger, system].every(
    (row) => /^(?!未|待).*(?<!之[子女])$/.test(row.get('child_name')) && row.get('child_name') !== '',
  );

/** A fault on a fact from `list` that passes: `plant` edits, and returns the rows to cite (or nothing). */
export const on =
  (
    list: (d: District) => Fact[],
    rules: string[],
    plant: (fact: Fact, d: District) => Row[] | undefined,
    passes: (fact: Fact) => boolean = () => true,
  ): Planter =>
  (d) => {
    const fact = d.take(list(d), passes);
    const rows = fact === undefined ? undefined : plant(fact, d);
    return rows === undefined ? undefined : { rules, rows };
  };

/** A second row of one event in its register at one point: the ways in which it may come about. */
const COPIES: Record<string, (row: Row, d: District, dateColumn: string) => Row> = {
  'twice-the-same': (row) => row.copy(),
  'again-days-apart': (row, d, column) => row.copy({ [column]: daysOff(d, row.get(column)) }),
  'in-another-community': (row, d) => {
    const community = d.otherCommunity(row.get('community'));
    const { register, point, sheet } = row.table;
    const tables = d.tables.filter((t) => t.register === register && t.point === point && t.sheet === sheet);
    const table = tables.find((t) => t.community === community) ?? row.table;
    return row.copy({ community }, table);
  },
};

/** Deleted, and copied in every way, at ledger and at system: common to all kinds of events. */
export function omittedAndCopied(
  event: string,
  list: (d: District) => Fact[],
  dateColumn: string,
  passes: (fact: Fact) => boolean = () => true,
): Faults {
  const faults: Faults = {};
  for (const point of POINTS) {
    faults[`${event}: row missing at ${point}`] = on(
      list,
      [`${event}/omitted`],
      (fact) => {
        fact[point].drop();
        return others(fact, point);
      },
      passes,
    );
    for (const [how, copy] of Object.entries(COPIES)) {
      faults[`${event}: ${how} at ${point}`] = on(
        list,
        [`${event}/duplicated`],
        (fact, d) => [fact[point], copy(fact[point], d, dateColumn)],
        passes,
      );
    }
  }
  return faults;
}

/** The woman's row as it was before the birth; `last` is the birth date of the child before. */
export function stale(fact: Fact, row: Row, last: string | null = null): void {
  const kind = /^(男|1|M)/i.test(fact.ledger.get('child_sex')) ? 'sons' : 'daughters';
  row.set('children_count', Number(row.get('children_count')) - 1);
  row.set(kind, Math.max(0, Number(row.get(kind)) - 1)).set('last_birth_date', last);
}

/** The elder child's birth date as the household card has it: what the woman's row showed before this birth. */
export function before(d: District, fact: Fact): string | null {
  const home = fact.members[0];
  const dates = d
    .rows('households', 'card')
    .filter(
      (row) =>
        row.get('household_no') === home?.get('household_no') &&
        row.get('community') === home.get('community'),
    )
    .filter((row) => /^(子|女)$/.test(row.get('relation')) && row.get('birth_date') < fact.date)
    .map((row) => row.get('birth_date'))
    .sort();
  return dates.at(-1) ?? null;
}
