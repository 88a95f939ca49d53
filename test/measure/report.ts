import { areasOf } from '../../src/measure/areas.js';
import type { Frame } from '../../src/measure/block.js';
import { catalogueOf } from '../../src/measure/catalogue.js';
import { type FigureRow, figureGatherer } from '../../src/measure/figures.js';
import { frameOf, identitiesOf } from '../../src/measure/identities.js';
import type { Sum } from '../../src/measure/indicators/sums.js';
import { judgeFigures } from '../../src/measure/judge.js';
import type { Verdict } from '../../src/measure/verdicts.js';

/** A report in short: one line an `area period`, then `indicator value`, divided by commas. */
export function frame(lines: readonly string[], own: readonly Sum[] = []): Frame {
  const rows = lines.flatMap((line, n): FigureRow[] => {
    const [place = '', ...figures] = line.split(', ');
    const [area = '', period = ''] = place.split(' ');
    return figures.map((figure, m) => {
      const [indicator = '', value = '', unit = ''] = figure.split(' ');
      return { record: n * 1000 + m, source: 0, area, period, indicator, value, unit };
    });
  });
  const catalogue = catalogueOf([]);
  const { reported, take } = figureGatherer(catalogue, 1, (name) => name);
  rows.forEach(take);
  const parts = lines.map((line) => line.split(' ')[0] ?? '').filter((area) => area.startsWith('社区'));
  const configured = [{ name: '区', parts: [...new Set(parts)] }];
  const areas = areasOf({ configured, communities: [], located: [], known: [], reported: [] });
  return frameOf(reported, areas, own);
}

/** What is wrong with a report, as `rule figure → value`; consequences are left out. */
export function judged(lines: readonly string[], own: readonly Sum[] = []): string[] {
  return verdicts(lines, own)
    .filter(({ cause }) => !cause || cause.length === 0)
    .map(describe);
}

/** Every verdict on a report, consequences among them. */
export function verdicts(lines: readonly string[], own: readonly Sum[] = []): Verdict[] {
  const reported = frame(lines, own);
  return judgeFigures(reported, identitiesOf(reported), () => undefined).verdicts;
}

function describe({ rule, evidence }: Verdict): string {
  const { printed, repair, figure } = evidence;
  return `${rule.replace('totals/', '')} ${repair || `${figure} ${printed}`}`;
}
