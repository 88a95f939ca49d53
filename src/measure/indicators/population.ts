import { count, type Indicator, rate } from './indicator.js';

/** Population, deaths and moves. The population itself is reported, not recounted: cards are of today. */
export const populationIndicators: readonly Indicator[] = [
  count(
    'population_start 期初总人口 (上年末总人口, 期初人口, 年初总人口)',
    'Population at the start',
    'start',
  ),
  count(
    'population_end 期末总人口 (总人口, 年末总人口, 期末人口, 年末总人口数)',
    'Population at the end',
    'end',
  ),
  count(
    'mean_population 平均人口 (年平均人口, 平均人口数, 年平均总人口, 平均总人口)',
    'Mean population',
    'mean',
  ),
  count('deaths 死亡人数 (死亡人口)', 'Deaths', 'flow', ['deaths']),
  count('moved_in 迁入人数 (迁入人口)', 'Moved in', 'flow', ['moves', "direction = '迁入'"]),
  count('moved_out 迁出人数 (迁出人口)', 'Moved out', 'flow', ['moves', "direction = '迁出'"]),
  rate('death_rate 死亡率 (人口死亡率)', 'Death rate', 'deaths / mean_population', '‰'),
  rate(
    'natural_increase_rate 自然增长率 (人口自然增长率)',
    'Natural increase rate',
    'births - deaths / mean_population',
    '‰',
  ),
];
