/// <reference lib="dom" />

import type { ListedFault, Payload } from './payload.js';

/**
 * The script of the page. It runs in the browser, where these functions are written out as they are: they may use one
 * another, and nothing else of this program: in another file they would be called by names that the page has not. Texts reach the page as text, never as markup.
 */

/** What the script of the page knows. */
interface View {
  payload: Payload;
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

/** A fault as a row of the page. */
function rowElement(view: View, at: number): HTMLElement {
  const { texts, severities, words } = view.payload;
  const fault = view.payload.faults[at] as ListedFault;
  const line = document.createElement('tr');
  const level = fault.cells[0] ?? 0;
  cell(line, severities[level] ?? '').className = ['error', 'warning', 'notice'][level] ?? '';
  for (const text of fault.cells.slice(1, 4)) cell(line, texts[text] ?? '');
  const message = cell(line, texts[fault.cells[4] ?? -1] ?? '');
  if (texts[fault.todo]) addText(message, 'span', texts[fault.todo] ?? '').className = 'todo';
  const follow = fault.follow.map((parts) =>
    parts
      .map((text) => texts[text])
      .filter(Boolean)
      .join(' · '),
  );
  fold(view, message, words.brings, follow);
  const places = fault.places.map((text) => texts[text] ?? '');
  const where = cell(line, '');
  for (const place of places.slice(0, 3)) addText(where, 'div', place);
  fold(view, where, words.more, places.slice(3));
  const proof = fault.proof.map((text) => texts[text] ?? '');
  fold(view, where, words.proof, proof);
  addText(where, 'div', words.number + fault.id).className = 'id';
  [...line.children].forEach((one, column) => {
    one.setAttribute('data-label', words.headings[column] ?? '');
  });
  return line;
}

/** Lines that are folded away on the screen, under the number of them. */
function fold(view: View, parent: HTMLElement, title: string, lines: string[]): void {
  if (lines.length === 0) return;
  const details = document.createElement('details');
  details.open = view.paper;
  addText(details, 'summary', filled(title, { count: lines.length }));
  for (const line of lines) addText(details, 'div', line);
  parent.append(details);
}

function cell(line: HTMLElement, text: string): HTMLElement {
  return addText(line, 'td', text);
}

function addText(parent: HTMLElement, kind: string, text: string): HTMLElement {
  const child = document.createElement(kind);
  child.textContent = text;
  parent.append(child);
  return child;
}

/** A sentence with its numbers. */
function filled(sentence: string, numbers: Record<string, number>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(numbers[name]));
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
  const body = element('rows');
  const pages = Math.max(1, Math.ceil(view.fitting.length / size));
  const from = view.page * size;
  body.replaceChildren(...view.fitting.slice(from, from + size).map((fault) => rowElement(view, fault)));
  element('state').textContent = filled(view.payload.words.shown, {
    total: view.payload.faults.length,
    count: view.fitting.length,
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
    const option = addText(element(id), 'option', text) as HTMLOptionElement;
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

function start(): void {
  const payload = JSON.parse(element('payload').textContent ?? '') as Payload;
  const { texts, severities, faults, words } = payload;
  const view: View = { payload, haystack: [], fitting: [], page: 0, sort: -1, down: false, paper: false };
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
  const parts = [
    ...[element, refresh, order, ranksOf, draw, filled, rowElement, fold, cell, addText],
    ...[offer, sortBy, listen, start],
  ];
  return `'use strict';\n${parts.map((part) => part.toString()).join('\n')}\nstart();\n`;
}
