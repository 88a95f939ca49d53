import type { Config, PointConfig } from '../../config/types.js';
import { communityNamer } from '../../keys/community.js';
import { type Months, monthsIn } from '../../keys/months.js';
import { CODES, isCodeName } from '../../registers/codes.js';
import { REGISTERS } from '../../registers/index.js';
import type { Register, RegisterName } from '../../registers/types.js';
import { ownText } from './own-text.js';
import { byLength, comparable, longestWord, rememberName, WordIndex } from './words.js';

/** Everything around a table that may name its register, point, community and months. */
export interface TableNames {
  /** File name without its extension. */
  file: string;
  sheet?: string;
  /** Folders from the nearest up, the argument's own name last. */
  folders: string[];
  /** Filled cells above the header. */
  titles: string[];
}

const COMMUNITY_ENDS = '(?:社区|居委会|居民委员会|村委会|村民委员会|村)';
const COMMUNITY_LIKE = new RegExp(`[\\u4e00-\\u9fff]{1,10}?${COMMUNITY_ENDS}`);
/** 临江区新华街道朝阳社区 is 朝阳社区. */
const HIGHER_AREAS = new RegExp(`^.*(?:街道|区|县|镇|乡)(?=[\\u4e00-\\u9fff]+${COMMUNITY_ENDS})`);
/** 公安社区 by itself is a community, whether it is known or not. */
const WHOLE_COMMUNITY = new RegExp(`^[\\u4e00-\\u9fff]{1,4}${COMMUNITY_ENDS}(?=[\\s_-]|$)`);
const REPORTING_UNIT = /^(?:填报)?(?:单位|社区|村居|居委会)\s*[:：]\s*(.+)$/;

/** Words that a name may hold besides a community: those of points and registers, the longest first. */
function otherWords(config: Config): string[] {
  const points = config.points.flatMap((point) => point.words.map(comparable));
  const registers = Object.values(REGISTERS).flatMap((one) => [one.heading, ...one.synonyms]);
  return [...points, ...registers, '村居'].sort(byLength);
}

/** How a report writes the months that a name declares: a month, a quarter, a half or a calendar year. */
function periodLabel(months: Months | undefined): string | undefined {
  if (!months) return undefined;
  const [year, span] = [months.from.slice(0, 4), `${months.from.slice(5)}-${months.to.slice(5)}`];
  if (months.from === months.to) return months.from;
  if (months.to.slice(0, 4) !== year) return undefined;
  const quarter = ['01-03', '04-06', '07-09', '10-12'].indexOf(span);
  if (quarter >= 0) return `${year}Q${quarter + 1}`;
  return { '01-06': `${year}上半年`, '07-12': `${year}下半年`, '01-12': year }[span];
}

/** The register whose word stands in a text. */
const registerOf = longestWord(Object.values(REGISTERS), (one) => [one.heading, ...one.synonyms, one.name]);

/** What the first of some names says, if any says something. */
function firstIn<T>(names: readonly string[], read: (name: string) => T | undefined): T | undefined {
  for (const name of names) {
    const found = read(name);
    if (found) return found;
  }
  return undefined;
}

/** Reads names: which words mean a point, a register, a community or a direction. */
export class NameReader {
  /** The one name of a community. */
  private readonly namer: (raw: string) => string | null;
  private readonly otherWords: string[];
  /** Community names as they are written anywhere in this run, by their plain form. */
  private readonly learnt = new Map<string, string>();
  private readonly communities = new WordIndex();
  /** Plain forms with a blank in them: striking another community may bring them out. */
  private readonly spaced: string[] = [];
  /** The point whose word stands in a plain text. */
  private readonly pointOf: (text: string) => PointConfig | undefined;
  private pointIn = rememberName((name) => this.pointOf(this.strike(name))?.name);
  private knownIn = rememberName((name) => this.findKnown(name));
  private readonly registerIn = rememberName((name) => registerOf(comparable(name))?.name);
  private readonly monthsIn = rememberName((name) => monthsIn(name, this.config.yearStart));

  constructor(private readonly config: Config) {
    this.pointOf = longestWord(config.points, (one) => one.words);
    const namer = communityNamer(config.communities);
    this.namer = rememberName((raw) => ownText(namer(raw)));
    this.otherWords = otherWords(config);
    this.learn(config.communities.flatMap((community) => [community.name, ...community.synonyms]));
  }

