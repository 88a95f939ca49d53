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

/** A table of numbers: the heading of each row first. */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Markup {
  const cells = ([first = '', ...rest]: readonly (string | number)[]) =>
    html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td class="${typeof cell === 'number' ? 'number' : ''}">${cell}</td>`)}</tr>\n`;
  return html`<table><caption>${caption}</caption><thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map(cells)}</tbody></table>`;
}
