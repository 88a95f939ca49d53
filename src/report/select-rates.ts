import picomatch from 'picomatch';
import { LENGTHS } from '../measure/periods.js';
import type { IndicatorRow } from '../model/measured.js';
import type { AuditResult } from '../model/result.js';
import { summarise } from './faults.js';

/** Which indicators of which areas and periods are wanted. */
export interface RateFilter {
  level?: IndicatorRow['level'];
  grain?: NonNullable<IndicatorRow['grain']>;
  /** Globs on codes and names; all where empty. */
  indicators: readonly string[];
}

/**
 * The part of an audit that is about reported figures: the indicators asked for, and the findings about
 * figures. Without a grain, periods shorter than the audited one are left out, unless nothing longer is reported.
 */
export function selectRates(result: AuditResult, { level, grain, indicators }: RateFilter): AuditResult {
  const wanted = indicators.length === 0 ? () => true : picomatch([...indicators]);
  const shortest = Math.min(lengthOfPeriod(result.run.period), longestReported(result.indicators));
  const fits = (row: IndicatorRow) =>
    grain ? row.grain === grain : row.grain === undefined || lengthOf(row) >= shortest;
  const rows = result.indicators.filter(
    (row) => (!level || row.level === level) && fits(row) && (wanted(row.code) || wanted(row.name)),
  );
  const ofFigures = ({ rule }: { rule: string }) => rule.startsWith('totals/');
  const findings = result.findings.filter(
    (finding) => ofFigures(finding) || finding.records[0]?.register === 'figures',
  );
  return {
    ...result,
    run: { ...result.run, rules: result.run.rules.filter(ofFigures) },
    summary: summarise(findings),
    line: [],
    indicators: rows,
    findings,
  };
}

/** How many months the audited period has, by how it is written. */
function lengthOfPeriod(label: string): number {
  if (/半年/.test(label)) return LENGTHS.half;
  if (/季|Q/i.test(label)) return LENGTHS.quarter;
  return /^\d{4}\D*$/.test(label) ? LENGTHS.year : LENGTHS.month;
}

/** Months of the longest period that has a reported figure; without end where none has. */
function longestReported(rows: readonly IndicatorRow[]): number {
  const grains = rows.flatMap(({ reported, grain }) => (reported === undefined ? [] : (grain ?? [])));
  return grains.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...grains.map((grain) => LENGTHS[grain]));
}

function lengthOf({ grain }: IndicatorRow): number {
  return grain ? LENGTHS[grain] : 0;
}
