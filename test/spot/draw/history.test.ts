import { describe, expect, test } from 'vitest';
import {
  drawHistoryText,
  drawnBefore,
  NO_HISTORY,
  parseDrawHistory,
  withRound,
} from '../../../src/spot/draw/history.js';
import { areasOf, drawWith, frameWith } from '../frames.js';

const FRAME = frameWith(Array.from({ length: 8 }, (_, i) => [`社区${i}`, '', 5] as const));
const round = (name: string, areas: string[]) => ({
  round: name,
  code: '00000000',
  areaKind: 'community' as const,
  areas,
});
const HISTORY = {
  ...NO_HISTORY,
  rounds: [round('Q1', ['a', 'b']), round('Q2', ['c']), round('Q3', ['a', 'd'])],
};

describe('areas of earlier rounds', () => {
  test.each([
    ['none asked for', 0, 'Q4', []],
    ['the last one', 1, 'Q4', ['a', 'd']],
    ['the last two, each once', 2, 'Q4', ['a', 'c', 'd']],
    ['more than there were', 9, 'Q4', ['a', 'b', 'c', 'd']],
    ['a round that is drawn again does not see itself, nor what came later', 1, 'Q2', ['a', 'b']],
    ['a round without a name', 1, undefined, ['a', 'd']],
  ])('%s', (_, rounds, name, expected) => expect(drawnBefore(HISTORY, rounds, name)).toEqual(expected));

  test('a round is added, and drawn again takes its own place', () => {
    const first = drawWith(FRAME, { areas: 2 }, { round: 'Q4' });
    const once = withRound(HISTORY, first, 'Q4');
    expect(once.rounds.map(({ round: name }) => name)).toEqual(['Q1', 'Q2', 'Q3', 'Q4']);
    expect(once.rounds[3]?.areas).toEqual(areasOf(first).sort());
    expect(withRound(once, first, 'Q4')).toEqual(once);
  });

  test('is read back as it was written; other files are refused', () => {
    expect(parseDrawHistory(drawHistoryText(HISTORY))).toEqual(HISTORY);
    expect(parseDrawHistory('{"rounds":[]}')).toHaveProperty('fault');
    expect(parseDrawHistory('…')).toHaveProperty('fault');
  });

  test('over rounds that leave out the last three, every area is drawn before one comes again', () => {
    let history = NO_HISTORY;
    for (const name of ['Q1', 'Q2', 'Q3', 'Q4']) {
      const before = drawnBefore(history, 3, name);
      const draw = drawWith(FRAME, { areas: 2, rounds: 3 }, { seed: name, round: name, drawnBefore: before });
      history = withRound(history, draw, name);
    }
    expect(new Set(history.rounds.flatMap(({ areas }) => areas)).size).toBe(8);
  });
});
