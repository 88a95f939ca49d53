import { byText } from '../keys/order.js';
import { Block, type Frame } from './block.js';
import { asReported, linear, weightedSum } from './identity.js';
import { holds } from './interval.js';
import type { Verdict } from './verdicts.js';
import { evidenceOf, figureText, middle } from './words.js';

/** One cell of the reports with two values, whose order is theirs and not that of the files they stand in. */
export function twiceReported({ reported }: Frame): Verdict[] {
  return reported.cells.values().flatMap((cell): Verdict | [] => {
    if (!cell.conflict) return [];
    const figures = cell.figures.toSorted((a, b) => byText(a.printed.text, b.printed.text));
    const texts = [...new Set(figures.map(({ printed }) => printed.text))];
    return {
      rule: 'totals/reported-twice',
      suspects: [{ ...cell, figures: figures as typeof cell.figures }],
      evidence: { ...evidenceOf(cell), printed: texts.join(' / ') },
    };
  });
}

/** Births less deaths beside the change of the population, where no moves are reported: the net migration they imply. */
export function impliedMoves(frame: Frame): Verdict[] {
  return frame.reported.cells.values().flatMap((start): Verdict | [] => {
    if (start.indicator.code !== 'population_start') return [];
    const block = new Block(frame, start.area, start.span);
    if (block.cell('moved_in') && block.cell('moved_out')) return [];
    const [births, deaths, end] = ['births', 'deaths', 'population_end'].map((code) => block.cell(code));
    if (!births || !deaths || !end) return [];
    const { terms } = linear('totals/balance-differs', [end, deaths], [start, births], '=');
    const net = weightedSum(terms, asReported);
    if (holds(net, 0)) return [];
    const moved = String(Math.round(middle(net)));
    const [to, from, born, died] = [end, start, births, deaths].map((cell) => figureText(cell, end));
    return {
      rule: 'totals/balance-differs',
      severity: 'notice',
      suspects: [],
      others: [end, start, births, deaths],
      evidence: {
        ...evidenceOf(end),
        equation: `${to} − ${from} − (${born} − ${died}) = ${moved}`,
        repair: '',
        choices: '0',
        detail: 'implied-migration',
        resembles: moved,
      },
    };
  });
}
