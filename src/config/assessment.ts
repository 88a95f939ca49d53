import { DEFAULT_ASSESSMENT } from './assessment-defaults.js';
import type { RawItem } from './assessment-schema.js';
import { filled } from './filled.js';
import { isWorse } from './measures.js';
import type { Mistake } from './mistakes.js';
import type { RawConfig } from './schema.js';
import type { AssessmentConfig, AssessmentItem } from './types.js';

/** The rules of assessment as the file has them; the items are the shipped ones where it names none. */
export function toAssessment(raw: RawConfig['assessment']): AssessmentConfig {
  return {
    scheme: raw?.scheme ?? DEFAULT_ASSESSMENT.scheme,
    items: raw?.items?.map(toItem) ?? DEFAULT_ASSESSMENT.items,
  };
}

function toItem({ item, measure, floor, ...rest }: RawItem): AssessmentItem {
  return { code: item ?? measure, measure, floor: floor ?? 0, ...filled(rest) };
}

/** What the shape of the rules of assessment cannot say. */
export function assessmentMistakes(raw: RawConfig, points: readonly string[]): Mistake[] {
  const items = raw.assessment?.items ?? [];
  return items.flatMap((item, at): Mistake[] => {
    const path = ['assessment', 'items', at];
    const unknown = unknownPoints(item, path, points);
    return [...scaleMistakes(item, path), ...unknown, ...twice(item, items.slice(0, at), path)];
  });
}

type Path = readonly (string | number)[];

/** Points go down from `full` to `zero`, or by steps; not both, and in the direction in which data get worse. */
function scaleMistakes({ measure, full, zero, steps, weight, floor }: RawItem, path: Path): Mistake[] {
  if (floor && floor > weight) {
    return [{ path: [...path, 'floor'], name: 'floor', kind: 'range', limit: `≤ ${weight}` }];
  }
  const scale = [full, zero].filter((value) => value !== null && value !== undefined);
  if (steps) {
    const both = { path: [...path, 'steps'], name: 'steps', kind: 'said', message: 'config.scale-and-steps' };
    return scale.length > 0 ? [both as Mistake] : [];
  }
  const missing = (name: string): Mistake[] => [{ path, name, kind: 'missing' }];
  if (full === null || full === undefined) return missing('full');
  if (zero === null || zero === undefined) return missing('zero');
  if (isWorse(measure, zero, full)) return [];
  return [{ path: [...path, 'zero'], name: 'zero', kind: 'said', message: 'config.scale-upside-down' }];
}

/** Besides the configured points: all of them together, and the reported figures. */
function unknownPoints({ points }: RawItem, path: Path, known: readonly string[]): Mistake[] {
  const valid = [...known, 'all', 'figures'];
  const unknown = (points ?? []).filter((name) => !valid.includes(name));
  return unknown.map((name): Mistake => ({ path: [...path, 'points'], name, kind: 'unknown', valid }));
}

/** Two items of one scheme bear the same name. */
function twice(item: RawItem, earlier: readonly RawItem[], path: Path): Mistake[] {
  const nameOf = ({ item: name, measure }: RawItem) => name ?? measure;
  const meets = (other: RawItem) => !item.only || !other.only || item.only === other.only;
  const isTwice = earlier.some((other) => nameOf(other) === nameOf(item) && meets(other));
  return isTwice ? [{ path, kind: 'twice', name: nameOf(item) }] : [];
}
