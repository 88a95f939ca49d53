/// <reference lib="dom" />

import { ROW_PARTS, ROWS } from './client-row.js';
import type { ListedFault, Payload } from './payload.js';

/**
 * The script of the page. It runs in the browser, where these functions are written out as they are: those of one file
 * may use one another, and nothing else of this program, since another file's go by other names in the page; `start` is
 * handed what it takes from there. Texts reach the page as text, never as markup.
 */

/** What the script of the page knows. */
interface View {
  payload: Payload;
  rows: typeof ROWS;
  /** What a search looks through, by fault. */
  haystack: string[];
  /** Faults that fit, in the order shown. */
  fitting: number[];
  page: number;
  sort: number;
  down: boolean;
  /** On paper all is unfolded. */
  paper: boolean;
}

function element<Kind extends HTMLElement>(id: string): Kind {
  return document.getElementById(id) as Kind;
}

function refresh(view: View): void {
  const { faults } = view.payload;
  const chosen = (id: string, value: number | undefined): boolean => {
    const asked = element<HTMLSelectElement>(id).value;
    return asked === '' || Number(asked) === value;
  };
  const words = element<HTMLInputElement>('search').value.toLowerCase().split(/\s+/).filter(Boolean);
  const must = element<HTMLInputElement>('must').checked;
  view.fitting = [];
  faults.forEach(({ cells, file, unsure }, at) => {
    const text = view.haystack[at] ?? '';
    if (must && (unsure || cells[0] === 2)) return;
    if (!chosen('severity', cells[0]) || !chosen('community', cells[1])) return;
    if (!chosen('kind', cells[3]) || !chosen('file', file)) return;
    if (words.every((word) => text.includes(word))) view.fitting.push(at);
  });
  order(view);
  view.page = 0;
  draw(view, 100);
}

function order(view: View): void {
  const { sort, down, payload } = view;
  if (sort < 0) return;
  const ranks = ranksOf(payload);
  const key = (fault: number) => {
    const value = payload.faults[fault]?.cells[sort] ?? -1;
    return sort === 0 ? value : (ranks[value] ?? -1);
  };
  const sign = down ? -1 : 1;
  view.fitting.sort((a, b) => sign * (key(a) - key(b)) || a - b);
}

/** The place of every text in the order of code units, worked out once. */
function ranksOf(payload: Payload & { ranks?: number[] }): number[] {
  if (payload.ranks) return payload.ranks;
  const ranks: number[] = [];
  const byText = payload.texts.map((_, at) => at);
  byText.sort((a, b) => ((payload.texts[a] ?? '') < (payload.texts[b] ?? '') ? -1 : 1));
  byText.forEach((text, rank) => {
    ranks[text] = rank;
  });
  payload.ranks = ranks;
  return ranks;
}

function draw(view: View, size: number): void {
  const { payload, fitting, rows } = view;
  const body = element('rows');
  const pages = Math.max(1, Math.ceil(fitting.length / size));
  const from = view.page * size;
  const shown = fitting.slice(from, from + size).flatMap((at) => payload.faults[at] ?? []);
  body.replaceChildren(...shown.map((fault) => rows.rowElement(payload, fault, view.paper)));
  element('state').textContent = rows.filled(payload.words.shown, {
    total: payload.faults.length,
    count: fitting.length,
    page: view.page + 1,
    pages,
  });
  element<HTMLButtonElement>('previous').disabled = view.page === 0;
  element<HTMLButtonElement>('next').disabled = view.page + 1 >= pages;
}

/** Fills a drop-down with texts of the faults, in their order. */
function offer(
  view: View,
  id: string,
  textOf: (fault: ListedFault) => number | undefined,
  blank: string,
): void {
  const ranks = ranksOf(view.payload);
  const values = [...new Set(view.payload.faults.map((fault) => textOf(fault) ?? -1))];
  values.sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
  for (const value of values) {
    const text = view.payload.texts[value] || blank;
    if (!text) continue;
    const option = view.rows.addText(element(id), 'option', text) as HTMLOptionElement;
    option.value = String(value);
  }
}

function sortBy(view: View, heading: HTMLElement, column: number): void {
  view.down = view.sort === column && !view.down;
  view.sort = column;
  for (const other of document.querySelectorAll('#findings th')) other.removeAttribute('aria-sort');
  heading.setAttribute('aria-sort', view.down ? 'descending' : 'ascending');
  refresh(view);
}

function listen(view: View): void {
  for (const id of ['search', 'severity', 'community', 'kind', 'file', 'must']) {
    element(id).addEventListener('input', () => refresh(view));
  }
  const turn = (step: number) => () => {
    view.page += step;
    draw(view, 100);
  };
  element('previous').addEventListener('click', turn(-1));
  element('next').addEventListener('click', turn(1));
  element('filters').addEventListener('reset', () => setTimeout(() => refresh(view)));
  element('filters').addEventListener('submit', (event) => event.preventDefault());
  document.querySelectorAll<HTMLElement>('#findings th[data-column]').forEach((heading) => {
    const column = Number(heading.dataset.column);
    heading.querySelector('button')?.addEventListener('click', () => sortBy(view, heading, column));
  });
  element('theme').addEventListener('click', () => {
    const root = document.documentElement;
    const dark =
      root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
    root.dataset.theme = dark === 'dark' ? 'light' : 'dark';
  });
  // On paper there are no pages to turn: all rows that fit are there.
  let page = 0;
  addEventListener('beforeprint', () => {
    page = view.page;
    view.page = 0;
    view.paper = true;
    draw(view, view.fitting.length || 1);
  });
  addEventListener('afterprint', () => {
    view.page = page;
    view.paper = false;
    draw(view, 100);
  });
}

function start(rows: typeof ROWS): void {
  const payload = JSON.parse(element('payload').textContent ?? '') as Payload;
  const { texts, severities, faults, words } = payload;
  const view: View = {
    payload,
    rows,
    haystack: [],
    fitting: [],
    page: 0,
    sort: -1,
    down: false,
    paper: false,
  };
  view.haystack = faults.map(({ cells: [level = 0, ...rest], todo, id, places, proof, follow }) =>
    [severities[level], id, ...[...rest, todo, ...places, ...proof, ...follow.flat()].map((at) => texts[at])]
      .join('\n')
      .toLowerCase(),
  );
  offer(view, 'community', ({ cells }) => cells[1], words.noCommunity);
  offer(view, 'file', ({ file }) => file, '');
  offer(view, 'kind', ({ cells }) => cells[3], '');
  listen(view);
  refresh(view);
}

/** The script as the page holds it. */
export function clientScript(): string {
  const parts = [...ROW_PARTS, element, refresh, order, ranksOf, draw, offer, sortBy, listen, start];
  const rows = Object.entries(ROWS).map(([name, part]) => `${name}: ${part.name}`);
  return `'use strict';\n${parts.map((part) => part.toString()).join('\n')}\nstart({ ${rows.join(', ')} });\n`;
}
