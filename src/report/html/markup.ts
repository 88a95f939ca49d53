import { escapeMarkup } from '../markup.js';
import { clean } from '../text.js';

/** HTML that is safe to write as it stands. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = Markup | string | number | readonly Markup[];

/** HTML from a template: every text put into it is escaped, HTML made by this function is not. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const text = strings.map((string, at) => string + written(parts[at] ?? ''));
  return new Markup(text.join(''));
}

function written(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return escapeMarkup(clean(String(part)));
}

/** Markup that may be wider than the page, under its name. */
export function scrolled(name: string, content: Markup): Markup {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${name}">${content}</div>`;
}

/** Markup that is folded away under a title. */
export function folded(title: string, content: Markup): Markup {
  return html`<details><summary>${title}</summary>${content}</details>`;
}

/** A table of numbers: the heading of each row first. */
export function htmlTable(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Markup {
  const cells = ([first = '', ...rest]: readonly (string | number)[]) =>
    html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td class="${typeof cell === 'number' ? 'number' : ''}">${cell}</td>`)}</tr>\n`;
  return html`<table><caption>${caption}</caption><thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map(cells)}</tbody></table>`;
}
