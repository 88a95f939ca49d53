import { UserError } from '../messages/index.js';
import type { Finding } from '../model/finding.js';
import type { Note } from '../model/input.js';
import type { AuditResult } from '../model/result.js';

/**
 * Whether the ids of two results mean the same, and what else the reader must know of them.
 *
 * @returns notes on what differs between the runs: version, language, masking, period, files left out
 * @throws UserError where ids cannot be compared, or the old result is later than the new one
 */
export function compareRuns(old: AuditResult, now: AuditResult): Note[] {
  if (old.run.idKey !== undefined && now.run.idKey !== undefined && old.run.idKey !== now.run.idKey) {
    throw new UserError('diff.other-key');
  }
  if (old.run.asOf > now.run.asOf) {
    throw new UserError('diff.wrong-order', { old: old.run.asOf, now: now.run.asOf });
  }
  return [
    ...differs('diff-version', old.tool.version, now.tool.version),
    ...differs('diff-period', old.run.period, now.run.period),
    ...differs('diff-population', old.run.population, now.run.population),
    ...(old.run.masked === now.run.masked ? [] : [{ code: 'diff-masked', count: 1 }]),
    ...[old, now].flatMap(({ run }) =>
      run.complete ? [] : [{ code: 'diff-incomplete', count: run.refused.length, detail: run.asOf }],
    ),
    ...(old.run.idKey === undefined || now.run.idKey === undefined
      ? [{ code: 'diff-key-unknown', count: 1 }]
      : []),
  ];
}

function differs(code: string, old: string, now: string): Note[] {
  return old === now ? [] : [{ code, count: 1, detail: `${old} → ${now}` }];
}

/** A test whether a result would show a finding of another one if it were still there. */
export function checkedBy({ run, areas }: AuditResult): (finding: Checkable) => boolean {
  const asked = run.rules.filter(({ status }) => status !== 'not-applicable');
  const rules = new Set(asked.map(({ rule }) => rule));
  const communities = new Set(areas?.map(({ area }) => area));
  return ({ rule, community, period, runPeriod }) => {
    if (!rules.has(rule)) return false;
    if (communities.size > 0 && community !== '' && !communities.has(community)) return false;
    return period === undefined || period !== runPeriod || runPeriod === run.period;
  };
}

interface Checkable extends Pick<Finding, 'rule' | 'community' | 'period'> {
  /** The audited period of the result that has the finding. */
  runPeriod: string;
}
