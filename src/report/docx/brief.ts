import type { Paragraph, Table } from 'docx';
import { gathered } from '../../keys/order.js';
import { say } from '../../messages/index.js';
import type { AuditResult } from '../../model/result.js';
import { sumOf } from '../../statistics/sum.js';
import { faultsOf } from '../faults.js';
import { labelsOf, periodName } from '../labels.js';
import type { Office } from '../reporter.js';
import { grouped } from '../text.js';
import { countText, scope } from './circular.js';
import { body, documentTable, officeWords, signed, title } from './parts.js';
import { suppressed, suppressedParts } from './suppress.js';

/** Kinds of findings that one page has room for. */
const MOST_KINDS = 5;
/** Communities that one page has room for. */
const MOST_AREAS = 6;

/** The audit on one page, for whoever decides: whether the numbers hold, what is wrong most often, and where. */
export function brief(result: AuditResult, office: Office): (Paragraph | Table)[] {
  const { run, summary, line } = result;
  const { lang } = run;
  const words = officeWords(office, lang);
  const labels = labelsOf(result);
  const { roots } = faultsOf(result.findings);
  const most = <Key extends string>(groups: Map<Key, readonly unknown[]>) =>
    [...groups].map(([name, { length }]) => ({ name, length })).sort((a, b) => b.length - a.length);
  const kinds = most(gathered(roots, ({ rule }) => rule)).slice(0, MOST_KINDS);
  const areas = most(gathered(roots, ({ community }) => community)).slice(0, MOST_AREAS);
  const total = sumOf(line, (row) => row.total);
  const inLine = sumOf(line, (row) => row.inLine);
  const parts = suppressedParts(areas.map(({ length }) => length));
  const shown = (count: number) => countText(suppressed(count), lang);
  const rows = areas.map(({ name }, at) => [
    name || say(lang, 'report.no-community'),
    countText(parts[at] ?? 0, lang),
  ]);
  return [
    title(say(lang, 'circular.brief-title', { period: periodName(run) })),
    body(say(lang, 'circular.scope-text', scope(result))),
    ...(total > 0 ? [body(say(lang, 'circular.brief-line', inLineOf(total, inLine)))] : []),
    body(
      say(lang, 'circular.brief-found', {
        findings: shown(summary.error + summary.warning + summary.notice),
        caused: shown(summary.caused),
        kinds: kinds
          .filter(({ length }) => suppressed(length) === length)
          .map(({ name, length }) => `${labels.rule(name)} ${grouped(length)}`)
          .join(say(lang, 'report.comma')),
      }),
    ),
    documentTable([say(lang, 'reports.community'), say(lang, 'circular.findings')], rows, [70, 30]),
    body(say(lang, 'circular.brief-next', words)),
    ...signed(words),
  ];
}

function inLineOf(total: number, inLine: number): Record<string, string> {
  const share = ((inLine / total) * 100).toFixed(1);
  return { total: grouped(total), inLine: grouped(inLine), share };
}
