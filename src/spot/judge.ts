import { agrees } from './agree.js';
import type { Draw } from './draw-file.js';
import type { Held, Kept, SeenEvent } from './facts.js';
import { type CountedArea, isAnswer, isPresent } from './sample.js';
import { Tally } from './tally.js';
import type { AreaVisits, SpotNote, Visit } from './visits.js';

/** What matching found about the visits, which are numbered by their place in the draw. */
export interface Facts {
  kept: readonly Kept[];
  /** What records hold, and what was found. */
  held: readonly Held[];
  found: readonly Held[];
  events: readonly SeenEvent[];
  /** Points that keep cards, by community. */
  cardPoints: ReadonlyMap<string, readonly string[]>;
}

/** An item of somebody on which a record and the door were compared. */
export interface Comparison {
  visit: number;
  found: Held;
  held: Held;
  agrees: boolean;
}

/** Every cell that was filled at the door against every record that holds the item. */
export function compareItems({ held, found }: Pick<Facts, 'held' | 'found'>): Comparison[] {
  const known = new Map<string, Held>();
  for (const one of found)
    if (!known.has(`${one.visit}|${one.item}`)) known.set(`${one.visit}|${one.item}`, one);
  return held.flatMap((one) => {
    const seen = known.get(`${one.visit}|${one.item}`);
    if (!seen) return [];
    return [{ visit: one.visit, found: seen, held: one, agrees: agrees(one.item, seen.value, one.value) }];
  });
}

/** A visit that counts, with the household that it counts in. */
export interface CountedVisit {
  visit: Visit;
  number: number;
  area: CountedArea;
  unit: string;
}

/** The visits of households that answered and count; the others say nothing. */
export function countedVisits(
  visits: readonly Visit[],
  numbers: ReadonlyMap<Visit, number>,
  area: CountedArea,
  draw: Draw,
): CountedVisit[] {
  return visits.flatMap((visit): CountedVisit[] => {
    const unit = visit.unit ?? '';
    const counts = area.answered.has(unit) || isNewHousehold(visit, area, draw);
    return counts && (isAnswer(visit) || isPresent(visit))
      ? [{ visit, number: numbers.get(visit) ?? -1, area, unit }]
      : [];
  });
}

/** People on no list whose household does not count, or was not written down: they are in no rate. */
export function addedElsewhere(areas: readonly AreaVisits[], counted: readonly CountedVisit[]): SpotNote[] {
  const added = areas.flatMap(({ visits }) => visits).filter(({ listed }) => listed === null);
  const inside = new Set(counted.map(({ visit }) => visit));
  const count = added.filter((visit) => !inside.has(visit)).length;
  return count > 0 ? [{ code: 'added-elsewhere', count }] : [];
}

/** Where a whole area was drawn, a household that no card names is one of its omissions. */
function isNewHousehold({ listed, unit }: Visit, { visits: { area } }: CountedArea, draw: Draw): boolean {
  return (
    listed === null && draw.parameters.unitKind === 'area' && !area.units.some((one) => one.unit === unit)
  );
}

/** Counts every case of every share. A draw of records gives no omissions: what is on no record could not be drawn. */
export function tallyOf(visits: readonly CountedVisit[], facts: Facts, draw: Draw): Tally {
  const tally = new Tally();
  const kept = byVisit(facts.kept);
  const events = byVisit(facts.events);
  const comparisons = byVisit(compareItems(facts));
  for (const one of visits) {
    const records = kept.get(one.number) ?? [];
    const compared = comparisons.get(one.number) ?? [];
    tallyClaims(tally, one, records, draw);
    tallyRecords(tally, one, records, compared);
    tallyItems(tally, one, compared);
    if (draw.parameters.unitKind === 'record') continue;
    tallyOmissions(tally, one, records, facts);
    tallyEvents(tally, one, events.get(one.number) ?? []);
  }
  return tally;
}

/** What the registers claim is there: a card a person, a women's register an enrolment, a birth register a birth. */
const CLAIMED = { households: 'person', women: 'enrolment', births: 'birth' } as const;

