import { type Spotted, spotSentences } from '../spot/spotted.js';
import { areaTable, type SpotTable, spotTables } from '../spot/tables.js';
import { html, type Markup, table } from './markup.js';

/** What the door says; the rates of single areas are folded away. */
export function spotSection(result: Spotted): Markup {
  const areas = areaTable(result);
  const folded = areas ? html`<details><summary>${areas.title}</summary>${shown(areas)}</details>` : html``;
  return html`${spotSentences(result).map((sentence) => html`<p>${sentence}</p>\n`)}${spotTables(result).map((one) => html`<h3>${one.title}</h3>${shown(one)}`)}${folded}`;
}

function shown({ title, head, rows, legend }: SpotTable): Markup {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${title}">${table(title, head, rows)}</div>${legend ? html`<p class="facts">${legend}</p>` : html``}\n`;
}
