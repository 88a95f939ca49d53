import type { Printing } from '../../report/terminal.js';
import { grouped } from '../../report/text.js';
import { rounded } from '../../statistics/rounding.js';
import { type Line, labelled, type Say, textPage } from '../page.js';
import type { Question, SizeAnswer } from './size.js';

/** What was asked, what to draw, and when the sample decides. */
export function sizeTable(question: Question, answer: SizeAnswer, printing: Printing): string {
  const page = textPage(printing);
  const { say } = page;
  const lines = [...asked(question, say), ...drawn(question, answer, say), ...decided(answer, say)];
  return `${[say(`spot-size.title-${question.plan}`), '', ...labelled(page, lines)].join('\n')}\n`;
}

function asked(question: Question, say: Say): Line[] {
  const { population } = question;
  const all = population === undefined ? say('spot-size.unlimited') : grouped(population);
  return [[say('spot-size.population'), all], ...details(question, say)];
}

function details(question: Question, say: Say): Line[] {
  switch (question.plan) {
    case 'estimate':
      return [[say('spot-size.error'), `± ${percent(question.error)}`], ...expected(question, say)];
    case 'attribute':
      return [[say('spot-size.tolerable'), percent(question.tolerable)], ...expected(question, say)];
    case 'lqas':
      return (['target', 'lower'] as const).map((key) => [say(`spot-size.${key}`), percent(question[key])]);
    case 'iso2859':
      return [
        [say('spot-size.aql'), `${question.aql} %`],
        [say('spot-size.level'), `${question.level}  ${say(`spot-size.${question.inspection}`)}`],
      ];
  }
}

function expected(question: { confidence: number; rate: number }, say: Say): Line[] {
  return (['confidence', 'rate'] as const).map((key) => [say(`spot-size.${key}`), percent(question[key])]);
}

function drawn({ population }: Question, answer: SizeAnswer, say: Say): Line[] {
  const { n, convention, uncorrected, letters } = answer;
  const by: Line = [say('spot-size.convention'), say(`spot-size.convention-${convention}`)];
  const letter: Line[] = letters ? [[say('spot-size.letter'), letterOf(letters, say)]] : [];
  const corrected = uncorrected !== undefined && population !== undefined;
  const before: Line[] = corrected ? [[say('spot-size.uncorrected'), grouped(uncorrected)]] : [];
  const all = n === population ? `  ${say('spot-size.all')}` : '';
  return [by, ...letter, ...before, [say('spot-size.n'), `${grouped(n)}${all}`]];
}

function letterOf({ lot, used }: { lot: string; used: string }, say: Say): string {
  return lot === used ? lot : say('spot-size.arrow', { lot, used });
}

function decided({ n, accept, reject, good = 0, bad = 0, risks, stages = [] }: SizeAnswer, say: Say): Line[] {
  if (accept === undefined || reject === undefined || risks === undefined) return [];
  const risk = (value: number, share: number) =>
    say('spot-size.risk-at', { risk: percent(value), share: percent(share) });
  return [
    [say('spot-size.decide'), say('spot-size.decision', { accept, reject })],
    [say('spot-size.correct'), grouped(n - accept)],
    [say('spot-size.reject-good'), risk(risks.rejectGood, good)],
    [say('spot-size.accept-bad'), risk(risks.acceptBad, bad)],
    ...stages.map((stage, i): Line => {
      if (i > 0) return ['', say('spot-size.stage', stage)];
      return [say('spot-size.double'), say('spot-size.first-stage', stage)];
    }),
  ];
}

/** At most one decimal more than a whole percentage needs, never more than three digits behind. */
function percent(value: number): string {
  return `${rounded(100 * value, value < 0.001 ? 3 : 1)} %`;
}
