import { gathered } from '../../keys/order.js';
import type { Draw } from '../../model/draw.js';
import { MARRIED, SUPPLIES } from '../../registers/codes.js';
import type { MentionRole } from '../../registers/types.js';
import type { CountedVisit } from './counted.js';
import type { FieldFacts, Held, Kept, SeenEvent } from './facts.js';
import { isPresent } from './sample.js';
import { CaseTally } from './tally.js';

/** An item of somebody on which a record and the door were compared. */
export interface ItemComparison {
  visit: number;
  found: Held;
  held: Held;
  agrees: boolean;
}

/** Every cell that was filled at the door against every record that holds the item. */
export function compareItems({ held, found }: Pick<FieldFacts, 'held' | 'found'>): ItemComparison[] {
  const known = new Map<string, Held>();
  for (const one of found)
    if (!known.has(`${one.visit}|${one.item}`)) known.set(`${one.visit}|${one.item}`, one);
  return held.flatMap((one) => {
    const seen = known.get(`${one.visit}|${one.item}`);
    if (!seen) return [];
    return [{ visit: one.visit, found: seen, held: one, agrees: agrees(one.item, seen.value, one.value) }];
  });
}

/** Counts every case of every share. A draw of records gives no omissions: what is on no record could not be drawn. */
export function tallyOf(visits: readonly CountedVisit[], facts: FieldFacts, draw: Draw): CaseTally {
  const tally = new CaseTally();
  const isDrawn = drawnOnly(draw);
  const kept = gathered(facts.kept.filter(isDrawn), visitOf);
  const events = gathered(facts.events, visitOf);
  const comparisons = gathered(compareItems({ ...facts, held: facts.held.filter(isDrawn) }), visitOf);
  for (const one of visits) {
    const records = kept.get(one.number) ?? [];
    const compared = comparisons.get(one.number) ?? [];
    tallyRecords(tally, one, records, compared);
    tallyItems(tally, one, compared);
    if (draw.parameters.unitKind === 'record') {
      tallyDrawnRecord(tally, one, isDrawn);
      continue;
    }
    tallyClaims(tally, one, records);
    tallyOmissions(tally, one, records, facts);
    tallyEvents(tally, one, events.get(one.number) ?? []);
  }
  return tally;
}

/** Where records were drawn, only the register they were drawn from: others were not drawn by chance. */
function drawnOnly({ parameters }: Draw): (record: { register: string; point: string }) => boolean {
  const { unitKind, register, point } = parameters;
  if (unitKind !== 'record') return () => true;
  return (record) => record.register === register && (point === undefined || record.point === point);
}

/** Whom a drawn record is about; parents and spouses stand in it only to tell who these are. */
const ABOUT: ReadonlySet<string> = new Set<MentionRole>(['self', 'child', 'woman', 'wife', 'husband']);

function tallyDrawnRecord(
  tally: CaseTally,
  one: CountedVisit,
  isDrawn: (record: { register: string; point: string }) => boolean,
): void {
  const own = (one.visit.listed?.records ?? []).filter((record) => isDrawn(record) && ABOUT.has(record.role));
  for (const point of new Set(own.map((record) => record.point))) {
    add(tally, one, 'record', point, 'false_report_rate', !isPresent(one.visit));
  }
}

/** What the registers claim is there: a card a person, a women's register an enrolment, a birth register a birth. */
const CLAIMED = { households: 'person', women: 'enrolment', births: 'birth' } as const;

/** Claims of the household that was visited, and those that the door refuted. */
function tallyClaims(tally: CaseTally, one: CountedVisit, kept: readonly Kept[]): void {
  if (one.visit.listed === null) return;
  for (const record of kept) {
    if (!isClaimOf(record, one)) continue;
    const subject = CLAIMED[record.register as keyof typeof CLAIMED];
    add(tally, one, subject, record.point, 'false_report_rate', !isPresent(one.visit));
  }
}

/**
 * Births count where they are of the period. A second card in another household is a claim about that one, and is
 * checked where that one is drawn.
 */
export function isClaimOf({ register, community, household }: Kept, { area, visit }: CountedVisit): boolean {
  if (community !== area.visits.area.community) return false;
  if (register === 'births') return visit.listed?.birth !== null;
  return household === null || household === visit.unit;
}

/** People on record at a point, and those of them who are there and right in everything that was checked. */
function tallyRecords(
  tally: CaseTally,
  one: CountedVisit,
  kept: readonly Kept[],
  compared: readonly ItemComparison[],
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

function tallyItems(tally: CaseTally, one: CountedVisit, compared: readonly ItemComparison[]): void {
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
function tallyOmissions(
  tally: CaseTally,
  one: CountedVisit,
  kept: readonly Kept[],
  { cardPoints }: FieldFacts,
): void {
  if (!isPresent(one.visit)) return;
  for (const point of cardPoints.get(one.area.visits.area.community) ?? []) {
    const onCard = kept.some((record) => record.point === point && record.register === 'households');
    add(tally, one, 'person', point, 'omission_rate', !onCard);
  }
}

/** Births and enrolments that the door confirmed, and what the points made of them. */
function tallyEvents(tally: CaseTally, one: CountedVisit, events: readonly SeenEvent[]): void {
  if (!isPresent(one.visit)) return;
  for (const { kind, point, claimed, primary_claims: claims, surplus } of events) {
    add(tally, one, kind, point, 'omission_rate', claimed === 0);
    for (let claim = 0; claim < claims; claim++) {
      add(tally, one, kind, point, 'duplication_rate', claim < surplus);
    }
  }
}

function add(
  tally: CaseTally,
  { area, unit }: CountedVisit,
  subject: string,
  point: string,
  rate: Parameters<CaseTally['add']>[0]['rate'],
  hit: boolean,
): void {
  tally.add({ subject, point, rate, area: area.area, unit, hit });
}

function visitOf({ visit }: { visit: number }): number {
  return visit;
}

/**
 * Whether what was found at the door and what a record says are the same: a month agrees with every day of it, 已婚 with
 * every marriage, 药具 with every drug and device, and reasons for using nothing with each other.
 *
 * @param item name of the item, as `facts.ts` has them
 */
export function agrees(item: string, found: string, recorded: string): boolean {
  if (found === recorded) return true;
  if (item === 'birth_date') return found.startsWith(recorded) || recorded.startsWith(found);
  if (item === 'marital') return oneStandsFor('已婚', MARRIED, found, recorded);
  if (item !== 'method') return false;
  return (isNone(found) && isNone(recorded)) || oneStandsFor('supplies', SUPPLIES, found, recorded);
}

function oneStandsFor(word: string, words: readonly string[], a: string, b: string): boolean {
  return (a === word && words.includes(b)) || (b === word && words.includes(a));
}

function isNone(method: string): boolean {
  return method.startsWith('none');
}
