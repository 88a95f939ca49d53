import { say, sayOr } from '../../messages/index.js';
import type { Lang } from '../../model/language.js';
import type { AuditResult } from '../../model/result.js';
import type { SpotArea, SpotResult } from '../../model/spot-result.js';
import { fixed } from '../../statistics/rounding.js';
import { sumOf } from '../../statistics/sum.js';
import { grouped } from '../text.js';

/** A result that is one of a spot audit. */
export type Spotted = AuditResult & { spot: SpotResult };

export function isSpotted(result: AuditResult): result is Spotted {
  return result.spot !== undefined;
}

/** What was drawn, who answered, and what must be said about it; a sentence each. */
export function spotSentences({ spot, run: { lang } }: Spotted): string[] {
  const { draw, notes } = spot;
  const { code, seed, round, frameAreas, frameUnits, drawnAreas, unitKind, areaKind } = draw;
  const drawn = say(lang, `spot-score.drawn-${unitKind}`, {
    code,
    seed,
    round: round === undefined ? '' : say(lang, 'spot-score.round', { round }),
    frameAreas: grouped(frameAreas),
    frameUnits: grouped(frameUnits),
    areas: grouped(drawnAreas),
    area: say(lang, `spot-score.${areaKind}`),
  });
  return [
    drawn,
    responseSentence(spot, lang),
    ...(unitKind === 'record' ? [say(lang, 'spot-score.no-omissions')] : []),
    ...notes.map(({ code: note, count, detail }) =>
      sayOr(lang, `spot-score.note-${note}`, note, { count: grouped(count), detail: detail ?? '' }),
    ),
  ];
}

function responseSentence({ areas, draw }: SpotResult, lang: Lang): string {
  const { households, persons } = sumOfAreas(areas);
  return say(lang, 'spot-score.response', {
    unit: say(lang, draw.unitKind === 'record' ? 'spot-score.records' : 'spot-score.households'),
    visited: grouped(households.visited),
    answered: grouped(households.answered),
    rate: percent(households.visited === 0 ? null : (households.answered / households.visited) * 100),
    notMet: grouped(persons.notMet),
    refused: grouped(persons.refused),
    open: grouped(persons.open),
  });
}

/** How many of the households that were due answered. */
export function answeredOf({ spot: { areas } }: Spotted): string {
  const { households } = sumOfAreas(areas);
  return `${grouped(households.answered)} / ${grouped(households.visited)}`;
}

/** Sums over areas, of households and of people. */
export function sumOfAreas(areas: readonly SpotArea[]): Pick<SpotArea, 'households' | 'persons'> {
  const add = <Counts extends Record<string, number>>(counts: readonly Counts[]): Counts => {
    const names = Object.keys(counts[0] ?? {});
    const sums = names.map((name) => [name, sumOf(counts, (one) => one[name] ?? 0)]);
    return Object.fromEntries(sums) as Counts;
  };
  return {
    households: add(areas.map(({ households }) => households)),
    persons: add(areas.map(({ persons }) => persons)),
  };
}

/** A share as it is printed. */
export function percent(value: number | null): string {
  return value === null ? 'n/a' : `${fixed(value, 1)}%`;
}
