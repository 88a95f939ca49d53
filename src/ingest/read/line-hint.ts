import type { RawCell } from '../../model/source.js';
import { filledTexts } from './line-kind.js';

/** What forms print in the cells below their headings to say what goes there. */
const HINT =
  /必填|选填|必录|可空|可不填|不填|填写|录入|格式|示例|样例|例如|^[如例]:|^例$|请(?:填|输|选|按)|下拉|^文本型?$|^数[字值]型?$|^日期型?$|^字符型?|\d+位|位数|yyyy|年月日|男[/或、]女|是[/或、]否|^1[.:=-]?男|限\d+字|不超过|^选[项择]$|^[*√是否YN]$|^(?:varchar|char|date|datetime|int|integer|string|text|number)(?:\(\d+\))?$/i;
const NUMERALS = '一二三四五六七八九十';
/** The columns of names and places that forms number apart from the others. */
const STEM = /^[甲乙丙丁戊己庚辛壬癸]$|^(?:栏次|栏目|栏号|列次|列号|行次|项次|序号)$/;

/** Whether the first line below a header repeats what it asks for: hints, or the numbers of the columns. */
export function belongsToHeader(cells: readonly RawCell[]): boolean {
  const texts = filledTexts(cells);
  return texts.length > 1 && (isNumbering(texts) || isHint(texts));
}

/** Most of the cells say what goes there. */
function isHint(texts: readonly string[]): boolean {
  const hints = texts.filter((text) => HINT.test(text.replace(/^[([【]|[)\]】]$/g, ''))).length;
  return hints > 1 && hints * 2 > texts.length;
}

/** The numbers that forms print below their headings: 甲 乙 1 2 3, （1）（2）（3）, ①②③, A B C, 栏次 一 二 三. */
function isNumbering(texts: readonly string[]): boolean {
  const numbers = texts.filter((text) => !STEM.test(text)).map(numberOf);
  const [first = 0] = numbers;
  const stems = texts.length - numbers.length;
  const follow = numbers.every((number, i) => number === first + i);
  return follow && first > 0 && numbers.length + stems > 2 && (stems > 0 || numbers.length > 2);
}

/** The place of a column among its kind, from 1; NaN where a text is no such number. Formulas (3=1+2) follow theirs. */
function numberOf(text: string): number {
  const bare = text.replace(/^[([【第]+|[)\]】列栏.]+$/g, '').replace(/^(\d{1,2})\)?=.*$/, '$1');
  if (/^\d{1,2}$/.test(bare)) return Number(bare);
  if (/^[A-Za-z]$/.test(bare)) return bare.toUpperCase().charCodeAt(0) - 64;
  const han = bare.length === 1 ? NUMERALS.indexOf(bare) : -1;
  return han < 0 ? Number.NaN : han + 1;
}
