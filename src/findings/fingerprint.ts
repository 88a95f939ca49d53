import { createHmac } from 'node:crypto';
import { byText, put } from '../keys/order.js';
import { REGISTERS } from '../registers/index.js';
import type { RawFinding } from '../rules/raw-finding.js';
import type { Cited } from './cited.js';

/**
 * Stable ids: a keyed hash (HMAC-SHA256, 16 hexadecimal digits) of the rule and the identity of its records, never of
 * paths or row numbers. Where two findings of a run are alike in all of that (a row entered twice that breaks a rule
 * twice), the content of their rows puts them in order and a running number tells them apart.
 *
 * @returns one id for each finding, in the order given
 */
export function fingerprints(
  findings: readonly RawFinding[],
  cited: ReadonlyMap<number, Cited>,
  key: string,
): string[] {
  const same = new Map<string, number[]>();
  for (const [n, finding] of findings.entries()) put(same, identityOf(finding, cited), n);
  const ids: string[] = new Array(findings.length);
  for (const [identity, alike] of same) {
    const ordered = alike.length > 1 ? byContent(alike, findings, cited) : alike;
    ordered.forEach((n, ordinal) => {
      ids[n] = hash(key, ordinal === 0 ? identity : `${identity}#${ordinal}`);
    });
  }
  return ids;
}

/** Tells a key from others without giving it away. */
export function keyMark(key: string): string {
  return hash(key, 'key').slice(0, 8);
}

function hash(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex').slice(0, 16);
}

/** Rule, records and cited columns; for what is absent, the evidence and the claimants. */
function identityOf(finding: RawFinding, cited: ReadonlyMap<number, Cited>): string {
  if (finding.identity !== undefined) return JSON.stringify([finding.rule.name, finding.identity]);
  const records = finding.cited.map(({ record, columns }) =>
    JSON.stringify([recordIdentity(record, cited), [...columns].sort()]),
  );
  const stored = finding.cited.some(({ record }) => cited.get(record)?.values);
  const rest = stored ? [] : [finding.community, finding.evidence];
  const missing = finding.missing.map((claimant) => Object.values(claimant).join('|')).sort();
  return JSON.stringify([finding.rule.name, records.sort(), missing, rest]);
}

function recordIdentity(record: number, cited: ReadonlyMap<number, Cited>): unknown[] {
  const entry = cited.get(record);
  if (!entry) return [];
  const { source, values } = entry;
  if (!values) return [source.register, source.point, source.community ?? null];
  const own = REGISTERS[source.register].identity.map((column) => values[column] ?? null);
  return [source.register, source.point, values.community ?? null, ...own];
}

/** Orders findings that are alike by the content hashes of their rows; equal rows are equal findings. */
function byContent(
  alike: readonly number[],
  findings: readonly RawFinding[],
  cited: ReadonlyMap<number, Cited>,
): number[] {
  const content = (n: number): string => {
    const prints = findings[n]?.cited.map(({ record }) => Number(cited.get(record)?.values?.fp ?? 0)) ?? [];
    return JSON.stringify([prints.sort((a, b) => a - b), findings[n]?.evidence]);
  };
  const keyed = alike.map((n) => ({ n, content: content(n) }));
  return keyed.sort((a, b) => byText(a.content, b.content) || a.n - b.n).map(({ n }) => n);
}
