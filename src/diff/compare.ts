import { noted } from '../model/noted.js';
import type { AuditResult } from '../model/result.js';
import { changesBetween, type Judging } from './changes.js';
import { compareRuns } from './comparable.js';
import type { Compared, Comparison } from './comparison.js';
import { byName, tally, tallyAreas } from './tally.js';

export interface CompareOptions extends Pick<Judging, 'overdueAfter' | 'placeOf'> {
  /** Version of the program that compares. */
  version: string;
}

/**
 * Follows findings from one result to the next by their ids: what is new, resolved, remaining or has come back, how much
 * was put right by area and rule, and what has been open for too long.
 *
 * @param history older results, in which a finding that is new now may have been seen before
 * @throws UserError where the ids of two results cannot be compared
 */
export function compareResults(
  old: AuditResult,
  now: AuditResult,
  history: readonly AuditResult[],
  { version, overdueAfter, placeOf }: CompareOptions,
): Comparison {
  const notes = compareRuns(old, now);
  for (const older of history) compareRuns(older, now);
  const findings = changesBetween({ old, now, history, overdueAfter, placeOf });
  const titles = new Map(
    [...old.run.rules, ...now.run.rules].map(({ rule, title }) => [rule, title ?? rule]),
  );
  const total = tally(findings);
  return {
    schema: 'plumbline.diff/1',
    tool: { name: 'plumbline', version },
    old: compared(old),
    new: compared(now),
    history: history.map(compared),
    masked: [old, now].every(({ run }) => run.masked),
    overdueAfter,
    notes: [...notes, ...noted('diff-unchecked', total.unchecked)],
    total,
    areas: tallyAreas(findings, now.areas ?? []),
    rules: byName(findings, ({ rule }) => rule).map(([rule, own]) => ({
      rule,
      title: titles.get(rule) ?? rule,
      ...tally(own),
    })),
    findings,
  };
}

function compared({ run, tool }: AuditResult): Compared {
  return { asOf: run.asOf, period: run.period, version: tool.version };
}
