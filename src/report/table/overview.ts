import { byText } from '../../keys/order.js';
import type { RuleStatus } from '../../model/result.js';
import { SEVERITIES } from '../../model/severity.js';
import type { Folded } from '../faults.js';
import { grouped } from '../text.js';
import { countByRule, worse } from './groups.js';
import { counted, grid, heading, joined, type Page, paragraph } from './page.js';

/** How many findings each rule made, the worst first, and which rules could not be applied. */
export function renderOverview(page: Page, rules: RuleStatus[], folded: Folded): string[] {
  const rows = overviewRows(page, folded);
  const counts = ([...SEVERITIES, 'caused'] as const).map((key) => page.say(`report.${key}`));
  const head = [page.say('report.rule'), '', ...counts];
  const table = grid(page, { head, rows, text: [0, 1], whole: [1], wrapped: [0] });
  return [
    ...heading(page, page.say('report.overview')),
    ...(rows.length > 0 ? [...table, ''] : []),
    ...renderRules(page, rules),
  ];
}

function overviewRows(page: Page, folded: Folded): string[][] {
  return countByRule(folded)
    .sort((a, b) => worse(a.counts, b.counts) || byText(a.rule, b.rule))
    .map(({ rule, counts }) => [
      page.label.rule(rule),
      rule,
      ...SEVERITIES.map((severity) => counted(page, severity, counts[severity])),
      grouped(counts.caused),
    ]);
}

function renderRules(page: Page, rules: RuleStatus[]): string[] {
  const { say, label, paint } = page;
  const of = (status: RuleStatus['status']) => rules.filter((rule) => rule.status === status);
  const absent = of('not-applicable');
  const numbers = { total: rules.length, passed: of('passed').length, failed: of('failed').length };
  const lines = paragraph(page, '', say('report.rules-run', { ...numbers, skipped: absent.length }));
  if (absent.length === 0) return lines;
  const names = absent.map(({ rule }) => label.rule(rule));
  const text = say('report.not-applicable', { rules: joined(page, names) });
  return [...lines, ...paragraph(page, '', text, paint.dim)];
}
