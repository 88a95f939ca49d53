import { change, type Registers, type Row, repeat } from './case.js';
import type { District } from './district.js';

/** Two parents, or one of them, and the row that says the rest. */
interface Couple {
  woman: Row;
  man?: Row;
  row: Row;
}

/** Somebody of whom no card or women register speaks: what ledger and system say of them nobody else must say. */
export function stranger({ called, id }: District, name: string, birth_date: string, sequence: string): Row {
  return { name: called(name), id: id(birth_date, sequence), birth_date };
}

/** The same rows added in ledger and system. Row 1 of the register gives what they do not name. */
export function addBoth(registers: Registers, register: string, rows: readonly Row[]): Registers {
  const edit = (list: readonly Row[]) => rows.reduce((sum, row) => repeat(1, row)(sum), list);
  return change(registers, { [`ledger/${register}`]: edit, [`system/${register}`]: edit });
}

/** A couple's rows with the columns that the register has for them. */
function couples(
  [woman, man]: readonly [string, string],
  list: readonly Couple[],
  blank: (n: number) => Row,
): Row[] {
  return list.map((couple, n) => ({
    ...blank(n),
    [`${woman}_name`]: couple.woman.name ?? '',
    [`${woman}_id`]: couple.woman.id ?? '',
    [`${man}_name`]: couple.man?.name ?? '',
    [`${man}_id`]: couple.man?.id ?? '',
    ...couple.row,
  }));
}

/** Births of strangers that ledger and system know. */
export function births(registers: Registers, ...list: Couple[]): Registers {
  const first = registers['ledger/births']?.length ?? 0;
  const certificate = registers['ledger/births']?.[0]?.certificate_no ?? '';
  const blank = (n: number) => ({
    child_name: '',
    child_id: '',
    certificate_no: `${certificate}${first + n}`,
    registration_date: '',
  });
  return addBoth(registers, 'births', couples(['mother', 'father'], list, blank));
}

/** Marriages of strangers that ledger and system know. */
export function marriages(registers: Registers, ...list: Couple[]): Registers {
  return addBoth(
    registers,
    'marriages',
    couples(['wife', 'husband'], list, () => ({})),
  );
}

/** Operations of strangers that ledger and system know. */
export function operations(registers: Registers, ...list: Couple[]): Registers {
  return addBoth(
    registers,
    'contraception',
    couples(['woman', 'spouse'], list, () => ({})),
  );
}

/** The death of a stranger that ledger and system know. */
export function death(registers: Registers, { name, id, birth_date }: Row, more: Row): Registers {
  return addBoth(registers, 'deaths', [
    { name: name ?? '', id: id ?? '', birth_date: birth_date ?? '', ...more },
  ]);
}
