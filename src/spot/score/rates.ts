import { byText, gathered } from '../../keys/order.js';
import type { Draw } from '../../model/draw.js';
import type { SpotRate } from '../../model/spot-result.js';
import type { SampleCluster } from '../../statistics/estimate/clusters.js';
import { estimateFactor, estimateRatio, type RatioEstimate } from '../../statistics/estimate/ratio.js';
import { rounded } from '../../statistics/rounding.js';
import { sumOf } from '../../statistics/sum.js';
import type { CountedVisit } from './counted.js';
import type { FieldFacts, Kept } from './facts.js';
import { isClaimOf } from './judge.js';
import { type AreaGroup, type CountedArea, groupsOf, isPresent } from './sample.js';
import type { CaseTally, Subject } from './tally.js';

/** Denominators below this are marked, and never ranked. */
const SMALL = 20;
/** Shares of which people ask how many that makes in the whole frame. */
const COUNTED: ReadonlySet<Subject['rate']> = new Set(['omission_rate', 'false_report_rate']);

/**
 * Every share that was tallied, of the whole frame and of each area, with its estimate and intervals; and the factor by
 * which each point's people are too few or too many.
 */
export function ratesOf(
  tally: CaseTally,
  visits: readonly CountedVisit[],
  facts: FieldFacts,
  areas: readonly CountedArea[],
  draw: Draw,
  confidence: number,
): SpotRate[] {
  const places = groupsOf(areas);
  const subjects = tally.subjects().sort(inOrder);
  const shareOf = (subject: Subject, place: AreaGroup) =>
    rateOf(subject, tally.clusters(subject, place.areas), place, draw, confidence);
  const shares = places.flatMap((place) => subjects.flatMap((subject) => shareOf(subject, place)));
  if (draw.parameters.unitKind === 'record') return shares;
  const factors = places.flatMap((place) => factorsOf(visits, facts, place, confidence));
  return [...shares, ...factors];
}

function rateOf(
  subject: Subject,
  clusters: readonly SampleCluster[],
  place: AreaGroup,
  draw: Draw,
  confidence: number,
): SpotRate[] {
  const estimate = estimateRatio(clusters, place.areas, confidence);
  if (!estimate) return [];
  const { k, n, share, designEffect, effective } = estimate;
  const isTotal = place.area === '' && COUNTED.has(subject.rate);
  const total = isTotal ? totalOf(clusters, estimate, place, draw) : undefined;
  return [
    {
      area: place.area,
      ...subject,
      numerator: k,
      denominator: n,
      value: percent(k / n),
      estimate: percent(share),
      wilson: bounds(estimate.wilson),
      clopperPearson: bounds(estimate.clopperPearson),
      designEffect: rounded(designEffect, 2),
      effective: rounded(effective, 1),
      total,
      ...(n < SMALL ? { small: true as const } : {}),
    },
  ];
}

/** The share, and the ends of its interval, of all cases that the frame holds by the number per household. */
function totalOf(
  clusters: readonly SampleCluster[],
  { share, k, wilson: [low, high] }: RatioEstimate,
  { areas }: AreaGroup,
  { frame }: Draw,
): SpotRate['total'] {
  const households = sumOf(areas, ({ weight, answered }) => weight * answered.size);
  const cases = (sumOf(clusters, ({ weight, n }) => weight * n) / households) * frame.units;
  // The frame holds no fewer than were found in the sample.
  const whole = (part: number) => Math.max(k, Math.round(part * cases));
  return { value: whole(share), low: whole(low), high: whole(high) };
}

/** People found to the rows of a point's cards, in the same households. */
function factorsOf(
  visits: readonly CountedVisit[],
  facts: FieldFacts,
  { area, areas }: AreaGroup,
  confidence: number,
): SpotRate[] {
  const inside = visits.filter((one) => areas.some((counted) => counted.area === one.area.area));
  const points = [...new Set([...facts.cardPoints.values()].flat())].sort();
  return points.flatMap((point): SpotRate[] => {
    const households = householdsOf(inside, cardsOf(facts, point));
    const estimate = estimateFactor(households, areas, confidence);
    if (!estimate) return [];
    const { k, n, value, interval } = estimate;
    return [
      {
        area,
        subject: 'person',
        point,
        rate: 'verification_factor',
        numerator: k,
        denominator: n,
        value: rounded(k / n, 3),
        estimate: rounded(value, 3),
        interval: [rounded(interval[0], 3), rounded(interval[1], 3)],
        ...(n < SMALL ? { small: true as const } : {}),
      },
    ];
  });
}

function cardsOf({ kept }: FieldFacts, point: string): Map<number, Kept[]> {
  const cards = kept.filter((record) => record.register === 'households' && record.point === point);
  return gathered(cards, ({ visit }) => visit);
}

/** Households with the people found (k) and the rows of their card (n). */
function householdsOf(
  visits: readonly CountedVisit[],
  cards: ReadonlyMap<number, readonly Kept[]>,
): SampleCluster[] {
  const households = new Map<string, SampleCluster>();
  for (const one of visits) {
    const { area, stratum, weight } = one.area;
    const key = `${area}\u0001${one.unit}`;
    const household = households.get(key) ?? { area, stratum, weight, k: 0, n: 0 };
    households.set(key, household);
    if (isPresent(one.visit)) household.k++;
    if (one.visit.listed === null) continue;
    household.n += (cards.get(one.number) ?? []).filter((card) => isClaimOf(card, one)).length;
  }
  return [...households.values()];
}

const SUBJECTS =
  'record person birth enrolment sex birth_date marital parity method visit_done certificate_seen'.split(' ');
const RATES = ['accuracy', 'omission_rate', 'false_report_rate', 'misentry_rate', 'duplication_rate'];

function inOrder(a: Subject, b: Subject): number {
  return (
    SUBJECTS.indexOf(a.subject) - SUBJECTS.indexOf(b.subject) ||
    RATES.indexOf(a.rate) - RATES.indexOf(b.rate) ||
    byText(a.point, b.point)
  );
}

function bounds([low, high]: [number, number]): [number, number] {
  return [percent(low), percent(high)];
}

function percent(share: number): number {
  return rounded(share * 100);
}
