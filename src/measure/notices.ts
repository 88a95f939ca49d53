import { Block, type Frame } from './identities.js';
import { asReported, sumOf } from './identity.js';
import { holds } from './interval.js';
import type { Verdict } from './verdicts.js';
import { figureName, middle, printedText } from './words.js';

interface Figure {
  printed: { text: string };
}

/** The order of two values is theirs, not that of the files they stand in. */
function byText({ printed: a }: Figure, { printed: b }: Figure): number {
  return a.text < b.text ? -1 : Number(a.text > b.text);
}

/** One cell of the reports with two values. */
export function reportedTwice({ reported }: Frame): Verdict[] {
  return reported.cells.values().flatMap((cell): Verdict[] => {
    if (!cell.conflict) return [];
    const figures = [...cell.figures].sort(byText) as unknown as typeof cell.figures;
    const texts = [...new Set(figures.map(({ printed }) => printed.text))];
    return [
      {
        rule: 'totals/reported-twice',
        suspects: [{ ...cell, figures }],
        evidence: { figure: figureName(cell, cell), printed: texts.join(' / ') },
      },
    ];
  });
}

/** Births less deaths beside the change of the population, where no moves are reported: the net migration they imply. */
export function impliedMoves(frame: Frame): Verdict[] {
  return frame.reported.cells.values().flatMap((start): Verdict[] => {
    if (start.indicator.code !== 'population_start') return [];
    const block = new Block(frame, start.area, start.span);
    if (block.cell('moved_in') && block.cell('moved_out')) return [];
    const [births, deaths, end] = ['births', 'deaths', 'population_end'].map((code) => block.cell(code));
    if (!births || !deaths || !end) return [];
    const terms = [end, deaths].map((cell) => ({ cell, factor: 1 }));
    const net = sumOf([...terms, ...[start, births].map((cell) => ({ cell, factor: -1 }))], asReported);
    if (holds(net, 0)) return [];
    const identity = `${figureName(end, end)} ${printedText(end)} − ${figureName(start, end)} ${printedText(start)} − (${figureName(births, end)} ${printedText(births)} − ${figureName(deaths, end)} ${printedText(deaths)}) = ${Math.round(middle(net))}`;
    return [
      {
        rule: 'totals/balance-differs',
        severity: 'notice',
        suspects: [],
        others: [end, start, births, deaths],
        evidence: {
          figure: figureName(end, end),
          printed: printedText(end),
          equation: identity,
          repair: '',
          choices: '0',
          detail: 'implied-migration',
          resembles: String(Math.round(middle(net))),
        },
      },
    ];
  });
}
