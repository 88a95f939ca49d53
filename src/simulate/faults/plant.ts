import { yearOf } from '../calendar.js';
import type { Invention } from '../couple.js';
import type { Facts, Person, Woman } from '../people.js';
import type { Table } from '../tables.js';
import * as cards from './cards.js';
import { plantCoverage } from './coverage.js';
import { dayOfEvent, type Event, OWN, peopleOf } from './event.js';
import * as events from './events.js';
import { spoilCell, tearRow } from './format.js';
import * as identity from './identity.js';
import * as lone from './lone.js';
import * as people from './people.js';
import { type Fault, type FaultPlan, Scene } from './scene.js';

/** People have fewer faults than events: most lines of a card are right for years. */
const OF_PEOPLE = 0.1;

/**
 * Plants faults in the tables of one community: at most one on an event, a person and a household.
 * @returns the tables to write, and what is wrong in them
 */
export function plantFaults(
  invention: Invention,
  tables: Table[],
  facts: Facts,
  plan: FaultPlan,
): { tables: Table[]; faults: Fault[] } {
  const scene = new Scene(invention, tables, facts, plan.neighbour);
  const coverage = plantCoverage(scene, plan);
  for (const event of eventsOf(facts, invention.year)) {
    if (coverage.spared.has(OWN[event.kind].register)) continue;
    attempt(scene, plan.rate, peopleOf(event), eventFaults(scene, event));
  }
  for (const woman of facts.women)
    attempt(scene, plan.rate, [woman.person], womanFaults(scene, woman, coverage.spared));
  plantOnPeople(scene, plan.rate * OF_PEOPLE);
  if (plan.format === 'csv') plantOnVisits(scene, plan.rate * OF_PEOPLE);
  return { tables: coverage.finish(), faults: scene.faults };
}

type Action = () => boolean;

/** With the given probability, tries the actions in random order until one has found what it needs. */
function attempt(scene: Scene, rate: number, involved: (Person | null)[], actions: Action[]): void {
  const { random } = scene.invention;
  if (!random.chance(rate) || actions.length === 0 || !scene.take(...involved)) return;
  random.shuffle(actions).some((action) => action());
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
  }
  if (event.kind === 'death') actions.push(() => people.deadOnCard(scene, event));
  return actions;
}

function isOwn(point: string): boolean {
  return point === 'ledger' || point === 'system';
}

function womanFaults(scene: Scene, woman: Woman, spared: ReadonlySet<string>): Action[] {
  if (spared.has('women')) return [];
  const actions: Action[] = [
    () => people.enrolmentOmitted(scene, woman),
    () => people.enrolmentDuplicated(scene, woman),
    () => people.enrolmentMismatched(scene, woman),
    () => identity.mistypedOnce(scene, woman),
    () => spoilCell(scene, scene.invention.random.pick(scene.enrolments(woman.person))),
  ];
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

function plantOnVisits(scene: Scene, rate: number): void {
  for (const visit of scene.facts.visits) {
    if (!visit.service.startsWith('查') || visit.visited === null) continue;
    const [place] = scene.of(visit);
    if (place)
      attempt(scene, rate, [visit.woman], [() => tearRow(scene, place), () => spoilCell(scene, place)]);
  }
}
