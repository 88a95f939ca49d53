/** Other ways to write a Chinese name. Pinyin comes from the library, not from the product's own keys. */
import { pinyin } from 'pinyin-pro';

const TRADITIONAL: Record<string, string> = Object.fromEntries(
  '刘劉 张張 陈陳 杨楊 赵趙 吴吳 华華 谢謝 罗羅 郑鄭 马馬 黄黃 叶葉 贾賈 邓鄧 龙龍 国國 凤鳳 丽麗 静靜 云雲 兰蘭 莲蓮 晓曉 颖穎 军軍 强強'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

const HOMOPHONES = [
  '芳方坊',
  '静婧靖',
  '丽莉俐',
  '娟涓捐',
  '伟炜玮',
  '强蔷',
  '军君钧',
  '敏闽',
  '燕艳雁',
  '霞侠',
  '玲灵铃',
  '梅玫媚',
  '英瑛莹',
  '华桦',
  '明鸣铭',
  '刚钢',
  '杰洁捷',
  '涛韬',
  '浩昊皓',
  '宇羽雨',
  '轩宣萱',
  '涵晗函',
  '欣心馨',
  '怡依仪',
  '佳嘉家',
  '诗施',
  '琪琦奇',
  '雪学',
  '菲霏斐',
  '晨辰臣',
  '思丝',
  '志智治',
  '文雯',
  '子梓紫',
  '瑶遥尧',
  '珊山杉',
  '月玥悦',
  '云芸耘',
  '青清卿',
  '红宏洪',
  '林琳霖',
  '然燃',
  '舒书',
  '航杭',
  '锋峰丰',
  '天添',
  '成诚承',
  '中忠钟',
  '元源园',
  '龙隆',
];

const alike = new Map(HOMOPHONES.flatMap((set) => [...set].map((char) => [char, set] as const)));

/** Another given name that sounds the same, or undefined where the list holds none. */
export function homophone(name: string): string | undefined {
  const chars = [...name];
  for (let i = chars.length - 1; i > 0; i--) {
    const char = chars[i] ?? '';
    const other = [...(alike.get(char) ?? '')].find((c) => c !== char && sounds(c) === sounds(char));
    if (other !== undefined) return chars.with(i, other).join('');
  }
  return undefined;
}

const sounds = (char: string): string => pinyin(char, { toneType: 'none' });

/** A name of the same family with another sound: never a variant. */
export const otherName = (name: string): string => `${name.slice(0, -1)}${name.endsWith('璞') ? '闯' : '璞'}`;

/** The name with traditional characters, or undefined where the list has none of its characters. */
export function traditional(name: string): string | undefined {
  const written = [...name].map((char) => TRADITIONAL[char] ?? char).join('');
  return written === name ? undefined : written;
}

/** The name with a full-width space between two characters, or with another middle dot. */
export const spaced = (name: string): string =>
  name.includes('·') ? name.replace('·', '•') : `${name.charAt(0)}　${name.slice(1)}`;
