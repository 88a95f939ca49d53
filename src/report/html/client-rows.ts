/// <reference lib="dom" />

import type { ListedFault, Payload } from './payload.js';

/** What the script of the page knows. */
export interface View {
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

export function element<Kind extends HTMLElement>(id: string): Kind {
  return document.getElementById(id) as Kind;
}

/** A fault as a row of the page. */
export function rowElement(view: View, at: number): HTMLElement {
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
export function fold(view: View, parent: HTMLElement, title: string, lines: string[]): void {
  if (lines.length === 0) return;
  const details = document.createElement('details');
  details.open = view.paper;
  addText(details, 'summary', filled(title, { count: lines.length }));
  for (const line of lines) addText(details, 'div', line);
  parent.append(details);
}

export function cell(line: HTMLElement, text: string): HTMLElement {
  return addText(line, 'td', text);
}

export function addText(parent: HTMLElement, kind: string, text: string): HTMLElement {
  const child = document.createElement(kind);
  child.textContent = text;
  parent.append(child);
  return child;
}

/** A sentence with its numbers. */
export function filled(sentence: string, numbers: Record<string, number>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(numbers[name]));
}
