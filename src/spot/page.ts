import { type MessageKey, type MessageParams, say as sayIn } from '../messages/index.js';
import type { Printing } from '../report/terminal.js';
import { clean, widthOf, wrap } from '../report/text.js';

export type Say = (key: MessageKey, params?: MessageParams) => string;

/** A heading and what stands beside it. */
export type Line = [label: string, text: string];

/** What the texts of spot audits are written with: the words, and how wide a line may be. */
export interface TextPage {
  say: Say;
  width: number;
}

export function textPage({ lang, terminal }: Printing): TextPage {
  return {
    say: (key, params) => sayIn(lang, key, params),
    width: Math.min(Math.max(terminal.width, 60), 100),
  };
}

/** Headings in a column, and their texts beside them. */
export function labelled({ width }: TextPage, lines: readonly Line[]): string[] {
  const widest = Math.max(...lines.map(([label]) => widthOf(label)));
  return lines.flatMap(([label, text]) =>
    wrap(clean(text), width - widest - 4).map((part, i) => {
      const head = i === 0 ? label : '';
      return `  ${head}${' '.repeat(widest - widthOf(head))}  ${part}`;
    }),
  );
}

/** Sentences, each behind a point. */
export function bullets({ width }: TextPage, texts: readonly string[]): string[] {
  return texts.flatMap((text) =>
    wrap(clean(text), width - 4).map((part, i) => `  ${i === 0 ? '· ' : '  '}${part}`),
  );
}
