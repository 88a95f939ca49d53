import { yearOf } from '../calendar.js';
import type { Invention } from '../couple.js';
import type { Facts, Member, Person, Visit, Woman } from '../people.js';
import type { Table } from '../tables.js';
import * as buildings from './buildings.js';
import * as cards from './cards.js';
import { plantCoverage } from './coverage.js';
import { dayOfEvent, type Event, OWN, ownRows, peopleOf } from './event.js';
import * as events from './events.js';
import { spoilCell, tearRow } from './format.js';
import * as identity from './identity.js';
import * as logic from './logic.js';
import * as lone from './lone.js';
import * as people from './people.js';
import { type Fault, type FaultPlan, type Planting, Scene } from './scene.js';
import { plantStories } from './stories.js';
import type { FaultyStory } from './story.js';
import * as timing from './timing.js';

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
  plan: FaultPlan,
  told: readonly FaultyStory[],
): { tables: Table[]; faults: Fault[] } {
  const scene = new Scene(invention, tables, plan.neighbour);
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
 * With the given probability, tries the faults in random order until one has found what it needs.
 * @param involved people whom no other fault may touch
 * @param rare faults that seldom find what they need, and so come first every other time
 */
function attempt<Subject>(
  scene: Scene,
  rate: number,
  subject: Subject,
  involved: readonly (Person | null)[],
  faults: readonly Planting<Subject>[],
  rare: readonly Planting<Subject>[] = [],
): void {
  const { random } = scene.invention;
  if (!random.chance(rate) || faults.length + rare.length === 0 || !scene.take(...involved)) return;
  const first = random.chance(0.5) ? random.shuffle([...rare]) : [];
  [...first, ...random.shuffle([...faults])].some((plant) => plant(scene, subject));
}

/** Events of the year, and the older stays, of which papers can be out of date. */
function plantOnEvents(scene: Scene, rate: number, spared: ReadonlySet<string>): void {
  const { facts, invention } = scene;
  for (const event of eventsOf(facts, invention.year)) {
    if (spared.has(OWN[event.kind].register)) continue;
    const rare = event.kind === 'migration' ? (OF_STAYS as readonly Planting<Event>[]) : [];
    attempt(scene, rate, event, peopleOf(event), eventFaults(scene, event), rare);
  }
  if (spared.has('migrants')) return;
  for (const stay of facts.stays.filter(({ start }) => yearOf(start) < invention.year))
    attempt(scene, rate, stay, [stay.person], OF_STAYS);
}

function eventsOf(facts: Facts, year: number): Event[] {
  const all = [...facts.births, ...facts.marriages, ...facts.operations, ...facts.stays, ...facts.deaths];
  return all.filter((event) => yearOf(dayOfEvent(event)) === year);
}

const OF_EVENTS: readonly Planting<Event>[] = [
  events.omit,
  cards.omitOnCard,
  events.duplicate,
  events.mismatch,
  cards.mismatchInPeople,
  identity.mistypedInEvent,
];

/** Faults that only events of one kind can have. */
const OF_KIND: { readonly [K in Event['kind']]: readonly Planting<Extract<Event, { kind: K }>>[] } = {
  birth: [],
  marriage: [lone.loneMarriage],
  contraception: [],
  migration: [lone.loneDeparture, people.goneOnCard],
  death: [people.deadOnCard],
};

/** When an event was written down, and whether somebody went to see her. */
const OF_DATES = [timing.registeredBefore, timing.registeredLate];
const OF_VISITS = [...OF_DATES, timing.notVisited];

/** Papers of people who live away; a man's method. */
const OF_STAYS = [logic.wrongMethodOfMan, timing.noCertificate, timing.oldCertificate, timing.notVerified];

function eventFaults(scene: Scene, event: Event): Planting<Event>[] {
  const { random } = scene.invention;
  if (random.chance(0.15)) {
    const place = random.pick(ownRows(scene, event));
    return [() => spoilCell(scene, place)];
  }
  const more = [...OF_KIND[event.kind]] as Planting<Event>[];
  if (event.kind !== 'migration' && random.chance(OF_TIMING)) {
    const visited = event.kind === 'birth' || event.kind === 'contraception';
    more.push(...((visited ? OF_VISITS : OF_DATES) as Planting<Event>[]));
  }
  return [...OF_EVENTS, ...more];
}

function plantOnWomen(scene: Scene, rate: number, spared: ReadonlySet<string>): void {
  if (spared.has('women')) return;
  for (const woman of scene.facts.women)
    attempt(scene, rate, woman, [woman.person], womanFaults(scene, spared), RARE_OF_WOMEN);
}

const OF_WOMEN: readonly Planting<Woman>[] = [
  people.enrolmentOmitted,
  people.enrolmentDuplicated,
  people.enrolmentMismatched,
  identity.mistypedOnce,
  (scene, woman) => spoilCell(scene, scene.invention.random.pick(scene.enrolments(woman.person))),
];

/** What is wrong in a woman's lines by itself, and what can be told of few women only. */
const OFTEN_OF_WOMEN = [logic.wrongSum, logic.wrongClass];
const SELDOM_OF_WOMEN = [timing.notNotified, buildings.householdUnknown];
const RARE_OF_WOMEN = [logic.tooFewChildren, timing.outcomeUnknown, timing.notHandedOver];

function womanFaults({ invention: { random } }: Scene, spared: ReadonlySet<string>): Planting<Woman>[] {
  const faults = [...OF_WOMEN];
  if (random.chance(OF_LOGIC))
    faults.push(...(random.chance(0.5) ? [random.pick(OFTEN_OF_WOMEN)] : SELDOM_OF_WOMEN));
  if (!spared.has('births')) faults.push(lone.loneBirth);
  if (!spared.has('contraception')) faults.push(lone.loneOperation);
  return faults;
}

const OF_MEMBERS: readonly Planting<Member>[] = [
  identity.invalidEverywhere,
  identity.borrowedId,
  identity.wrongBirthDate,
  identity.wrongSex,
  identity.damaged,
  people.onTwoCards,
  spoilFirst,
];

function spoilFirst(scene: Scene, fact: Member | Visit): boolean {
  const [place] = scene.of(fact);
  return place !== undefined && spoilCell(scene, place);
}

function plantOnPeople(scene: Scene, rate: number): void {
  for (const { members } of scene.facts.households)
    for (const member of members) attempt(scene, rate, member, [member.person], OF_MEMBERS);
}

/** A file of records alone can be torn, or show a blank where a workbook has a list to choose from. */
const OF_CHECKS: Readonly<Record<FaultPlan['format'], readonly Planting<Visit>[]>> = {
  xlsx: [timing.notChecked],
  csv: [timing.notChecked, tearRow, spoilFirst],
};

function plantOnVisits(scene: Scene, { rate, format }: FaultPlan): void {
  for (const visit of scene.facts.visits) {
    const checked = visit.service.startsWith('查') && visit.visited !== null;
    if (!checked || scene.of(visit).length === 0) continue;
    attempt(scene, rate * OF_PEOPLE, visit, [visit.woman], OF_CHECKS[format]);
  }
}
