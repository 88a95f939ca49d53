import { type Spotted, spotSentences } from '../spot/spotted.js';
import { areaTables, type SpotTable, spotTables } from '../spot/tables.js';
import { folded, html, htmlTable, type Markup, scrolled } from './markup.js';

/** What the door says; the rates of single areas are folded away. */
export function spotSection(result: Spotted): Markup {
  return html`${spotSentences(result).map((sentence) => html`<p>${sentence}</p>\n`)}${spotTables(result).map((one) => html`<h3>${one.title}</h3>${shown(one)}`)}${areaTables(result).map((one) => folded(one.title, shown(one)))}`;
}

function shown({ title, head, rows, legend }: SpotTable): Markup {
  return html`${scrolled(title, htmlTable(title, head, rows))}${legend ? html`<p class="facts">${legend}</p>` : html``}\n`;
}
