import { put } from '../keys/order.js';
import type { Finding, Lacking } from '../model/finding.js';
import type { InputReport } from '../model/input.js';

/**
 * Findings whose claimants that lack a record say where it would go: the one table that the claimant keeps, and the row:
 * below the household that the finding cites there, else the first one below the last record. What the women register
 * lacks of a woman goes into her own row, where the finding cites it. Where a claimant keeps several tables of that
 * register, only what they share is known.
 */
export function placeLacking(findings: readonly Finding[], inputs: readonly InputReport[]): Finding[] {
  const tables = new Map<string, InputReport[]>();
  for (const input of inputs) put(tables, keyOf(input.point, input.register, input.community ?? ''), input);
  const placed = (finding: Finding, { point, register, community }: Lacking): Lacking => {
    const own = tables.get(keyOf(point, register, community)) ?? tables.get(keyOf(point, register, ''));
    return { point, register, community, ...placeIn(own ?? [], register, finding) };
  };
  return findings.map((finding) => {
    const { missingFrom } = finding;
    if (!missingFrom) return finding;
    return { ...finding, missingFrom: missingFrom.map((lacking) => placed(finding, lacking)) };
  });
}

function keyOf(point: string, register: string, community: string): string {
  return `${point}|${register}|${community}`;
}

function placeIn(tables: readonly InputReport[], register: string, finding: Finding): Partial<Lacking> {
  const [first, ...others] = tables;
  if (!first || others.some(({ path }) => path !== first.path)) return {};
  if (others.length > 0) return { path: first.path };
  const { path, sheet } = first;
  const cited = finding.records.filter((record) => record.path === path && record.sheet === sheet);
  const rows = cited.map(({ row }) => row);
  const place = { path, sheet };
  if (register === 'women' && finding.event !== 'enrolment') {
    return rows.length > 0 ? { ...place, row: Math.max(...rows) } : place;
  }
  if (register === 'households' && rows.length > 0) return { ...place, row: Math.max(...rows) + 1 };
  return { ...place, ...endOf(first) };
}

/** Totals, notes and blank rows may follow the last record. Not known where not every skipped row is listed. */
function endOf({ rows, skippedRows }: InputReport): { row?: number } {
  const skipped = new Set(skippedRows.map(({ row }) => row));
  const first = Math.min(...skipped);
  if (skipped.size !== rows.skipped || rows.skipped === 0) return {};
  let last = first + rows.total - 1;
  while (skipped.has(last) && last > first) last--;
  return { row: last + 1 };
}
