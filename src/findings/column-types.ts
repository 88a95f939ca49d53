import { REGISTERS } from '../registers/index.js';
import type { ColumnType, Register } from '../registers/types.js';

/** The register of a name, if there is one. */
export function registerOf(name: string): Register | undefined {
  return (REGISTERS as Readonly<Record<string, Register | undefined>>)[name];
}

/** The type of a column of a register; text where it has none of that name. */
export function typeOf(register: Register, name: string): ColumnType {
  return register.columns.find((column) => column.name === name)?.type ?? 'text';
}
