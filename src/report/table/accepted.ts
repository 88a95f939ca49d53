import { gathered } from '../../keys/order.js';
import type { Finding } from '../../model/finding.js';
import { fold } from '../faults.js';
import { grouped } from '../text.js';
import { joined, type Page, paragraph } from './page.js';

/** What was accepted, in one paragraph: how many findings, and of which rules. */
export function renderAccepted(page: Page, findings: readonly Finding[]): string[] {
  const accepted = fold(findings.filter((finding) => finding.accepted)).roots;
  if (accepted.length === 0) return [];
  const rules = [...gathered(accepted, ({ rule }) => rule)].map(([rule, { length }]) =>
    page.say('report.rule-count', { rule: page.label.rule(rule), count: grouped(length) }),
  );
  const text = page.say('report.accepted', { count: grouped(accepted.length), rules: joined(page, rules) });
  return ['', ...paragraph(page, '', text, page.paint.dim)];
}
