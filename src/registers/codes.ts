import { CODE_NAMES, type CodeName, type ColumnType } from './types.js';

/** One value of a code list. */
export interface Code {
  /** What is stored and compared: Chinese, but English for methods. */
  canonical: string;
  /** Every accepted word, the one that people read first. Case does not matter. */
  words: readonly string[];
  /** Accepted as well, though few write them. */
  rare?: readonly string[];
  /** Understood where it stands, but not offered in templates. */
  unlisted?: true;
}

/** `words` separated by spaces, the first is the canonical one; then rare ones. */
function code(words: string, rare?: string): Code {
  const list = words.split(' ');
  return { canonical: list[0] ?? '', words: list, ...(rare && { rare: rare.split(' ') }) };
}

/** A method: English canonical code, then the Chinese word that people read with its aliases, then rare ones. */
function method(canonical: string, words: string, rare?: string): Code {
  return { canonical, words: [...words.split(' '), canonical], ...(rare && { rare: rare.split(' ') }) };
}

/** Every word that means a code. */
export function acceptedWords({ words, rare = [] }: Code): readonly string[] {
  return [...words, ...rare];
}

/**
 * All code lists. 结扎 alone is `sterilisation`: the normaliser makes it the female or male one by the person's sex.
 * The numbers of marriage orders count marriages, so 3 is a remarriage; two-digit ones are those of GB/T 2261.2,
 * those of sexes of GB/T 2261.1.
 * Reasons for using no method are codes of their own, `none_…`. `termination` is recognised so that it is no unknown
 * word, and is never audited, shown or counted.
 */
export const CODES: Readonly<Record<CodeName, readonly Code[]>> = Object.freeze({
  sex: [code('男 1 M male 男性'), code('女 2 F female 女性')],
  policy: [code('政策内 是 计划内 符合政策 合法'), code('政策外 否 计划外 不符合政策 违法')],
  direction: [code('流入 in'), code('流出 out')],
  move: [code('迁入 in'), code('迁出 out')],
  basis: [code('户籍 户籍人口'), code('流入 流入人口')],
  residence: [
    code('常住', '常住人口'),
    code('流入', '流入人口'),
    code('流出', '流出人口'),
    code('人户分离'),
    code('空挂户'),
  ],
  order: [code('初婚 1 21'), code('再婚 2 3 4 5 6 7 8 9 22'), code('复婚 23')],
  marital: [
    code('未婚 10'),
    code('初婚 21', '初婚有配偶'),
    code('再婚 22', '再婚有配偶'),
    code('复婚 23', '复婚有配偶'),
    code('离婚 离异 40'),
    code('丧偶 30'),
    code('已婚 有配偶 20'),
    code('事实婚姻'),
  ],
  method: [
    method('iud', '上环 放环 宫内节育器 放置宫内节育器'),
    method('iud_removal', '取环'),
    method('female_sterilisation', '女扎 女性绝育 输卵管结扎', '输卵管绝育 女性结扎 输卵管结扎术'),
    method('male_sterilisation', '男扎 男性绝育 输精管结扎', '输精管绝育 男性结扎 输精管结扎术'),
    { ...method('sterilisation', '结扎'), unlisted: true },
    method('reversal', '复通'),
    method('implant', '皮埋 皮下埋植', '皮下埋植剂'),
    method('pill', '口服药 避孕药', '口服避孕药 服药'),
    method('injection', '避孕针'),
    method('condom', '避孕套 安全套', '男用避孕套'),
    method('spermicide', '外用药', '外用避孕药'),
    method('supplies', '药具'),
    method('other', '其他'),
    method('none', '无 未避孕 未落实', '未采取 未采取措施'),
    method('none_pregnant', '现孕', '怀孕 妊娠 孕期'),
    method('none_planning', '待孕', '备孕'),
    method('none_breastfeeding', '哺乳', '哺乳期'),
    method('none_menopause', '绝经', '绝经期'),
    method('none_infertile', '不孕', '不孕症'),
    { ...method('termination', '人流 引产'), unlisted: true },
  ],
  management: [code('主管'), code('协管'), code('流动')],
  service: [code('查环'), code('查孕'), code('查病'), code('产后访视'), code('术后随访')],
});

/** Words of the national code tables that say only that something is not known: blanks. */
export const BLANK_CODES: Readonly<Partial<Record<CodeName, readonly string[]>>> = Object.freeze({
  sex: ['0', '9', '未知的性别', '未说明的性别', '未说明性别'],
  marital: ['90', '未说明的婚姻状况', '未说明婚姻状况'],
});

/** Marital statuses of somebody who is married; 已婚 says that there is a spouse, not which marriage it is. */
export const MARRIED: readonly string[] = ['初婚', '再婚', '复婚', '已婚', '事实婚姻'];

/** Methods that 药具 (`supplies`) stands for, itself among them. */
export const SUPPLIES: readonly string[] = ['pill', 'injection', 'condom', 'spermicide', 'supplies'];

/** Methods that a women register claims as events, with the date of the method. */
export const CLAIMED_METHODS: readonly string[] = [
  'iud',
  'female_sterilisation',
  'male_sterilisation',
  'implant',
];

/** Whether a column holds one of the code lists. */
export function isCodeName(type: ColumnType): type is CodeName {
  return (CODE_NAMES as readonly string[]).includes(type);
}

/** The word that people read for a canonical code; the code itself where it is not in the list. */
export function wordOf(list: CodeName, canonical: string): string {
  return CODES[list].find((entry) => entry.canonical === canonical)?.words[0] ?? canonical;
}
