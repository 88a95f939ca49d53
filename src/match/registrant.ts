import type { RegisterName } from '../registers/types.js';

/**
 * What a JOIN takes to say whom a row of a register is about. The register stands beside the record, which alone would
 * do, since mentions of one register are found so much faster than those of all.
 *
 * @param person the name of the mention
 * @param row the name of the register's row
 */
export function registrantOf(register: RegisterName, person = 'n', row = 't'): string {
  return `named ${person} ON ${person}.record = ${row}.record AND ${person}.role = 'self' AND ${person}.register = '${register}'`;
}
