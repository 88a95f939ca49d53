import { gathered } from '../../keys/order.js';
import { say } from '../../messages/index.js';
import type { Lang } from '../../model/language.js';
import type { AuditResult } from '../../model/result.js';
import { fixed } from '../../statistics/rounding.js';
import { AXIS, drawChart, LEGEND, SERIES } from './chart.js';
import { folded, html, htmlTable, type Markup } from './markup.js';

/** Boys among births as a rule: 106 to 100 girls. */
const USUAL = 106 / 206;
/** Normal quantiles of the limits within which chance alone keeps 95 % and 99.8 % of communities. */
const LIMITS = [
  { name: '95 %', z: 1.96 },
  { name: '99.8 %', z: 3.09 },
] as const;
const STEPS = 40;
const HIGHEST = 300;

interface Area {
  name: string;
  boys: number;
  girls: number;
}

/** The sex ratio at birth of each area against its number of births (D. J. Spiegelhalter, Funnel plots, 2005). */
export function funnelSection(result: AuditResult): Markup {
  const { lang } = result.run;
  const areas = areasOf(result);
  if (areas.length === 0) return html`<p>${say(lang, 'page.no-births')}</p>`;
  const title = say(lang, 'page.funnel');
  const head = (['community', 'boys', 'girls', 'ratio'] as const).map((key) => say(lang, `page.${key}`));
  const toGirls = ({ boys, girls }: Area) => (girls === 0 ? 'n/a' : fixed((boys / girls) * 100, 1));
  const body = areas.map((area) => [area.name, area.boys, area.girls, toGirls(area)]);
  return html`${picture(areas, title, lang)}<p>${say(lang, 'page.funnel-note')}</p>${folded(say(lang, 'page.numbers'), htmlTable(title, head, body))}`;
}

function picture(areas: readonly Area[], label: string, lang: Lang): Markup {
  const largest = Math.max(...areas.map(({ boys, girls }) => boys + girls)) * 1.15;
  const births = { name: say(lang, 'page.births'), nameLocation: 'middle', nameGap: 28 };
  return drawChart({
    name: 'funnel',
    label,
    width: 720,
    height: 320,
    option: {
      legend: { ...LEGEND, data: LIMITS.map(({ name }) => name) },
      grid: { left: 56, right: 30, top: 36, bottom: 44 },
      xAxis: { type: 'value', ...births, max: Math.ceil(largest), ...AXIS },
      yAxis: { type: 'value', min: 0, max: HIGHEST, ...AXIS },
      series: [
        ...LIMITS.flatMap(({ name, z }, at) => [limit(name, z, largest, at), limit(name, -z, largest, at)]),
        {
          type: 'scatter',
          symbolSize: 10,
          itemStyle: { color: SERIES[3] },
          data: areas.map(({ boys, girls }) => [boys + girls, ratio(boys / (boys + girls))]),
        },
      ],
    },
  });
}

function limit(name: string, z: number, largest: number, at: number): object {
  const data = Array.from({ length: STEPS }, (_, step) => {
    const n = 1 + ((largest - 1) * step) / (STEPS - 1);
    return [n, ratio(USUAL + z * Math.sqrt((USUAL * (1 - USUAL)) / n))];
  });
  const lineStyle = { color: SERIES[at === 0 ? 0 : 2], type: at === 0 ? 'solid' : 'dashed', width: 1.5 };
  return { name, type: 'line', showSymbol: false, data, lineStyle, itemStyle: { color: lineStyle.color } };
}

/** Boys to 100 girls for a share of boys, within the picture. */
function ratio(share: number): number {
  if (share >= 1) return HIGHEST;
  return Math.min(HIGHEST, Math.max(0, (share / (1 - share)) * 100));
}

/** Births of the period as recomputed, for every area that has both numbers. */
function areasOf({ indicators, run }: AuditResult): Area[] {
  const year = (period: string) => period.replace(/年$/, '') === run.period.replace(/年$/, '');
  const rows = indicators.filter(({ code, period }) => /^births_(fe)?male$/.test(code) && year(period));
  return [...gathered(rows, ({ area }) => area)].flatMap(([name, same]) => {
    const of = (code: string) => same.find((row) => row.code === code)?.recomputed;
    const [boys, girls] = [of('births_male'), of('births_female')];
    return boys === undefined || girls === undefined || boys + girls === 0 ? [] : [{ name, boys, girls }];
  });
}
