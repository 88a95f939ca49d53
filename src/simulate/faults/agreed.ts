import type { Woman } from '../people.js';
import { allEntries, type Event, ownRows } from './event.js';
import type { Place, Planting, Scene } from './scene.js';

type Values = Record<string, string>;
/** What is written into the rows of something, column by column; null where it does not fit. */
type ValuesFor<Subject> = (scene: Scene, subject: Subject) => Values | null;

/** A fault on which all points agree: the same values in a woman's lines at all three. */
export function onEntries(kind: string, description: string, valuesFor: ValuesFor<Woman>): Planting<Woman> {
  return (scene, woman) => {
    const places = allEntries(scene, woman);
    const values = places && valuesFor(scene, woman);
    return values !== null && writeAll(scene, places ?? [], values, kind, description, 'enrolment');
  };
}

/** The same of an event: the same values in its rows at ledger and system. */
export function onRows<E extends Event>(
  kind: string,
  description: string,
  valuesFor: ValuesFor<E>,
): Planting<E> {
  return (scene, event) => {
    const values = valuesFor(scene, event);
    const places = ownRows(scene, event);
    if (!values || places.length !== 2) return false;
    return writeAll(scene, places, values, kind, description, event.kind);
  };
}

function writeAll(
  scene: Scene,
  places: Place[],
  values: Values,
  kind: string,
  description: string,
  event: string,
): true {
  scene.write(places, values);
  return scene.plant(kind, places, `${description}，各数据点一致`, { event, columns: Object.keys(values) });
}
