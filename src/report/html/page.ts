import { createHash } from 'node:crypto';
import { type MessageKey, say } from '../../messages/index.js';
import type { Lang } from '../../model/language.js';
import type { AuditResult } from '../../model/result.js';
import { SEVERITIES } from '../../model/severity.js';
import { sumOf } from '../../statistics/sum.js';
import { faultsOf } from '../faults.js';
import { rosterSentences, rosterTable } from '../rosters.js';
import { maskingOf } from '../rows.js';
import { answeredOf, isSpotted, type Spotted, spotSentences } from '../spot/spotted.js';
import { areaTables, type SpotTable, spotTables } from '../spot/tables.js';
import { grouped } from '../text.js';
import { clientScript } from './client.js';
import { courseSection } from './course-chart.js';
import { errorSection } from './error-chart.js';
import { funnelSection } from './funnel-chart.js';
import { lineSection } from './line-chart.js';
import { folded, html, htmlTable, Markup, scrolled } from './markup.js';
import { embedded, LIST_COLUMNS, payloadOf } from './payload.js';
import { rateSection } from './rate-table.js';
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
  const figures = figuresOf(result);
  yield headOf(result, title, figures).text;
  yield findingsOf(lang).text;
  for (const { id, heading, drawn } of figures)
    yield html`<section id="${id}"><h2>${heading}</h2>\n${drawn}</section>\n`.text;
  yield '</main>\n';
  yield '<script type="application/json" id="payload">';
  yield embedded(payloadOf(result));
  yield `</script>\n<script>${script}</script>\n</body>\n</html>\n`;
}

function policy(script: string): string {
  const hash = createHash('sha256').update(script).digest('base64');
  return `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`;
}

/** A part of the page below the findings. */
interface Figure {
  id: string;
  heading: string;
  drawn: Markup;
}

function headOf(result: AuditResult, title: string, figures: readonly Figure[]): Markup {
  const { run } = result;
  const { lang } = run;
  const refused = html`<p class="alarm">${say(lang, 'report.incomplete', { count: run.refused.length })}</p>
<ul>${run.refused.map(({ path, reason }) => html`<li>${path}: ${reason}</li>`)}</ul>`;
  const contents = [{ id: 'list', heading: say(lang, 'page.findings') }, ...figures];
  return html`<a class="skip" href="#list">${say(lang, 'page.skip')}</a>
<header>
<button type="button" id="theme" class="theme">${say(lang, 'page.theme')}</button>
<h1>${title}</h1>
<p class="${run.masked ? 'facts' : 'alarm'}">${say(lang, 'report.as-of')} ${run.asOf} · ${maskingOf(result)}</p>
${run.complete ? html`` : refused}
</header>
<nav aria-label="${say(lang, 'page.contents')}">${contents.map(({ id, heading }) => html`<a href="#${id}">${heading}</a>`)}</nav>
<main>
<ul class="numbers">${headlines(result).map(([name, value, tone]) => html`<li class="${tone}"><b>${value}</b>${name}</li>`)}</ul>
`;
}

type Headline = [name: string, value: string, tone: string];

function headlines(result: AuditResult): Headline[] {
  const { run, summary, line, findings } = result;
  const { lang } = run;
  const total = sumOf(line, (row) => row.total);
  const inLine = sumOf(line, (row) => row.inLine);
  const rows = sumOf(run.inputs, (input) => input.rows.read);
  const unconfirmed = faultsOf(findings).roots.filter((finding) => finding.unconfirmed).length;
  return [
    ...SEVERITIES.map((level) => [say(lang, `report.${level}`), grouped(summary[level]), level] as Headline),
    [say(lang, 'report.caused'), grouped(summary.caused), ''],
    [say(lang, 'report.unconfirmed'), grouped(unconfirmed), ''],
    isSpotted(result)
      ? [say(lang, 'spot-score.households-answered'), answeredOf(result), '']
      : [say(lang, 'page.events-in-line'), `${grouped(inLine)} / ${grouped(total)}`, ''],
    [say(lang, 'page.rows-read'), grouped(rows), ''],
  ];
}

