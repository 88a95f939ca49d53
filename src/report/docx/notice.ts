import type { Paragraph, Table } from 'docx';
import { gathered } from '../../keys/order.js';
import { say } from '../../messages/index.js';
import type { Finding } from '../../model/finding.js';
import type { Lang } from '../../model/language.js';
import type { AuditResult } from '../../model/result.js';
import { faultsOf } from '../faults.js';
import { type Labels, labelsOf, periodName } from '../labels.js';
import { areasToMend } from '../part.js';
import type { Office } from '../reporter.js';
import { grouped } from '../text.js';
import { blank, body, documentTable, officeWords, signature, signed, title } from './parts.js';

/** A rectification notice for each area that has something to correct: kinds and counts, nobody's name. */
export function notices(result: AuditResult, office: Office): (Paragraph | Table)[] {
  return areasToMend(result).flatMap((name) => noticeOf(name, result, office, true) ?? []);
}

/**
 * The notice to one area; undefined where it has nothing to correct.
 * @param newPage whether it begins one
 */
export function noticeOf(
  area: string,
  result: AuditResult,
  office: Office,
  newPage = false,
): (Paragraph | Table)[] | undefined {
  const { lang } = result.run;
  const findings = faultsOf(result.findings).roots.filter(({ community }) => community === area);
  if (findings.length === 0) return undefined;
  const labels = labelsOf(result);
  const words = officeWords(office, lang);
  const head = (['kind', 'count', 'todo'] as const).map((key) => say(lang, `circular.${key}`));
  const text = isCommunity(area, result) ? 'circular.notice-text' : 'circular.notice-text-area';
  return [
    title(say(lang, 'circular.notice-title'), newPage),
    body(say(lang, 'circular.notice-to', { community: area }), false),
    body(say(lang, text, { area, period: periodName(result.run), deadline: words.deadline })),
    body(say(lang, 'circular.notice-count', { count: grouped(findings.length) })),
    documentTable(head, kinds(findings, labels, lang), [26, 12, 62]),
    blank(),
    body(say(lang, 'circular.notice-attached')),
    blank(),
    ...signed(words),
    blank(),
    signature(say(lang, 'circular.sign-receiver')),
    signature(say(lang, 'circular.sign-date')),
  ];
}

/** A district or street answers for its figures, and is no community. */
function isCommunity(name: string, { areas = [] }: AuditResult): boolean {
  return (areas.find(({ area }) => area === name)?.level ?? 'community') === 'community';
}

/** What to do is said where it is the same for all findings of a kind and speaks of no record. */
function kinds(findings: readonly Finding[], labels: Labels, lang: Lang): string[][] {
  return [...gathered(findings, ({ rule }) => rule)].map(([rule, same]) => {
    const remedies = new Set(same.map((finding) => (isGeneral(finding) ? finding.suggestion : '')));
    const [remedy = ''] = remedies.size === 1 ? remedies : [];
    const todo = onPaper(remedy) || say(lang, 'circular.as-listed');
    return [labels.rule(rule), grouped(same.length), todo];
  });
}

/** Words that mean something at a keyboard only. */
const KEYBOARD = /--\w|plumbline|codes|配置文件|configuration/i;

/** A remedy without the clauses that speak of the program. */
export function onPaper(remedy: string): string {
  const clauses = remedy.match(/[^；;。]+[；;。]?/g) ?? [];
  const kept = clauses.filter((clause) => !KEYBOARD.test(clause)).join('');
  return kept.replace(/[；;]\s*$/, '。');
}

/** Parameters that tell nothing about a person. */
const GENERAL = ['community', 'point', 'register', 'heading', 'missing', 'span', 'figure'];

function isGeneral({ suggestion, params }: Finding): boolean {
  return Object.entries(params).every(([name, value]) => {
    const text = String(value ?? '');
    return GENERAL.includes(name) || text.length < 2 || !suggestion.includes(text);
  });
}
