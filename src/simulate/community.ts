import { dayOf } from './calendar.js';
import type { Invention } from './couple.js';
import * as crossings from './crossings.js';
import type { IdMaker } from './ids.js';
import * as journeys from './journeys.js';
import { communityName } from './names.js';
import { countMembers, type Facts, noFacts } from './people.js';
import { Random } from './random.js';
import * as stories from './stories.js';

const PER_BUILDING = 24;

/** What a district is invented from. */
export interface District {
  people: number;
  communities: number;
  seed: number;
  year: number;
}

/** Adds to the facts of a community of so many people. */
export type Tell = (invention: Invention, facts: Facts, people: number) => void;

/** Invents the communities of a district one after the other; only one is held in memory, and what its neighbours share. */
export class Inventor {
  private document = 0;
  private readonly names: string[];
  /** What the last community wrote down of families that live in the first, or moved there. */
  private pending: Facts | null = null;
  private closing: Facts | null = null;

  constructor(
    private readonly district: District,
    private readonly ids: IdMaker,
  ) {
    this.names = Array.from({ length: district.communities }, (_, index) => communityName(index));
  }

  name(index: number): string {
    return this.names[index % this.names.length] ?? '';
  }

  /**
   * Everything that the registers of the community hold; call with 0, 1, 2 … in order.
   * @param tell adds stories of its own, told after the usual ones
   */
  community(index: number, tell: Tell = () => {}): Facts {
    const facts = noFacts();
    const { communities } = this.district;
    if (communities > 1) {
      if (index === 0) this.closing = this.exchange(communities - 1, facts);
      else append(facts, this.pending);
      if (index === communities - 1) append(facts, this.closing);
      else this.pending = this.exchangeFrom(index, facts);
    }
    const invention = this.invention(index, 'own');
    tellStories(invention, facts, this.share(index));
    tell(this.invention(index, 'told'), facts, this.share(index));
    fill(invention, facts, this.share(index));
    arrange(invention, facts, index);
    return facts;
  }

  private share(index: number): number {
    const { people, communities } = this.district;
    return Math.floor(((index + 1) * people) / communities) - Math.floor((index * people) / communities);
  }

  /** The families that `index` and the next community share: the next one's part is kept for its turn. */
  private exchangeFrom(index: number, homeFacts: Facts): Facts {
    const awayFacts = noFacts();
    this.share2(index, homeFacts, awayFacts);
    return awayFacts;
  }

  /** The same with the last community, whose part is kept until the end. */
  private exchange(index: number, awayFacts: Facts): Facts {
    const homeFacts = noFacts();
    this.share2(index, homeFacts, awayFacts);
    return homeFacts;
  }

  private share2(index: number, homeFacts: Facts, awayFacts: Facts): void {
    const home = this.invention(index, 'next');
    const away = { ...home, community: this.name(index + 1) };
    const thousands = this.share(index) / 1000;
    const pair = { home, homeFacts, away, awayFacts };
    for (let i = 0; i < Math.round(3 * thousands); i++) crossings.staysAcross(pair);
    for (let i = 0; i < Math.round(1.5 * thousands); i++) crossings.movedAcross(pair);
  }

  /** What the steps of a task in this community are invented from: each task draws from its own stream. */
  invention(index: number, task: string): Invention {
    const { year, seed } = this.district;
    return {
      random: new Random(seed, index, task),
      ids: this.ids,
      year,
      asOf: dayOf(year, 12, 31),
      yearStart: dayOf(year, 1, 1),
      registersFrom: dayOf(year - 2, 1, 1),
      community: this.name(index),
      nextNumber: () => String(++this.document).padStart(9, '0'),
    };
  }
}

function append(facts: Facts, more: Facts | null): void {
  if (!more) return;
  facts.households.push(...more.households);
  facts.women.push(...more.women);
  facts.births.push(...more.births);
  facts.marriages.push(...more.marriages);
  facts.operations.push(...more.operations);
  facts.stays.push(...more.stays);
  facts.deaths.push(...more.deaths);
  facts.moves.push(...more.moves);
  facts.visits.push(...more.visits);
  facts.shared.push(...more.shared);
}

type Story = (invention: Invention, facts: Facts) => void;

/** So many of the stories below every community has, however small. */
const ALWAYS = 3;

/** Stories and how many of each a community of a thousand has. */
const STORIES: readonly (readonly [Story, number])[] = [
  [(invention, facts) => stories.bornAfterRemoval(invention, facts, '女扎', '复通'), 1],
  [(invention, facts) => stories.bornAfterRemoval(invention, facts, '上环', '取环'), 1],
  [stories.bornTwins, 0.5],
  [stories.marriedTwice, 2],
  [stories.namesakes, 1],
  [stories.sisters, 1],
  [journeys.cameToStay, 14],
  [journeys.wentElsewhere, 8],
  [journeys.movedIn, 2],
  [journeys.movedAway, 1],
];

function tellStories(invention: Invention, facts: Facts, people: number): void {
  for (const [index, [story, perThousand]] of STORIES.entries()) {
    const least = index < ALWAYS ? 1 : 0;
    const times = Math.max(least, Math.round((perThousand * people) / 1000));
    for (let i = 0; i < times; i++) story(invention, facts);
  }
}

/** Ordinary households until the community has its people. */
function fill(invention: Invention, facts: Facts, people: number): void {
  let count = countMembers(facts);
  while (count < people) {
    const before = facts.households.length;
    if (people - count < 8) stories.alone(invention, facts);
    else stories.ordinary(invention, facts);
    for (const household of facts.households.slice(before)) count += household.members.length;
  }
}

/** Gives each household its card number, building and door, in an order that does not show the stories. */
function arrange(invention: Invention, facts: Facts, index: number): void {
  const { random } = invention;
  random.shuffle(facts.households);
  const prefix = String(index + 1).padStart(3, '0');
  facts.households.forEach((household, i) => {
    const place = i % PER_BUILDING;
    household.no = `${prefix}-${String(i + 1).padStart(4, '0')}`;
    household.building = `${Math.floor(i / PER_BUILDING) + 1}号楼`;
    household.unit = `${(place % 4) + 1}-${String(Math.floor(place / 4) + 1).padStart(2, '0')}0${(place % 2) + 1}`;
  });
  facts.women.sort((a, b) =>
    a.household.no < b.household.no ? -1 : a.household.no > b.household.no ? 1 : 0,
  );
}
