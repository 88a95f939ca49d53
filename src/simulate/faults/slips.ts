import { isIsoDay } from '../../keys/calendar.js';
import { checkDigit } from '../../keys/id.js';
import { addYears, iso, parseDay } from '../calendar.js';
import type { Random } from '../random.js';

/** Characters that sound alike, by pairs both of which occur in names. */
const HOMOPHONES = new Map(
  [
    '伟玮 玮炜 炜伟 婷亭 亭庭 庭婷 佳嘉 嘉家 家佳 晴青 青清 清晴 薇微 微薇 悦月 月岳 岳悦 蕾雷 雷蕾 涵晗 晗涵 瑶遥 遥瑶 语雨 雨宇 宇语 琪祺 帆凡 凯恺 健建',
    '建健 志智 智志 恒衡 云芸 芸云 韵蕴 明鸣 刚钢 杰洁 洁杰 芳方 娜那 敏闽 静净 丽莉 莉丽 燕艳 艳燕 英瑛 玲灵 红虹 兰岚 珍真 欣心 丹单 琳林 倩茜 莹盈 颖影',
    '萍平 平萍 梅枚 凤奉 玉育 秀绣 怡宜 磊垒 强墙 军君 洋阳 勇永 涛滔 超朝 辉晖 鹏朋 华花 飞非 鑫新 波播 斌彬 彬斌 浩皓 俊峻 峰锋 锋峰 晨辰 成诚 诚成',
  ].flatMap((line) => line.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)] as const)),
);

/** The name with one character written as another that sounds the same; null where none is known. */
export function homophone(name: string): string | null {
  for (let i = name.length - 1; i > 0; i--) {
    const other = HOMOPHONES.get(name.charAt(i));
    if (other) return name.slice(0, i) + other + name.slice(i + 1);
  }
  return null;
}

/**
 * The date as a clerk mistypes it: some days off, digits swapped, month and day swapped. It stays in its year, no later
 * than `last`, and never comes out the same.
 */
export function slippedDate(random: Random, date: string, last: string): string {
  const styles = random.shuffle([
    swappedMonthAndDay,
    swappedDayDigits,
    (text: string) => daysOff(random, text),
  ]);
  for (const style of styles) {
    const slipped = style(date);
    if (slipped && slipped !== date && slipped <= last && isNear(slipped, date)) return slipped;
  }
  return nearDate(random, date);
}

/** In the same year, and no further away than claims of one operation or stay are matched. */
function isNear(slipped: string, date: string): boolean {
  return slipped.slice(0, 4) === date.slice(0, 4) && Math.abs(parseDay(slipped) - parseDay(date)) <= 150;
}

function swappedMonthAndDay(date: string): string | null {
  const [year = '', month = '', day = ''] = date.split('-');
  return Number(day) <= 12 ? `${year}-${day}-${month}` : null;
}

function swappedDayDigits(date: string): string | null {
  const swapped = date.slice(0, 8) + date.charAt(9) + date.charAt(8);
  return isIsoDay(swapped) ? swapped : null;
}

function daysOff(random: Random, date: string): string {
  return iso(parseDay(date) - random.int(1, 20));
}

/** A date one to five days before, or after where the year has just begun. */
export function nearDate(random: Random, date: string): string {
  const days = random.int(1, 5);
  const before = iso(parseDay(date) - days);
  return before.slice(0, 4) === date.slice(0, 4) ? before : iso(parseDay(date) + days);
}

function rounded(id: string): boolean {
  return id.endsWith('000');
}

/** A resident ID whose check digit is wrong. */
export function wrongCheckDigit(random: Random, id: string): string {
  // ending in 000 it would look rounded by a spreadsheet
  const others = [...'0123456789'].filter(
    (digit) => digit !== id.charAt(17) && !rounded(id.slice(0, 17) + digit),
  );
  return id.slice(0, 17) + random.pick(others);
}

/** Two neighbouring digits swapped, so that the check digit no longer fits; null where no two differ. */
function swappedDigits(random: Random, id: string): string | null {
  const places = [6, 7, 8, 9, 10, 11, 12, 13, 14, 15].filter((at) => id.charAt(at) !== id.charAt(at + 1));
  if (places.length === 0) return null;
  const at = random.pick(places);
  return id.slice(0, at) + id.charAt(at + 1) + id.charAt(at) + id.slice(at + 2);
}

/** One digit of the sequence or the sex mistyped. */
function wrongDigit(random: Random, id: string): string {
  const at = random.int(14, 16);
  const digit = (Number(id.charAt(at)) + random.int(1, 9)) % 10;
  return id.slice(0, at) + digit + id.slice(at + 1);
}

/** The ID as a clerk mistypes it: always an invalid one, one edit or swap away. */
export function slippedId(random: Random, id: string): string {
  for (;;) {
    const slip = random.pick([wrongCheckDigit, swappedDigits, wrongDigit])(random, id);
    if (!slip || slip === id || rounded(slip)) continue;
    if (checkDigit(slip.slice(0, 17)) !== slip.charAt(17)) return slip;
  }
}

/** Another valid ID of the same birth date and sex, two places away: a digit of the sequence, and the check digit. */
export function validSlip(random: Random, id: string): string {
  const digit = (Number(id.charAt(14)) + random.int(1, 8)) % 10;
  const body = `${id.slice(0, 14)}${digit}${id.slice(15, 17)}`;
  return body + checkDigit(body);
}

/** The ID as a spreadsheet spoils it. */
export function spoiltId(random: Random, id: string): string {
  const zeroed = `${id.slice(0, 15)}000`;
  if (checkDigit(zeroed.slice(0, 17)) !== '0' && random.chance(0.5)) return zeroed;
  return `${id.charAt(0)}.${id.slice(1, 6)}E+17`;
}

/** The same day of next year, which no registration can bear yet. */
export function nextYear(date: string): string {
  return iso(addYears(parseDay(date), 1));
}
