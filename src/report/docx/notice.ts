import type { Paragraph, Table } from 'docx';
import { say } from '../../messages/index.js';
import type { Finding } from '../../model/finding.js';
import type { Lang } from '../../model/language.js';
import type { AuditResult } from '../../model/result.js';
import { faultsOf } from '../faults.js';
import { type Labels, labelsOf } from '../labels.js';
import type { Office } from '../reporter.js';
import { groupBy } from '../table/groups.js';
import { periodName, written } from './circular.js';
import { body, section, signature, signed, table, title } from './parts.js';
import { suppressed } from './suppress.js';

/** A rectification notice for each community that has something to correct: kinds and counts, nobody's name. */
export function notices(result: AuditResult, office: Office): (Paragraph | Table)[] {
  const labels = labelsOf(result);
  const { roots } = faultsOf(result.findings);
  const communities = groupBy(
    roots.filter(({ community }) => community !== ''),
    ({ community }) => community,
  );
  return [...communities].flatMap(([community, findings]) =>
    notice(community, findings, result, office, labels),
  );
}

function notice(
  community: string,
  findings: readonly Finding[],
  { run }: AuditResult,
  office: Office,
  labels: Labels,
): (Paragraph | Table)[] {
  const { lang } = run;
  const deadline = office.deadline ?? say(lang, 'circular.deadline');
  const head = (['kind', 'count', 'todo'] as const).map((key) => say(lang, `circular.${key}`));
  return [
    title(say(lang, 'circular.notice-title'), true),
    body(say(lang, 'circular.notice-to', { community }), false),
    body(say(lang, 'circular.notice-text', { period: periodName(run), deadline })),
    section(say(lang, 'reports.findings', { count: written(suppressed(findings.length), lang) })),
    table(head, kinds(findings, labels, lang), [25, 12, 63]),
    body(say(lang, 'circular.suppressed')),
    signed(office.name ?? say(lang, 'circular.office')),
    signed(office.date ?? say(lang, 'circular.date')),
    signature(say(lang, 'circular.sign-receiver')),
    signature(say(lang, 'circular.sign-date')),
  ];
}

/** What to do is said where it is the same for all findings of a kind and speaks of no record. */
function kinds(findings: readonly Finding[], labels: Labels, lang: Lang): string[][] {
  return [...groupBy(findings, ({ rule }) => rule)].map(([rule, same]) => {
    const remedies = new Set(same.map((finding) => (isGeneral(finding) ? finding.suggestion : '')));
    const [remedy = ''] = remedies.size === 1 ? remedies : [];
    return [labels.rule(rule), written(suppressed(same.length), lang), remedy];
  });
}

/** Parameters that tell nothing about a person. */
const GENERAL: ReadonlySet<string> = new Set([
  'community',
  'point',
  'register',
  'heading',
  'missing',
  'span',
  'figure',
]);

function isGeneral({ suggestion, params }: Finding): boolean {
  return Object.entries(params).every(
    ([name, value]) =>
      GENERAL.has(name) || String(value ?? '').length < 2 || !suggestion.includes(String(value)),
  );
}
