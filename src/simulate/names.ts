import type { Sex } from './ids.js';
import type { Random } from './random.js';

const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
];
const DOUBLE = ['欧阳', '上官', '司马', '诸葛', '慕容', '司徒', '皇甫', '尉迟'];
/** Many of these sound alike (伟 玮 炜, 婷 亭 庭), as in real lists. */
const MALE = [
  ...'伟玮炜强磊军洋勇杰涛明超刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林森峰锋晨成诚庆建国文武博志海山仁义礼智信德昌盛荣祥瑞泰安康乐天佑云鹤松柏桐梁栋楠恒毅坚彦彬斐霖泽润源河川江湖',
];
const FEMALE = [
  ...'芳娜敏静丽艳娟霞燕红英玲婷亭庭雪倩慧莹颖丹琳琪萍平洁梅莉兰凤菊玉秀珍翠欣怡佳嘉家悦月岳晴青清婧菁薇微蓉容瑶遥姣娇蕾雷雯文思丝雨语宇梦涵晗诗施柔舒书韵云芸荷莲苗妙春夏秋冬',
];
const STEPPE_MALE = '买买提 吐尔逊 艾力 阿不都 玉素甫 库尔班 热合曼 卡哈尔 依明 达吾提'.split(' ');
const STEPPE_FEMALE = '阿依古丽 古丽娜尔 茹克娅 热依汗 祖丽胡玛尔 阿米娜 帕提古丽 米热古丽'.split(' ');

/** A person's name in its parts: children take the surname, or the father's given name after the dot. */
export interface Name {
  surname: string;
  given: string;
  /** Written given·father's given, without a surname. */
  dotted?: true;
}

export function fullName(name: Name): string {
  return name.dotted ? `${name.given}·${name.surname}` : name.surname + name.given;
}

/** An invented adult's name: now and then a double surname, or a name with a middle dot. */
export function adultName(random: Random, sex: Sex): Name {
  if (random.chance(0.01)) {
    return { surname: random.pick(STEPPE_MALE), given: steppeGiven(random, sex), dotted: true };
  }
  const surname = random.chance(0.02) ? random.pick(DOUBLE) : commonSurname(random);
  return { surname, given: givenName(random, sex) };
}

/** The name of a child of this father; never a given name that a brother or sister has. */
export function childName(random: Random, sex: Sex, father: Name, taken: readonly string[]): Name {
  for (;;) {
    const name: Name = father.dotted
      ? { surname: father.given, given: steppeGiven(random, sex), dotted: true }
      : { surname: father.surname, given: givenName(random, sex) };
    if (!taken.includes(name.given)) return name;
  }
}

function steppeGiven(random: Random, sex: Sex): string {
  return random.pick(sex === '男' ? STEPPE_MALE : STEPPE_FEMALE);
}

/** The first of the list are the commonest, as in life. */
function commonSurname(random: Random): string {
  const u = random.next();
  return SURNAMES[Math.floor(u * u * SURNAMES.length)] ?? '王';
}

function givenName(random: Random, sex: Sex): string {
  const list = sex === '男' ? MALE : FEMALE;
  return random.chance(0.15) ? random.pick(list) : random.pick(list) + random.pick(list);
}

const WELL_KNOWN = '朝阳 红旗 新华 云溪 青山 东风 和平 建设 临江 松浦 花园 长青'.split(' ');
const FIRST = [...'金银玉翠春夏秋冬梅兰竹菊松柏桃李杏柳枫桂荷莲湖海江河泉溪岭峰霞虹'];
const SECOND = [...'泰康宁乐福寿禄喜祥瑞昌盛兴隆达茂秀丽美锦绣辉光明德仁义礼智信'];

const STREETS = ['城东', '城西', '城南', '城北', '河东', '河西', '北新', '南苑'];

/** The name of the n-th community: no two alike, none part of another. */
export function communityName(index: number): string {
  return `${WELL_KNOWN[index] ?? invented(index - WELL_KNOWN.length, FIRST, SECOND)}社区`;
}

/** The name of the n-th street: no two alike, none part of another, none of a community. */
export function streetName(index: number): string {
  return `${STREETS[index] ?? invented(index - STREETS.length, SECOND, FIRST)}街道`;
}

/** The n-th name of two characters, and of three when all of those are given. */
function invented(n: number, first: readonly string[], second: readonly string[]): string {
  const round = Math.floor(n / (first.length * second.length));
  const name = `${first[n % first.length]}${second[Math.floor(n / first.length) % second.length]}`;
  return round === 0 ? name : `${name}${FIRST[round]}`;
}

/** Places elsewhere and the province digits of IDs from there. */
export const ELSEWHERE = [
  { place: '河南省南阳市', origin: '41' },
  { place: '四川省成都市', origin: '51' },
  { place: '安徽省阜阳市', origin: '34' },
  { place: '贵州省贵阳市', origin: '52' },
  { place: '湖南省长沙市', origin: '43' },
  { place: '山东省济南市', origin: '37' },
  { place: '吉林省长春市', origin: '22' },
  { place: '广东省广州市', origin: '44' },
  { place: '江苏省南京市', origin: '32' },
  { place: '陕西省西安市', origin: '61' },
];
