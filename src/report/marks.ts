import { put } from '../keys/order.js';
import { say } from '../messages/index.js';
import type { CitedRecord } from '../model/finding.js';
import type { AuditResult } from '../model/result.js';
import { isAtLeast } from '../model/severity.js';
import type { CellMark } from '../workbook/annotate.js';
import { rolesOf } from './roles.js';
import { findingRows } from './rows.js';

/** Every cell that a finding cites, by the path of its file; what several findings say of a cell stands together. */
export function marksOf(result: AuditResult): Map<string, CellMark[]> {
  const { lang } = result.run;
  const byCell = new Map<string, { path: string; mark: CellMark }>();
  for (const { finding, severity, level, message, suggestion } of findingRows(result)) {
    const comment = say(lang, 'reports.comment', { severity, message, suggestion });
    const proof = say(lang, 'reports.comment-evidence', { message });
    const { mend, evidence } = rolesOf(finding);
    for (const place of mend) {
      for (const cell of cellsOf(place)) add(byCell, place, { cell, severity: level, comment });
    }
    for (const { path, sheet, row } of finding.missingFrom ?? []) {
      if (path === undefined || row === undefined) continue;
      const enter = say(lang, 'reports.comment-enter', { message, suggestion });
      add(byCell, { path, sheet }, { cell: `A${row}`, severity: level, comment: enter });
    }
    for (const place of evidence) {
      for (const cell of cellsOf(place)) add(byCell, place, { cell, severity: 'evidence', comment: proof });
    }
  }
  const byPath = new Map<string, CellMark[]>();
  for (const { path, mark } of byCell.values()) put(byPath, path, mark);
  return byPath;
}

function cellsOf({ cells, anchor, row }: CitedRecord): readonly string[] {
  if (anchor !== undefined) return [anchor];
  return cells.length > 0 ? cells : [`A${row}`];
}

function add(
  byCell: Map<string, { path: string; mark: CellMark }>,
  { path, sheet }: Pick<CitedRecord, 'path' | 'sheet'>,
  mark: CellMark,
): void {
  const key = `${path}\n${sheet ?? ''}\n${mark.cell}`;
  const known = byCell.get(key)?.mark;
  if (!known) {
    byCell.set(key, { path, mark: { ...mark, sheet } });
    return;
  }
  if (!known.comment.includes(mark.comment)) known.comment += `\n\n${mark.comment}`;
  if (isGraver(mark.severity, known.severity)) known.severity = mark.severity;
}

/** What is only evidence somewhere is wrong where another finding says so. */
function isGraver(severity: CellMark['severity'], than: CellMark['severity']): boolean {
  if (severity === 'evidence' || than === 'evidence') return than === 'evidence';
  return isAtLeast(severity, than);
}