const FIGURES: readonly [string, MessageKey, (result: AuditResult) => Markup | undefined][] = [
  ['line', 'report.line', lineSection],
  ['errors', 'page.errors', errorSection],
  ['rates', 'reports.error-rates', rateSection],
  ['roster', 'roster.title', rosterSection],
  ['course', 'page.course', courseSection],
  ['funnel', 'page.funnel', funnelSection],
];

/** Charts and tables, those that there is something to show in. */
function figuresOf(result: AuditResult): Figure[] {
  const { lang } = result.run;
  if (isSpotted(result)) {
    return [{ id: 'spot', heading: say(lang, 'spot-score.section'), drawn: spotSection(result) }];
  }
  return FIGURES.flatMap(([id, key, section]) => {
    const drawn = section(result);
    return drawn ? [{ id, heading: say(lang, key), drawn }] : [];
  });
}

/** The list of faults, which the script fills in, with what it is filtered by. */
function findingsOf(lang: Lang): Markup {
  const all = html`<option value="">${say(lang, 'report.all-communities')}</option>`;
  const levels = SEVERITIES.map(
    (severity, at) => html`<option value="${at}">${say(lang, `report.${severity}`)}</option>`,
  );
  const choice = (id: 'severity' | 'community' | 'kind' | 'file', options: readonly Markup[]) =>
    html`<label>${say(lang, `reports.${id}`)}<select id="${id}">${all}${options}</select></label>`;
  const headings = LIST_COLUMNS.map((name, at) =>
    name === 'place'
      ? html`<th scope="col">${say(lang, 'reports.place')}</th>`
      : html`<th scope="col" data-column="${at}" data-title="${say(lang, `reports.${name}`)}"><button type="button">${say(lang, `reports.${name}`)}</button></th>`,
  );
  return html`<section id="list" tabindex="-1"><h2>${say(lang, 'page.findings')}</h2>
<noscript><p class="alarm">${say(lang, 'page.no-script')}</p></noscript>
<form id="filters" class="controls">
<label>${say(lang, 'page.search')}<input id="search" type="search" placeholder="${say(lang, 'page.search-hint')}"></label>
${choice('community', [])}${choice('file', [])}${choice('kind', [])}${choice('severity', levels)}
<label class="tick"><input id="must" type="checkbox"> ${say(lang, 'page.must')}</label>
<button type="reset">${say(lang, 'page.clear')}</button>
</form>
<p class="pager"><button type="button" id="previous">${say(lang, 'page.previous')}</button>
<button type="button" id="next">${say(lang, 'page.next')}</button> <span id="state" role="status"></span></p>
<div class="scroll" tabindex="0" role="region" aria-label="${say(lang, 'page.findings')}"><table id="findings">
<caption>${say(lang, 'page.sort')}</caption>
<thead><tr>${headings}</tr></thead>
<tbody id="rows"></tbody></table></div></section>
`;
}

/** What the door says; the rates of single areas are folded away. */
export function spotSection(result: Spotted): Markup {
  return html`${spotSentences(result).map((sentence) => html`<p>${sentence}</p>\n`)}${spotTables(result).map((one) => html`<h3>${one.title}</h3>${shown(one)}`)}${areaTables(result).map((one) => folded(one.title, shown(one)))}`;
}

function shown({ title, head, rows, legend }: SpotTable): Markup {
  return html`${scrolled(title, htmlTable(title, head, rows))}${legend ? html`<p class="facts">${legend}</p>` : html``}\n`;
}

/** Rows that the page holds; a workbook has all of them. */
const MOST = 600;

/** Registers of people held against last month's; nothing where none was given. */
export function rosterSection(result: AuditResult): Markup | undefined {
  const rosters = rosterTable(result);
  if (!rosters) return undefined;
  const title = say(result.run.lang, 'roster.title');
  const rows = rosters.rows.slice(0, MOST).map(({ cells }) => cells);
  return html`${rosterSentences(result).map((sentence) => html`<p class="facts">${sentence}</p>`)}
${scrolled(title, htmlTable(title, rosters.head, rows))}`;
}
