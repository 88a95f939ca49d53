import type { Invention } from '../couple.js';
import { isOwn } from './event.js';
import * as lives from './lives.js';
import * as mothers from './mothers.js';
import type { Place, Scene } from './scene.js';
import type { FaultyStory } from './story.js';

type Story = (invention: Invention) => FaultyStory;

const STORIES: readonly Story[] = [
  mothers.tooYoungMother,
  mothers.tooOldMother,
  lives.tooYoungBride,
  mothers.bornTooSoon,
  mothers.wrongParity,
  mothers.bornAfterSterilisation,
  mothers.bornWithIud,
  lives.removedOnly,
  lives.movedAfterDeath,
  lives.firstTwice,
];

/**
 * Adds people to a community in whose lives something does not fit, the same at all points; no other fault touches them.
 * @param expected how many of each story; below one, the chance of it
 */
export function tellFaultyStories(invention: Invention, expected: number): FaultyStory[] {
  const told: FaultyStory[] = [];
  for (const story of STORIES) {
    const times = Math.floor(expected) + Number(invention.random.chance(expected % 1));
    for (let i = 0; i < times; i++) told.push(story(invention));
  }
  return told;
}

/** Says where the stories were written down; registers that are not handed in show nothing. */
export function plantStories(scene: Scene, told: readonly FaultyStory[], spared: ReadonlySet<string>): void {
  const isHandedIn = (place: Place): boolean =>
    isOwn(place) && !(place.table.point === 'ledger' && spared.has(place.table.register));
  for (const { facts, kind, description, ...more } of told) {
    const places = facts.flatMap((fact) => scene.of(fact)).filter(isHandedIn);
    const event = facts[0]?.kind;
    if (places.length > 0) scene.plant(kind, places, description, { ...more, event });
  }
}
