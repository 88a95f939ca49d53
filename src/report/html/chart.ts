import { createRequire } from 'node:module';
import type { EChartsCoreOption } from 'echarts';
import { escapeMarkup } from '../markup.js';
import { Markup } from './markup.js';

/** Required, not imported: that gives one file in place of hundreds, which takes a sixth of the time to load. */
const { init }: typeof import('echarts') = createRequire(import.meta.url)('echarts');

/** Colours are names of the page's own, so that charts follow it into the dark and on paper. */
const INK = 'var(--ink)';
const FAINT = 'var(--line)';
export const SERIES = ['var(--c1)', 'var(--c2)', 'var(--c3)', 'var(--c4)', 'var(--c5)'];

export interface Chart {
  /** Unique on the page. */
  name: string;
  /** What a screen reader says in place of the picture. */
  label: string;
  width: number;
  height: number;
  option: EChartsCoreOption;
}

/** Draws a chart as SVG: no script, no fonts, the same bytes for the same option. */
export function drawChart({ name, label, width, height, option }: Chart): Markup {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({
      animation: false,
      color: SERIES,
      textStyle: { fontFamily: 'inherit', color: INK },
      ...option,
    });
    const svg = chart
      .renderToSVGString()
      // Its counters run on from chart to chart: classes, which only a pointer needs, go; other names become the chart's.
      .replace(/ class="zr\d+-cls-\d+"/g, '')
      .replace(/<style[\s\S]*?<\/style>/g, '')
      .replace(/\bzr\d+-/g, `${name}-`)
      .replace(
        /<svg [^>]*>/,
        `<svg viewBox="0 0 ${width} ${height}" class="chart" role="img" aria-label="${escapeMarkup(label)}">`,
      );
    return new Markup(svg);
  } finally {
    chart.dispose();
  }
}

/** What axes share. */
export const AXIS = {
  axisLabel: { color: INK, fontSize: 12 },
  nameTextStyle: { color: INK },
  axisLine: { lineStyle: { color: FAINT } },
  splitLine: { lineStyle: { color: FAINT } },
} as const;

/** Where legends and labels stand. */
export const LEGEND = { top: 0, left: 0, itemHeight: 12, textStyle: { color: INK, fontSize: 12 } } as const;
