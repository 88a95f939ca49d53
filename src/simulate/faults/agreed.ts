import type { Stay, Woman } from '../people.js';
import * as buildings from './buildings.js';
import type { Event } from './event.js';
import * as logic from './logic.js';
import type { Action, Scene } from './scene.js';
import * as timing from './timing.js';

/** Faults that all points agree on, of which the registers themselves tell: logic and timing. */

/** When an event was written down, and whether somebody went to see her. */
export function ofDates(scene: Scene, event: Exclude<Event, Stay>): Action[] {
  const actions = [() => timing.registeredBefore(scene, event), () => timing.registeredLate(scene, event)];
  if (event.kind !== 'birth' && event.kind !== 'contraception') return actions;
  return [...actions, () => timing.notVisited(scene, event)];
}

/** Papers of people who live away; a man's method. */
export function ofStays(scene: Scene, event: Stay): Action[] {
  return [
    () => logic.methodSex(scene, event),
    () => timing.noCertificate(scene, event),
    () => timing.oldCertificate(scene, event),
    () => timing.notVerified(scene, event),
  ];
}

/** What is wrong in a woman's lines by itself. */
export function ofWomen(scene: Scene, woman: Woman): Action[] {
  const { random } = scene.invention;
  const often = [() => logic.childrenSum(scene, woman), () => logic.classDiffers(scene, woman)];
  return random.chance(0.5)
    ? [random.pick(often)]
    : [() => timing.notNotified(scene, woman), () => buildings.householdUnknown(scene, woman)];
}

/** The same, of the few women of whom it can be told. */
export function rareOfWomen(scene: Scene, woman: Woman): Action[] {
  return [
    () => logic.childrenCount(scene, woman),
    () => timing.outcomeUnknown(scene, woman),
    () => timing.notHandedOver(scene, woman),
  ];
}