  /** Takes in what community columns hold, unless it reads like a point: a hospital is no community. */
  learnFrom(cells: readonly string[]): void {
    const names = cells.filter((cell) => /^[^\d\s:：]{2,12}$/.test(cell));
    this.learn(names.filter((name) => COMMUNITY_LIKE.test(name) || !this.pointOf(comparable(name))));
  }

  /** The names that were learnt from cells and titles, in order. */
  learntNames(): string[] {
    return [...this.learnt.values()].sort();
  }

  private learn(names: readonly string[]): void {
    const fresh = names.filter((name) => name.length > 1 && !this.learnt.has(comparable(name)));
    if (fresh.length === 0) return;
    for (const name of fresh) {
      const key = comparable(name);
      this.learnt.set(key, name);
      this.communities.add(key);
      if (key.includes(' ')) this.spaced.push(key);
    }
    this.pointIn = rememberName((name) => this.pointOf(this.strike(name))?.name);
    this.knownIn = rememberName((name) => this.findKnown(name));
  }

  /** The point whose word stands in the nearest name; the ledger where none does. */
  point(names: TableNames): string {
    return firstIn([names.file, names.sheet ?? '', ...names.folders], this.pointIn) ?? 'ledger';
  }

  isWitness(point: string): boolean {
    return this.config.points.some((one) => one.name === point && one.witness);
  }

  /** Registers that sheet, file and title name, in this order. */
  registers(names: TableNames): RegisterName[] {
    const found = [names.sheet ?? '', names.file, ...names.titles].map((name) => this.registerIn(name));
    return [...new Set(found)].filter((name) => name !== undefined);
  }

  /** The community that file, sheet, folder or title gives, under its one name. */
  community(names: TableNames): string | undefined {
    const places = [names.file, names.sheet ?? '', ...names.folders, ...names.titles];
    const found = firstIn(places, this.knownIn) ?? firstIn(places, (place) => this.communityLike(place));
    return found === undefined ? undefined : (this.namer(found) ?? undefined);
  }

  /** Value of the register's `fromName` column that sheet, file or title gives, unless they name both. */
  named(names: TableNames, register: Register): string | undefined {
    if (register.fromName === 'period') return periodLabel(this.months(names));
    const type = register.columns.find((column) => column.name === register.fromName)?.type;
    if (!type || !isCodeName(type)) return undefined;
    const words = CODES[type].map((code) => code.canonical);
    for (const name of [names.sheet ?? '', names.file, ...names.titles]) {
      const text = comparable(name);
      const found = words.filter((word) => text.includes(word));
      if (found.length > 0) return found.length === 1 ? found[0] : undefined;
    }
    return undefined;
  }

  /** Months that file name, sheet name or title declare. */
  months(names: TableNames): Months | undefined {
    const titles = names.titles.filter((title) => !/日期|时间|填|截[至止]|签/.test(title));
    return firstIn([names.file, names.sheet ?? '', ...titles], this.monthsIn);
  }

  /** The reporting unit of a title line, where it reads like a community. */
  reportingUnit(title: string): string | undefined {
    const unit = REPORTING_UNIT.exec(title.normalize('NFKC').trim())?.[1];
    return unit && COMMUNITY_LIKE.test(unit) ? unit.replace(HIGHER_AREAS, '').trim() : undefined;
  }

  private communityLike(text: string): string | undefined {
    const unit = this.reportingUnit(text);
    if (unit) return unit;
    let rest = comparable(text).replace(/\d+年?(\d+月)?/g, ' ');
    for (const word of this.otherWords) rest = rest.replaceAll(word, ' ');
    return COMMUNITY_LIKE.exec(rest.replace(HIGHER_AREAS, ''))?.[0];
  }

  private findKnown(name: string): string | undefined {
    const [key] = this.communities.within(comparable(name));
    return key === undefined ? undefined : this.learnt.get(key);
  }

  private strike(name: string): string {
    let rest = comparable(name);
    const communities = new Set([...this.communities.within(rest), ...this.spaced]);
    for (const community of [...communities].sort(byLength)) rest = rest.replaceAll(community, ' ');
    return rest.replace(WHOLE_COMMUNITY, ' ');
  }
}
