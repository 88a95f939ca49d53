import { byText } from '../keys/order.js';
import { dayOf } from './calendar.js';
import type { Invention } from './couple.js';
import * as crossings from './crossings.js';
import type { IdMaker } from './ids.js';
import * as journeys from './journeys.js';
import { communityName } from './names.js';
import type { SimulateOptions } from './options.js';
import { countMembers, type Facts, noFacts } from './people.js';
import { Random } from './random.js';
import * as stories from './stories.js';

const PER_BUILDING = 24;

/** What a district is invented from. */
export type District = Pick<SimulateOptions, 'people' | 'communities' | 'seed' | 'year'>;

/** Adds to the facts of a community of so many people. */
export type Tell = (invention: Invention, people: number) => void;

/** Invents the communities of a district one after the other; only one is held in memory, and what its neighbours share. */
export class Inventor {
  private document = 0;
  private readonly names: string[];
  /** What a community before has written down of families that live in this one, or moved there. */
  private pending = noFacts();
  /** The same of the first community, for the last. */
  private readonly closing = noFacts();

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
  community(index: number, tell: Tell): Facts {
    const facts = noFacts();
    const last = this.district.communities - 1;
    if (last > 0) {
      if (index === 0) this.exchange(last, this.closing, facts);
      append(facts, this.pending);
      if (index === last) append(facts, this.closing);
      this.pending = noFacts();
      if (index < last) this.exchange(index, facts, this.pending);
    }
    const people = this.peopleOf(index);
    const invention = this.invention(index, 'own', facts);
    tellStories(invention, people);
    tell(this.invention(index, 'told', facts), people);
    fill(invention, people);
    arrange(invention, index);
    return facts;
  }

  private peopleOf(index: number): number {
    const { people, communities } = this.district;
    return Math.floor(((index + 1) * people) / communities) - Math.floor((index * people) / communities);
  }

  /** The families that a community and the next one share: what each of them writes down. */
  private exchange(index: number, homeFacts: Facts, awayFacts: Facts): void {
    const home = this.invention(index, 'next', homeFacts);
    const away = { ...home, facts: awayFacts, community: this.name(index + 1) };
    const thousands = this.peopleOf(index) / 1000;
    for (let i = 0; i < Math.round(3 * thousands); i++) crossings.staysAcross(home, away);
    for (let i = 0; i < Math.round(1.5 * thousands); i++) crossings.movedAcross(home, away);
  }

  /** What the steps of a task in this community are invented from: each task draws from its own stream. */
  invention(index: number, task: string, facts: Facts): Invention {
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
      facts,
    };
  }
}

function append(facts: Facts, more: Facts): void {
  for (const key of Object.keys(more) as (keyof Facts)[]) (facts[key] as unknown[]).push(...more[key]);
}

type Story = (invention: Invention) => void;

/** So many of the stories below every community has, however small. */
const ALWAYS = 3;

/** Stories and how many of each a community of a thousand has. */
const STORIES: readonly (readonly [Story, number])[] = [
  [(invention) => stories.bornAfterRemoval(invention, '女扎', '复通'), 1],
  [(invention) => stories.bornAfterRemoval(invention, '上环', '取环'), 1],
  [stories.bornTwins, 0.5],
  [stories.marriedTwice, 2],
  [stories.namesakes, 1],
  [stories.sisters, 1],
  [journeys.cameToStay, 14],
  [journeys.wentElsewhere, 8],
  [journeys.movedIn, 2],
  [journeys.movedAway, 1],
];

function tellStories(invention: Invention, people: number): void {
  for (const [index, [story, perThousand]] of STORIES.entries()) {
    const least = index < ALWAYS ? 1 : 0;
    const times = Math.max(least, Math.round((perThousand * people) / 1000));
    for (let i = 0; i < times; i++) story(invention);
  }
}

/** Ordinary households until the community has its people. */
function fill(invention: Invention, people: number): void {
  const { households } = invention.facts;
  let count = countMembers(invention.facts);
  while (count < people) {
    const before = households.length;
    if (people - count < 8) stories.alone(invention);
    else stories.ordinary(invention);
    for (const { members } of households.slice(before)) count += members.length;
  }
}

/** Gives each household its card number, building and door, in an order that does not show the stories. */
function arrange({ random, facts }: Invention, index: number): void {
  random.shuffle(facts.households);
  const prefix = String(index + 1).padStart(3, '0');
  facts.households.forEach((household, i) => {
    const place = i % PER_BUILDING;
    household.no = `${prefix}-${String(i + 1).padStart(4, '0')}`;
    household.building = `${Math.floor(i / PER_BUILDING) + 1}号楼`;
    household.unit = `${(place % 4) + 1}-${String(Math.floor(place / 4) + 1).padStart(2, '0')}0${(place % 2) + 1}`;
  });
  facts.women.sort((a, b) => byText(a.household.no, b.household.no));
}
