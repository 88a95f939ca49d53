import type { CitedRecord, Finding } from '../model/finding.js';

/** The records that a finding cites, by what a clerk does with them. */
export interface Roles {
  /** What is to be mended: wrong, or one of those of which one is. */
  mend: CitedRecord[];
  /** What proves it, and is right as far as is known. */
  evidence: CitedRecord[];
}

/**
 * Divides what a finding cites. Where a record is missing, all that is cited proves that it should be there. Where more
 * than half of the claims agree on a value, those that differ are to be looked at first. Where some records are cited
 * with their cells and others as a whole, the cells are meant; of somebody who is no longer there, the row that still
 * lists the person.
 */
export function rolesOf(finding: Finding): Roles {
  const { records, rule, missingFrom = [] } = finding;
  if (missingFrom.length > 0) return { mend: [], evidence: records };
  if (rule === 'person/not-removed') return divide(records, ({ register }) => PEOPLE.has(register));
  if (rule.endsWith('/mismatched')) return divide(records, oddOne(records));
  return divide(records, ({ cells }) => cells.length > 0);
}

const PEOPLE: ReadonlySet<string> = new Set(['households', 'women']);

/** All are to be mended where the test tells none apart. */
function divide(records: readonly CitedRecord[], isWrong: (place: CitedRecord) => boolean): Roles {
  const mend = records.filter(isWrong);
  if (mend.length === 0) return { mend: [...records], evidence: [] };
  return { mend, evidence: records.filter((place) => !isWrong(place)) };
}

function oddOne(records: readonly CitedRecord[]): (place: CitedRecord) => boolean {
  const usual = new Map<string, string>();
  for (const column of new Set(records.flatMap(({ columns }) => columns))) {
    const own = records.filter(({ columns }) => columns.includes(column));
    const values = own.flatMap((record) => valuesIn(record.values[column]));
    const isCommon = (value: string) => values.filter((one) => one === value).length * 2 > values.length;
    const common = values.find(isCommon);
    if (common !== undefined) usual.set(column, common);
  }
  return ({ columns, values }) =>
    columns.some((column) => {
      const common = usual.get(column);
      const [value] = valuesIn(values[column]);
      return common !== undefined && value !== undefined && value !== common;
    });
}

function valuesIn(value: string | number | null | undefined): string[] {
  return value === null || value === undefined || value === '' ? [] : [String(value)];
}
