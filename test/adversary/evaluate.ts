/** Runs the product as a clerk would, and weighs its findings against the truth. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import type { Finding } from '../../src/model/finding.js';
import type { AuditResult } from '../../src/model/result.js';
import type { Place, Planted, Truth } from './plant.js';

/** The audit of one folder, of one year, by the command line, as its JSON. */
export function audit(folder: string, year = 2023, asOf = `${year}-12-31`): AuditResult {
  const out = `${folder}.json`;
  const bin = process.env.PLUMBLINE_BIN ?? 'bin/plumbline.js';
  const options = [
    '--period',
    String(year),
    '--as-of',
    asOf,
    '--format',
    'json',
    '--reveal',
    '--quiet',
    '--out',
    out,
  ];
  const run = spawnSync(process.execPath, [bin, 'check', folder, ...options], { encoding: 'utf8' });
  if (run.status !== 0 && run.status !== 1) throw new Error(`exit ${run.status}: ${run.stderr}${run.stdout}`);
  const result: AuditResult = JSON.parse(readFileSync(out, 'utf8'));
  rmSync(out);
  return result;
}

export interface Verdict {
  faults: number;
  /** Uncaused errors and warnings. */
  findings: number;
  found: number;
  /** Findings that belong to a fault. */
  deserved: number;
  missed: { fault: Planted; near: Finding[] }[];
  /** Findings on the people of a fault beside the one that tells it. */
  surplus: { fault: Planted; finding: Finding }[];
  invented: Finding[];
  /** Faults that the specification leaves open, and that nobody told. */
  unsaid: Planted[];
}

const key = (place: Place): string => `${place.path}|${place.sheet ?? ''}|${place.row}`;

const cites = (finding: Finding, places: Set<string>): boolean =>
  finding.records.some((r) => places.has(key(r)));

const tells = (fault: Planted, finding: Finding): boolean =>
  fault.rules.includes(finding.rule) &&
  (fault.unconfirmed !== true || finding.unconfirmed === true) &&
  (fault.community === undefined || fault.community === (finding.community ?? '')) &&
  (fault.places.length === 0 || cites(finding, new Set(fault.places.map(key))));

const belongs = (fault: Planted, finding: Finding): boolean =>
  fault.places.length === 0
    ? fault.rules.includes(finding.rule)
    : cites(finding, new Set([...fault.places, ...fault.around].map(key)));

/** What was found, missed, said twice and invented, among uncaused errors and warnings. */
export function weigh(result: AuditResult, truth: Truth): Verdict {
  const uncaused = result.findings.filter((f) => f.causedBy === null);
  const tellers = new Map(
    uncaused.map((finding) => [finding, truth.faults.filter((fault) => tells(fault, finding)).length]),
  );
  // what tells one fault alone is taken for it before what tells several
  const findings = uncaused
    .filter((f) => f.severity !== 'notice')
    .sort((a, b) => (tellers.get(a) ?? 0) - (tellers.get(b) ?? 0));
  const notices = uncaused.filter((f) => f.severity === 'notice');
  const verdict: Verdict = {
    faults: 0,
    findings: findings.length,
    found: 0,
    deserved: 0,
    missed: [],
    surplus: [],
    invented: [],
    unsaid: [],
  };
  const free = new Set(findings);
  for (const fault of truth.faults)
    if (fault.notice) weighNotice(fault, notices, verdict);
    else weighOne(fault, findings, free, verdict);
  verdict.invented = [...free];
  // what tells another fault is not said twice of this one, whatever rows they share
  verdict.surplus = verdict.surplus.filter(
    ({ fault, finding }) => !truth.faults.some((other) => other !== fault && tells(other, finding)),
  );
  return verdict;
}

/** A notice that tells its fault counts as a finding; others tell of nothing wrong. */
function weighNotice(fault: Planted, notices: Finding[], verdict: Verdict): void {
  verdict.faults += 1;
  const telling = notices.filter((finding) => tells(fault, finding));
  if (telling.length === 0) {
    verdict.missed.push({ fault, near: notices.filter((finding) => belongs(fault, finding)) });
    return;
  }
  verdict.found += 1;
  verdict.findings += telling.length;
  verdict.deserved += telling.length;
  verdict.surplus.push(...telling.slice(fault.most ?? 1).map((finding) => ({ fault, finding })));
}

function weighOne(fault: Planted, findings: Finding[], free: Set<Finding>, verdict: Verdict): void {
  const own = findings.filter((finding) => belongs(fault, finding));
  const telling = own.filter((finding) => tells(fault, finding)).slice(0, fault.most ?? 1);
  const fresh = own.filter((finding) => free.delete(finding));
  if (fault.optional && telling.length === 0) {
    verdict.unsaid.push(fault);
    verdict.findings -= fresh.length;
    return;
  }
  verdict.deserved += telling.length > 0 ? fresh.length : 0;
  verdict.surplus.push(...own.filter((f) => !telling.includes(f)).map((finding) => ({ fault, finding })));
  verdict.faults += 1;
  if (telling.length > 0) verdict.found += 1;
  else verdict.missed.push({ fault, near: own });
}

export const add = (verdicts: Verdict[]): Verdict =>
  verdicts.reduce((a, b) => ({
    faults: a.faults + b.faults,
    findings: a.findings + b.findings,
    found: a.found + b.found,
    deserved: a.deserved + b.deserved,
    missed: [...a.missed, ...b.missed],
    surplus: [...a.surplus, ...b.surplus],
    invented: [...a.invented, ...b.invented],
    unsaid: [...a.unsaid, ...b.unsaid],
  }));

export const recall = (v: Verdict): number => v.found / v.faults;
export const precision = (v: Verdict): number => (v.findings === 0 ? 1 : v.deserved / v.findings);
export const perFault = (v: Verdict): number => v.findings / v.faults;

const told = (f: Finding): string =>
  `${f.rule} [${f.severity}] ${f.community}: ${f.message} @ ${f.records.map(key).join(' ; ')}`;

/** Misses, surplus and inventions, one line each, for the engineer. */
export function explain(v: Verdict): string {
  const share = (n: number): string => n.toFixed(3);
  return [
    `recall ${share(recall(v))} (${v.found}/${v.faults}) precision ${share(precision(v))} (${v.deserved}/${v.findings}) per fault ${share(perFault(v))}`,
    ...v.missed.map(
      ({ fault, near }) =>
        `MISSED ${fault.fault} @ ${fault.places.slice(0, 3).map(key).join(' ; ')}\n    instead: ${near.map(told).join('\n    ') || 'nothing'}`,
    ),
    ...v.surplus.map(({ fault, finding }) => `SURPLUS (${fault.fault}) ${told(finding)}`),
    ...v.invented.map((finding) => `INVENTED ${told(finding)}`),
  ].join('\n');
}
