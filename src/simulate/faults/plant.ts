import { yearOf } from '../calendar.js';
import type { Invention } from '../couple.js';
import type { Facts, Person, Woman } from '../people.js';
import type { Table } from '../tables.js';
import * as agreed from './agreed.js';
import * as buildings from './buildings.js';
import * as cards from './cards.js';
import { plantCoverage } from './coverage.js';
import { dayOfEvent, type Event, OWN, peopleOf } from './event.js';
import * as events from './events.js';
import { spoilCell, tearRow } from './format.js';
import * as identity from './identity.js';
import * as lone from './lone.js';
import * as people from './people.js';
import { type Action, type Fault, type FaultPlan, Scene } from './scene.js';
import { plantStories } from './stories.js';
import type { FaultyStory } from './story.js';
import { notChecked } from './timing.js';

/** People have fewer faults than events: most lines of a card are right for years. */
const OF_PEOPLE = 0.1;
/** Chance that an event's fault may be one of dates and visits, and not of what is claimed. */
const OF_TIMING = 0.35;
/** Chance that a woman's fault may be one that all points agree on. */
const OF_LOGIC = 0.4;
/** Chance that a community's building list gets each of its faults, at a rate of one. */
const OF_BUILDINGS = 5;

/**
 * Plants faults in the tables of one community: at most one on an event, a person and a household.
 * @returns the tables to write, and what is wrong in them
 */
export function plantFaults(
  invention: Invention,
  tables: Table[],
  facts: Facts,
  plan: FaultPlan,
  told: readonly FaultyStory[],
): { tables: Table[]; faults: Fault[] } {
  const scene = new Scene(invention, tables, facts, plan.neighbour);
  const coverage = plantCoverage(scene, plan);
  plantStories(scene, told, coverage.spared);
  plantOnEvents(scene, plan.rate, coverage.spared);
  plantOnWomen(scene, plan.rate, coverage.spared);
  plantOnPeople(scene, plan.rate * OF_PEOPLE);
  plantOnVisits(scene, plan);
  for (const spoil of [buildings.householdTooMany, buildings.buildingWithoutCards])
    if (invention.random.chance(plan.rate * OF_BUILDINGS)) spoil(scene);
  return { tables: coverage.finish(), faults: scene.faults };
}

/**
 * With the given probability, tries the actions in random order until one has found what it needs.
 * @param rare actions that seldom find what they need, and so come first every other time
 */
function attempt(
  scene: Scene,
  rate: number,
  involved: (Person | null)[],
  actions: Action[],
  rare: Action[] = [],
): void {
  const { random } = scene.invention;
  if (!random.chance(rate) || actions.length + rare.length === 0 || !scene.take(...involved)) return;
  const first = random.chance(0.5) ? random.shuffle([...rare]) : [];
  [...first, ...random.shuffle(actions)].some((action) => action());
}

/** Events of the year, and the older stays, of which papers can be out of date. */
function plantOnEvents(scene: Scene, rate: number, spared: ReadonlySet<string>): void {
  const { facts, invention } = scene;
  for (const event of eventsOf(facts, invention.year)) {
    if (spared.has(OWN[event.kind].register)) continue;
    const rare = event.kind === 'migration' ? agreed.ofStays(scene, event) : [];
    attempt(scene, rate, peopleOf(event), eventFaults(scene, event), rare);
  }
  if (spared.has('migrants')) return;
  for (const stay of facts.stays.filter(({ start }) => yearOf(start) < invention.year))
    attempt(scene, rate, [stay.person], agreed.ofStays(scene, stay));
}

function eventsOf(facts: Facts, year: number): Event[] {
  const all = [...facts.births, ...facts.marriages, ...facts.operations, ...facts.stays, ...facts.deaths];
  return all.filter((event) => yearOf(dayOfEvent(event)) === year);
}

function eventFaults(scene: Scene, event: Event): Action[] {
  const actions: Action[] = [
    () => events.omit(scene, event),
    () => cards.omitOnCard(scene, event),
    () => events.duplicate(scene, event),
    () => events.mismatch(scene, event),
    () => cards.mismatchInPeople(scene, event),
    () => identity.mistypedInEvent(scene, event),
  ];
  if (scene.invention.random.chance(0.15)) {
    const place = scene.invention.random.pick(scene.of(event).filter(({ table }) => isOwn(table.point)));
    return [() => spoilCell(scene, place)];
  }
  if (event.kind === 'marriage') actions.push(() => lone.loneMarriage(scene, event));
  if (event.kind === 'migration') {
    actions.push(() => lone.loneDeparture(scene, event));
    actions.push(() => people.goneOnCard(scene, event));
    return actions;
  }
  if (event.kind === 'death') actions.push(() => people.deadOnCard(scene, event));
  if (scene.invention.random.chance(OF_TIMING)) actions.push(...agreed.ofDates(scene, event));
  return actions;
}

function isOwn(point: string): boolean {
  return point === 'ledger' || point === 'system';
}

function plantOnWomen(scene: Scene, rate: number, spared: ReadonlySet<string>): void {
  if (spared.has('women')) return;
  for (const woman of scene.facts.women)
    attempt(scene, rate, [woman.person], womanFaults(scene, woman, spared), agreed.rareOfWomen(scene, woman));
}

function womanFaults(scene: Scene, woman: Woman, spared: ReadonlySet<string>): Action[] {
  const actions: Action[] = [
    () => people.enrolmentOmitted(scene, woman),
    () => people.enrolmentDuplicated(scene, woman),
    () => people.enrolmentMismatched(scene, woman),
    () => identity.mistypedOnce(scene, woman),
    () => spoilCell(scene, scene.invention.random.pick(scene.enrolments(woman.person))),
  ];
  if (scene.invention.random.chance(OF_LOGIC)) actions.push(...agreed.ofWomen(scene, woman));
  if (!spared.has('births')) actions.push(() => lone.loneBirth(scene, woman));
  if (!spared.has('contraception')) actions.push(() => lone.loneOperation(scene, woman));
  return actions;
}

function plantOnPeople(scene: Scene, rate: number): void {
  for (const household of scene.facts.households) {
    for (const member of household.members) {
      attempt(
        scene,
        rate,
        [member.person],
        [
          () => identity.invalidEverywhere(scene, member),
          () => identity.sharedId(scene, member),
          () => identity.birthDateDiffers(scene, member),
          () => identity.sexDiffers(scene, member),
          () => identity.damaged(scene, member),
          () => people.onTwoCards(scene, member),
          () => spoilCell(scene, scene.of(member)[0] as NonNullable<ReturnType<Scene['card']>>),
        ],
      );
    }
  }
}

function plantOnVisits(scene: Scene, { rate, format }: FaultPlan): void {
  for (const visit of scene.facts.visits) {
    if (!visit.service.startsWith('查') || visit.visited === null) continue;
    const [place] = scene.of(visit);
    if (!place) continue;
    const actions = [() => notChecked(scene, visit, place)];
    if (format === 'csv')
      actions.push(
        () => tearRow(scene, place),
        () => spoilCell(scene, place),
      );
    attempt(scene, rate * OF_PEOPLE, [visit.woman], actions);
  }
}
