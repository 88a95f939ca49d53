/** What the communities of a district report of the year, counted from the stories (section 5), and the sum of all. */
import type { District } from './district.js';
import type { Fact } from './family.js';
import type { Sheet } from './write.js';

const HEADINGS = {
  population_start: '期初总人口',
  births: '出生人数',
  births_male: '男性出生',
  births_female: '女性出生',
  deaths: '死亡人数',
  moved_in: '迁入人数',
  moved_out: '迁出人数',
  population_end: '期末总人口',
  birth_rate: '出生率',
  persons_due: '应录入人数',
  persons_managed: '已录入人数',
} as const;
type Figure = keyof typeof HEADINGS;
export type Figures = Record<Figure, number>;

const NAMES = Object.keys(HEADINGS) as Figure[];

const inYear = (date: string): boolean => date >= '2023-01-01' && date <= '2023-12-31';

/** The registered population is on the cards, save those who came for a time; so are the births and deaths among it. */
function countsOf({ families }: District, community: string): Figures {
  const facts = families.flatMap((family) => family.facts).filter((fact) => fact.community === community);
  const many = (fits: (fact: Fact) => boolean): number => facts.filter(fits).length;
  const born = (sex: string) => (fact: Fact) =>
    fact.kind === 'births' && fact.basis === '户籍' && fact.child.sex === sex && inYear(fact.child.birth);
  const moved = (direction: string) => (fact: Fact) =>
    fact.kind === 'moves' && fact.direction === direction && inYear(fact.date);
  const cards = families.flatMap((family) => family.cards).filter((card) => card.community === community);
  const members = cards.flatMap((card) => card.members);
  const population_end = members.filter((one) => one.residence !== '流入' && one.died === undefined).length;
  const [births_male, births_female] = [many(born('男')), many(born('女'))];
  const deaths = many((fact) => fact.kind === 'deaths' && inYear(fact.date));
  const [moved_in, moved_out] = [many(moved('迁入')), many(moved('迁出'))];
  const births = births_male + births_female;
  const population_start = population_end - births + deaths - moved_in + moved_out;
  return {
    ...{ population_start, births, births_male, births_female, deaths, moved_in, moved_out, population_end },
    ...{ birth_rate: 0, persons_due: 1000, persons_managed: 900 },
  };
}

/** Rates follow from the figures beside them. */
function withRates(figures: Figures): Figures {
  const mean = (figures.population_start + figures.population_end) / 2;
  return { ...figures, birth_rate: Math.round((figures.births / mean) * 100_000) / 100 };
}

/** The figures of every community, and of the district last. */
export function reported(district: District): Figures[] {
  const each = district.communities.map((community) => countsOf(district, community));
  const sum = Object.fromEntries(
    NAMES.map((name) => [name, each.reduce((total, figures) => total + figures[name], 0)]),
  ) as Figures;
  return [...each, sum].map(withRates);
}

/** The report as a table: an area a row. */
export function reportOf(district: District, figures: readonly Figures[]): Sheet {
  const areas = [...district.communities, '合计'];
  const lines = figures.map((one, n) => [
    areas[n] ?? '',
    '2023年',
    ...NAMES.map((name) => (name === 'birth_rate' ? one[name].toFixed(2) : String(one[name]))),
  ]);
  return {
    ...{ path: '报表/统计报表.csv', name: '', register: 'figures', columns: [] },
    lines: [['地区', '期间', ...NAMES.map((name) => HEADINGS[name])], ...lines],
    rows: [],
  };
}
