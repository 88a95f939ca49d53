import { REGISTERS } from '../registers/index.js';
import { anyOf } from '../store/vocabulary.js';

/** Rows that a finding cites of many: its sentence says how many there are. */
export const MOST_CITED = 20;

/** A text literal of trusted text, or NULL. */
export function literal(text: string | undefined): string {
  return text === undefined ? 'NULL' : `'${text.replaceAll("'", "''")}'`;
}

/** Whether a text is one of several, of which there is one at least. */
export function isAny(text: string, values: readonly string[]): string {
  const [first, ...others] = values;
  return others.length === 0 ? `${text} = ${literal(first)}` : `${text} IN ${anyOf(values)}`;
}

/**
 * Which columns keep what a mention says, as a table expression with the alias `k`: register, role, id_column,
 * birth_column, sex_column (null where the register has none).
 */
export const MENTION_COLUMNS = `(VALUES ${Object.values(REGISTERS)
  .flatMap(({ name, mentions }) =>
    mentions.map(({ role, id, birthDate, sex }) => {
      const sexColumn = sex && 'column' in sex ? sex.column : undefined;
      return `(${[name, role, id, birthDate, sexColumn].map(literal).join(', ')})`;
    }),
  )
  .join(', ')}) AS k(register, role, id_column, birth_column, sex_column)`;
