import { say } from '../messages/index.js';
import type { CitedRecord, Finding } from '../model/finding.js';
import type { Lang } from '../model/language.js';
import type { AuditResult } from '../model/result.js';
import type { Severity } from '../model/severity.js';
import { type Labels, labelsOf } from './labels.js';
import { clean, cleanAll } from './text.js';

/** A finding as a row of a table: words in the language of the run, nothing in it that could steer a program. */
export interface Row {
  finding: Finding;
  level: Severity;
  severity: string;
  title: string;
  community: string;
  building: string;
  event: string;
  point: string;
  message: string;
  suggestion: string;
  unconfirmed: boolean;
  /** The first place that the finding cites; undefined where it cites none. */
  place: CitedRecord | undefined;
  /** Every place that it cites. */
  places: string[];
  /** Claimants that lack a record. */
  missing: string;
  /** Id of the finding that this one follows from, empty where it stands for itself. */
  cause: string;
}

/** Every finding as a row, in the order of the result. */
export function rowsOf(result: AuditResult): Row[] {
  const labels = labelsOf(result);
  return result.findings.map((finding) => rowOf(cleanAll(finding), result, labels));
}

function rowOf(finding: Finding, { run }: AuditResult, labels: Labels): Row {
  return {
    finding,
    level: finding.severity,
    severity: say(run.lang, `report.${finding.severity}`),
    title: clean(labels.rule(finding.rule)),
    community: finding.community,
    building: finding.building ?? '',
    event: finding.event === undefined ? '' : labels.event(finding.event),
    point: finding.point === undefined ? '' : labels.point(finding.point),
    message: finding.message,
    suggestion: finding.suggestion,
    unconfirmed: finding.unconfirmed ?? false,
    place: finding.records[0],
    places: finding.records.map((place) => placeText(place, labels, run.lang)),
    missing: missingOf(finding, labels).join(say(run.lang, 'report.comma')),
    cause: finding.causedBy ?? '',
  };
}

/** `台账 · 台账/朝阳社区.xlsx › 出生登记 › E7, F7`; the row where no cells are named. */
function placeText(place: CitedRecord, labels: Labels, lang: Lang): string {
  return `${labels.point(place.point)} · ${whereOf(place, lang)}`;
}

/** File, sheet, and the cells as spreadsheets name them, or the row where the whole row is meant. */
export function whereOf({ path, sheet, cells, row }: CitedRecord, lang: Lang): string {
  const at = cells.length > 0 ? cells.join(', ') : say(lang, 'report.row', { row });
  return [path, sheet, at].filter(Boolean).join(' › ');
}

function missingOf({ missingFrom = [] }: Finding, labels: Labels): string[] {
  return missingFrom.map(({ point, register, community }) =>
    [community, labels.point(point), labels.register(register)].filter(Boolean).join(' · '),
  );
}

/** What could start a formula when a spreadsheet reads it, full-width forms included. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/;

/** A text for a cell of a spreadsheet: no control characters, and never a formula. */
export function harmless(text: string): string {
  const cleaned = clean(text);
  return FORMULA.test(cleaned) ? `'${cleaned}` : cleaned;
}

/** The sentence on masking that every format states in its head. */
export function maskingOf({ run }: AuditResult): string {
  return say(run.lang, run.masked ? 'report.masked' : 'report.revealed');
}
