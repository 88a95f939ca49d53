/** Women of childbearing age (育龄妇女), in completed years: the registers of women are kept of them. */
export const YOUNGEST = 15;
export const OLDEST = 49;

/** SQL: whether somebody born on a day is of that age at the end of the period. */
export function ofChildbearingAge(birthDate: string): string {
  return `years_between(${birthDate}, run.as_of) BETWEEN ${YOUNGEST} AND ${OLDEST}`;
}
