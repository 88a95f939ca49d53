import type { Lang } from '../model/language.js';
import { isCodeName, wordOf } from '../registers/codes.js';
import { REGISTERS } from '../registers/index.js';
import type { ColumnType, Register } from '../registers/types.js';

/** The register of a name, if there is one. */
export function registerOf(name: string): Register | undefined {
  return (REGISTERS as Readonly<Record<string, Register | undefined>>)[name];
}

/** The type of a column of a register; text where it has none of that name. */
export function typeOf(register: Register | undefined, name: string): ColumnType {
  return register?.columns.find((column) => column.name === name)?.type ?? 'text';
}

/** A value as people read it: codes by their Chinese word in Chinese. */
export function valueText(register: string, column: string, value: string | number, lang: Lang): string {
  const type = typeOf(registerOf(register), column);
  return lang === 'zh' && isCodeName(type) ? wordOf(type, String(value)) : String(value);
}