/** Claims of the household that was visited, and those that the door refuted. */
function tallyClaims(tally: Tally, one: CountedVisit, kept: readonly Kept[], draw: Draw): void {
  if (one.visit.listed === null) return;
  for (const record of kept) {
    if (!isClaimOf(record, one, draw)) continue;
    const subject = CLAIMED[record.register as keyof typeof CLAIMED];
    add(tally, one, subject, record.point, 'false_report_rate', !isPresent(one.visit));
  }
}

/**
 * Births count where they are of the period. A second card in another household is a claim about that one, and is
 * checked where that one is drawn.
 */
export function isClaimOf(
  { register, community, household }: Kept,
  { area, visit }: CountedVisit,
  { parameters }: Draw,
): boolean {
  if (parameters.unitKind === 'record') return register === parameters.register;
  if (community !== area.visits.area.community) return false;
  if (register === 'births') return visit.listed?.birth !== null;
  return household === null || household === visit.unit;
}

/** People on record at a point, and those of them who are there and right in everything that was checked. */
function tallyRecords(
  tally: Tally,
  one: CountedVisit,
  kept: readonly Kept[],
  compared: readonly Comparison[],
): void {
  if (one.visit.listed === null) return;
  const present = isPresent(one.visit);
  for (const point of new Set(kept.map((record) => record.point))) {
    const own = compared.filter(({ held }) => held.point === point);
    const wrong = own.some((comparison) => !comparison.agrees);
    add(tally, one, 'record', point, 'accuracy', present && !wrong);
    if (present && own.length > 0) add(tally, one, 'person', point, 'misentry_rate', wrong);
  }
}

function tallyItems(tally: Tally, one: CountedVisit, compared: readonly Comparison[]): void {
  const { found } = one.visit.answer;
  for (const item of new Set(compared.map(({ held }) => held.item))) {
    const ofItem = compared.filter(({ held }) => held.item === item);
    for (const point of new Set(ofItem.map(({ held }) => held.point))) {
      const agreeing = ofItem.every(({ held, agrees: same }) => held.point !== point || same);
      add(tally, one, item, point, 'accuracy', agreeing);
    }
  }
  for (const item of ['visit_done', 'certificate_seen'] as const) {
    if (found[item] !== undefined) add(tally, one, item, '', 'accuracy', found[item] === 'yes');
  }
}

/** Who lives there and is on no card of a point that keeps cards. */
function tallyOmissions(tally: Tally, one: CountedVisit, kept: readonly Kept[], { cardPoints }: Facts): void {
  if (!isPresent(one.visit)) return;
  for (const point of cardPoints.get(one.area.visits.area.community) ?? []) {
    const onCard = kept.some((record) => record.point === point && record.register === 'households');
    add(tally, one, 'person', point, 'omission_rate', !onCard);
  }
}

/** Births and enrolments that the door confirmed, and what the points made of them. */
function tallyEvents(tally: Tally, one: CountedVisit, events: readonly SeenEvent[]): void {
  if (!isPresent(one.visit)) return;
  for (const { kind, point, claimed, own_claims: claims, surplus } of events) {
    add(tally, one, kind, point, 'omission_rate', claimed === 0);
    for (let claim = 0; claim < claims; claim++) {
      add(tally, one, kind, point, 'duplication_rate', claim < surplus);
    }
  }
}

function add(
  tally: Tally,
  { area, unit }: CountedVisit,
  subject: string,
  point: string,
  rate: Parameters<Tally['add']>[0]['rate'],
  hit: boolean,
): void {
  tally.add({ subject, point, rate, area: area.area, unit, hit });
}

function byVisit<Item extends { visit: number }>(items: readonly Item[]): Map<number, Item[]> {
  const grouped = new Map<number, Item[]>();
  for (const item of items) {
    const group = grouped.get(item.visit);
    if (group) group.push(item);
    else grouped.set(item.visit, [item]);
  }
  return grouped;
}
