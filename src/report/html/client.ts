/// <reference lib="dom" />

/**
 * The script of the page. It runs in the browser, where these functions are written out as they are: they may use one
 * another, and nothing else of this program. Texts reach the page as text, never as markup.
 */

/** What the page hands to its script. */
export interface Payload {
  /** Every text once; rows hold their numbers. */
  texts: string[];
  /** Severity, community, building, kind, message, suggestion, cause, places. */
  rows: number[][];
  severities: string[];
  shown: string;
  noCommunity: string;
}

interface View {
  payload: Payload;
  /** What a search looks through, by row. */
  haystack: string[];
  /** Rows that fit, in the order shown. */
  fitting: number[];
  page: number;
  sort: number;
  down: boolean;
}

function element<Kind extends HTMLElement>(id: string): Kind {
  return document.getElementById(id) as Kind;
}

function textAt(view: View, row: number, column: number): string {
  return view.payload.texts[view.payload.rows[row]?.[column] ?? -1] ?? '';
}

function refresh(view: View): void {
  const { rows } = view.payload;
  const words = element<HTMLInputElement>('search').value.toLowerCase().split(/\s+/).filter(Boolean);
  const severity = element<HTMLSelectElement>('severity').value;
  const community = element<HTMLSelectElement>('community').value;
  const kind = element<HTMLSelectElement>('kind').value;
  view.fitting = [];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? [];
    if (severity !== '' && row[0] !== Number(severity)) continue;
    if (community !== '' && row[1] !== Number(community)) continue;
    if (kind !== '' && row[3] !== Number(kind)) continue;
    const text = view.haystack[at] ?? '';
    if (words.every((word) => text.includes(word))) view.fitting.push(at);
  }
  order(view);
  view.page = 0;
  draw(view, 100);
}

function order(view: View): void {
  const { sort, down, payload } = view;
  if (sort < 0) return;
  const ranks = ranksOf(payload);
  const key = (row: number) => {
    const value = payload.rows[row]?.[sort] ?? -1;
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
  body.replaceChildren(...view.fitting.slice(from, from + size).map((row) => rowElement(view, row)));
  const words: Record<string, number> = {
    total: view.payload.rows.length,
    count: view.fitting.length,
    page: view.page + 1,
    pages,
  };
  element('state').textContent = view.payload.shown.replace(/\{(\w+)\}/g, (_, name: string) =>
    String(words[name]),
  );
  element<HTMLButtonElement>('previous').disabled = view.page === 0;
  element<HTMLButtonElement>('next').disabled = view.page + 1 >= pages;
}

function rowElement(view: View, row: number): HTMLElement {
  const line = document.createElement('tr');
  const level = view.payload.rows[row]?.[0] ?? 0;
  const mark = cell(line, view.payload.severities[level] ?? '');
  mark.className = ['error', 'warning', 'notice'][level] ?? '';
  for (const column of [1, 2, 3]) cell(line, textAt(view, row, column));
  const message = cell(line, textAt(view, row, 4));
  for (const column of [5, 6]) {
    const text = textAt(view, row, column);
    if (text) addText(message, 'span', text).className = 'todo';
  }
  places(cell(line, ''), view, row);
  return line;
}

function places(parent: HTMLElement, view: View, row: number): void {
  const [first, ...others] = (view.payload.rows[row] ?? [])
    .slice(7)
    .map((at) => view.payload.texts[at] ?? '');
  if (others.length === 0) {
    parent.textContent = first ?? '';
    return;
  }
  const details = document.createElement('details');
  addText(details, 'summary', `${first} (+${others.length})`);
  for (const other of others) addText(details, 'div', other);
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

/** Fills a drop-down with the texts of a column, in their order. */
function offer(view: View, id: string, column: number, blank: string): void {
  const ranks = ranksOf(view.payload);
  const values = [...new Set(view.payload.rows.map((row) => row[column] ?? -1))];
  values.sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
  for (const value of values) {
    const option = addText(element(id), 'option', view.payload.texts[value] || blank) as HTMLOptionElement;
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
  for (const id of ['search', 'severity', 'community', 'kind']) {
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
    draw(view, view.fitting.length || 1);
  });
  addEventListener('afterprint', () => {
    view.page = page;
    draw(view, 100);
  });
}

function start(): void {
  const payload = JSON.parse(element('payload').textContent ?? '') as Payload;
  const view: View = { payload, haystack: [], fitting: [], page: 0, sort: -1, down: false };
  view.haystack = payload.rows.map(([level = 0, ...texts]) =>
    [payload.severities[level], ...texts.map((at) => payload.texts[at])].join('\n').toLowerCase(),
  );
  offer(view, 'community', 1, payload.noCommunity);
  offer(view, 'kind', 3, '');
  listen(view);
  refresh(view);
}

/** The script as the page holds it. */
export function clientScript(): string {
  const parts = [
    ...[
      element,
      textAt,
      refresh,
      order,
      ranksOf,
      draw,
      rowElement,
      places,
      cell,
      addText,
      offer,
      sortBy,
      listen,
    ],
    start,
  ];
  return `'use strict';\n${parts.map((part) => part.toString()).join('\n')}\nstart();\n`;
}
