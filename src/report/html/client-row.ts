/// <reference lib="dom" />

import type { ListedFault, Payload } from './payload.js';

/** How the script of the page writes a fault. Like the rest of the script, it runs in the browser (`client.ts`). */

/** A fault as a row of the page; on paper, with all unfolded. */
function rowElement({ texts, severities, words }: Payload, fault: ListedFault, paper: boolean): HTMLElement {
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
  fold(paper, message, words.brings, follow);
  const places = fault.places.map((text) => texts[text] ?? '');
  const where = cell(line, '');
  for (const place of places.slice(0, 3)) addText(where, 'div', place);
  fold(paper, where, words.more, places.slice(3));
  const proof = fault.proof.map((text) => texts[text] ?? '');
  fold(paper, where, words.proof, proof);
  addText(where, 'div', words.number + fault.id).className = 'id';
  [...line.children].forEach((one, column) => {
    one.setAttribute('data-label', words.headings[column] ?? '');
  });
  return line;
}

/** Lines that are folded away on the screen, under the number of them. */
function fold(paper: boolean, parent: HTMLElement, title: string, lines: string[]): void {
  if (lines.length === 0) return;
  const details = document.createElement('details');
  details.open = paper;
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

/** What the rest of the script calls. */
export const ROWS = { rowElement, addText, filled };

/** All functions of this file. */
export const ROW_PARTS = [rowElement, fold, cell, addText, filled];
