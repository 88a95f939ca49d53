import { withoutBrackets } from './text.js';

/** The word may have a place, a span of time or what is counted before it, and a number or those after it. */
const TOTAL =
  /^([^:,，。;；]{0,20}?)(合计|小计|总计|共计|累计|汇总|总数|总人数|共\p{Script=Han}{0,4}?\d+\p{Script=Han}|subtotal|total|^sum$|^计$)[^:,，。;；]{0,12}$/iu;

/** How a text names a total. */
export interface TotalWord {
  /** Of the rows since the last of its kind: 小计, 本页合计. */
  sub: boolean;
  /** What stands before the word: a place, a span of time. */
  before: string;
  /** A word of running totals, 累计, whose span may be longer than that of the rows. */
  running: boolean;
}

/**
 * Reads a word for a total: 合计, 总 计：, 【小计】, 永安社区合计, 本年累计, 共3人, Total.
 *
 * @returns undefined for any other text
 */
export function totalWord(raw: string): TotalWord | undefined {
  const text = raw.normalize('NFKC').replace(/\s+/g, '');
  for (const bare of [withoutBrackets(text), text.replace(/[()[\]【】〔〕]/g, '')]) {
    const match = TOTAL.exec(bare.replace(/^[—-]+|[—-]+$/g, '').split(':')[0] as string);
    if (!match) continue;
    const [, before = '', word = ''] = match;
    return { before, sub: /^小计|^subtotal/i.test(word) || before === '本页', running: word === '累计' };
  }
  return undefined;
}
