import { createHash } from 'node:crypto';
import { type MessageKey, say } from '../../messages/index.js';
import type { Lang } from '../../model/language.js';
import type { AuditResult } from '../../model/result.js';
import { SEVERITIES } from '../../model/severity.js';
import { faultsOf } from '../faults.js';
import { maskingOf } from '../rows.js';
import { answeredOf, isSpotted } from '../spot/spotted.js';
import { grouped } from '../text.js';
import { clientScript } from './client.js';
import { courseSection } from './course-chart.js';
import { errorSection } from './error-chart.js';
import { funnelSection } from './funnel-chart.js';
import { lineSection } from './line-chart.js';
import { html, Markup } from './markup.js';
import { embedded, payloadOf } from './payload.js';
import { rateSection } from './rate-table.js';
import { rosterSection } from './roster-table.js';
import { spotSection } from './spot.js';
import { STYLE } from './style.js';

/**
 * The report as one page that needs nothing else: no network, no other file. Its policy lets no script run but its own,
 * known by its hash, and no request leave.
 */
export function* renderHtml(result: AuditResult): Iterable<string> {
  const { lang } = result.run;
  const script = clientScript();
  const title = `Plumbline ${result.tool.version} ${say(lang, 'report.title')} ${result.run.period}`;
  yield html`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
`.text;
  yield headOf(result, title).text;
  yield* sections(result);
  yield findingsOf(lang).text;
  yield '<script type="application/json" id="payload">';
  yield embedded(payloadOf(result));
  yield `</script>\n<script>${script}</script>\n</body>\n</html>\n`;
}

function policy(script: string): string {
  const hash = createHash('sha256').update(script).digest('base64');
  return `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`;
}

function headOf(result: AuditResult, title: string): Markup {
  const { run } = result;
  const { lang } = run;
  const refused = html`<p class="alarm">${say(lang, 'report.incomplete', { count: run.refused.length })}</p>
<ul>${run.refused.map(({ path, reason }) => html`<li>${path}: ${reason}</li>`)}</ul>`;
  return html`<a class="skip" href="#list">${say(lang, 'page.skip')}</a>
<header>
<button type="button" id="theme" class="theme">${say(lang, 'page.theme')}</button>
<h1>${title}</h1>
<p class="facts">${say(lang, 'report.period')} ${run.period} · ${say(lang, 'report.as-of')} ${run.asOf}</p>
<p class="${run.masked ? 'facts' : 'alarm'}">${maskingOf(result)}</p>
${run.complete ? html`` : refused}
</header>
<main>
<ul class="numbers">${headlines(result).map(([name, value, tone]) => html`<li class="${tone}"><b>${value}</b>${name}</li>`)}</ul>
`;
}

function headlines(result: AuditResult): [string, string, string][] {
  const { run, summary, line, findings } = result;
  const { lang } = run;
  const total = line.reduce((sum, row) => sum + row.total, 0);
  const inLine = line.reduce((sum, row) => sum + row.inLine, 0);
  const rows = run.inputs.reduce((sum, input) => sum + input.rows.read, 0);
  const unconfirmed = faultsOf(findings).roots.filter((finding) => finding.unconfirmed).length;
  return [
    ...SEVERITIES.map((severity): [string, string, string] => [
      say(lang, `report.${severity}`),
      grouped(summary[severity]),
      severity,
    ]),
    [say(lang, 'report.caused'), grouped(summary.caused), ''],
    [say(lang, 'report.unconfirmed'), grouped(unconfirmed), ''],
    isSpotted(result)
      ? [say(lang, 'spot-score.households-answered'), answeredOf(result), '']
      : [say(lang, 'page.events-in-line'), `${grouped(inLine)} / ${grouped(total)}`, ''],
    [say(lang, 'page.rows-read'), grouped(rows), ''],
  ];
}

const SECTIONS: readonly [MessageKey, (result: AuditResult) => Markup | undefined][] = [
  ['page.line', lineSection],
  ['page.errors', errorSection],
  ['reports.error-rates', rateSection],
  ['roster.title', rosterSection],
  ['page.course', courseSection],
  ['page.funnel', funnelSection],
];

function* sections(result: AuditResult): Iterable<string> {
  if (isSpotted(result)) return yield spotSection(result).text;
  for (const [key, section] of SECTIONS) {
    const drawn = section(result);
    if (drawn) yield html`<section><h2>${say(result.run.lang, key)}</h2>\n${drawn}</section>\n`.text;
  }
}

const COLUMNS = ['severity', 'community', 'building', 'kind', 'message', 'place'] as const;

function findingsOf(lang: Lang): Markup {
  const all = html`<option value="">${say(lang, 'page.all')}</option>`;
  const levels = SEVERITIES.map(
    (severity, at) => html`<option value="${at}">${say(lang, `report.${severity}`)}</option>`,
  );
  const choice = (id: 'severity' | 'community' | 'kind', options: readonly Markup[]) =>
    html`<label>${say(lang, `reports.${id}`)}<select id="${id}">${all}${options}</select></label>`;
  const headings = COLUMNS.map((name, at) =>
    name === 'place'
      ? html`<th scope="col">${say(lang, 'reports.place')}</th>`
      : html`<th scope="col" data-column="${at}"><button type="button">${say(lang, `reports.${name}`)}</button></th>`,
  );
  return html`<section id="list" tabindex="-1"><h2>${say(lang, 'page.findings')}</h2>
<noscript><p class="alarm">${say(lang, 'page.no-script')}</p></noscript>
<form id="filters" class="controls">
<label>${say(lang, 'page.search')}<input id="search" type="search" placeholder="${say(lang, 'page.search-hint')}"></label>
${choice('severity', levels)}${choice('community', [])}${choice('kind', [])}
<button type="reset">${say(lang, 'page.clear')}</button>
</form>
<p class="pager"><button type="button" id="previous">${say(lang, 'page.previous')}</button>
<button type="button" id="next">${say(lang, 'page.next')}</button> <span id="state" role="status"></span></p>
<div class="scroll" tabindex="0" role="region" aria-label="${say(lang, 'page.findings')}"><table id="findings">
<caption>${say(lang, 'page.sort')}</caption>
<thead><tr>${headings}</tr></thead>
<tbody id="rows"></tbody></table></div></section>
</main>
`;
}
