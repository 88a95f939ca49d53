import { checkDigit } from '../../keys/id.js';
import { ageAt } from '../calendar.js';
import { newPerson } from '../couple.js';
import type { Fault, Place } from '../faults/scene.js';
import { countMembers, type Facts, type Household, type Person } from '../people.js';
import { personOf } from '../rows.js';
import { type Before, keep } from './before.js';

/** So many households of two thousand people are put in order in each of these ways, and so many come or go for nothing. */
const SLIPS = 4;
const PLANTED = 2;
/** Households that are looked at for each that is wanted: most have had some event, and are left alone. */
const TRIES = 50;

/** Cards divided, names and IDs corrected, families handed over; all of it explains itself. */
export function addSlips(before: Before, hasNext: boolean): void {
  const quiet = new QuietHouseholds(before);
  quiet.choose(SLIPS, ({ members }) => {
    const other = before.invention.random.pick(before.invention.facts.households);
    for (const { person } of members) before.edits.set(person, { household_no: other.no });
  });
  quiet.choose(SLIPS, (household) => misspell(before, household));
  quiet.choose(SLIPS, (household) => mistype(before, household));
  quiet.choose(hasNext ? SLIPS : 0, ({ members }) => {
    for (const { person } of members) before.handed.add(person);
  });
  quiet.choose(PLANTED, (household) => join(before, household));
  for (let i = 0; i < quiet.times(PLANTED); i++) vanish(before);
}

/** Households in which nothing happened, each for one thing. */
class QuietHouseholds {
  private readonly busy: Set<Person>;

  constructor(private readonly before: Before) {
    this.busy = busyIn(before.invention.facts);
  }

  times(perTwoThousand: number): number {
    const people = countMembers(this.before.invention.facts);
    return perTwoThousand === 0 ? 0 : Math.max(1, Math.round((perTwoThousand * people) / 2000));
  }

  choose(perTwoThousand: number, happens: (household: Household) => void): void {
    const { random, facts } = this.before.invention;
    let left = this.times(perTwoThousand);
    for (let tries = TRIES * (left + 4); left > 0 && tries > 0; tries--) {
      const household = random.pick(facts.households);
      if (household.members.some(({ person }) => this.busy.has(person))) continue;
      for (const { person } of household.members) this.busy.add(person);
      happens(household);
      left -= 1;
    }
  }
}

/** Everybody to whom something happened, who lives elsewhere, or whom two communities keep. */
function busyIn({
  births,
  marriages,
  operations,
  stays,
  deaths,
  moves,
  shared,
  households,
}: Facts): Set<Person> {
  const busy = new Set<Person>(shared);
  for (const { child, mother, father } of births) busy.add(child).add(mother).add(father);
  for (const { husband, wife } of marriages) busy.add(husband).add(wife);
  for (const { woman, husband } of operations) busy.add(woman).add(husband);
  for (const { person } of [...stays, ...deaths, ...moves]) busy.add(person);
  const away = households.filter(({ members }) => members.some(({ residence }) => residence !== '常住'));
  for (const { members } of away) for (const { person } of members) busy.add(person);
  return busy;
}

/** A name was written otherwise, or a small child had none yet. */
function misspell({ invention, edits }: Before, { members }: Household): void {
  const { person } = invention.random.pick(members);
  const { surname, given } = person.name;
  const small = ageAt(person.birth, invention.asOf) < 2;
  edits.set(person, {
    name: small ? '' : surname + given.slice(0, -1) + (given.endsWith('英') ? '华' : '英'),
  });
}

/** An ID had a wrong digit: its check digit shows it, or was computed for the wrong number. */
function mistype({ invention, edits }: Before, { members }: Household): void {
  const { person } = invention.random.pick(members);
  const { id } = person;
  const body = `${id.slice(0, 15)}${(Number(id[15]) + 3) % 10}${id[16]}`;
  edits.set(person, { id: body + (invention.random.chance(0.5) ? id[17] : checkDigit(body)) });
}

/** A household that last month did not know. */
function join({ invention, rosters, absent, joined }: Before, { members }: Household): void {
  for (const { person } of members) {
    absent.add(person);
    const places = rosters.flatMap((table) =>
      table.rows.filter((row) => personOf(row) === person).map((row) => ({ table, row })),
    );
    joined.set(
      person,
      newFault('roster/unexplained', invention.community, '上月没有此人，也没有来由', places),
    );
  }
}

/** A couple whom only last month knows. */
function vanish(before: Before): void {
  const { invention, vanished } = before;
  const birth = invention.asOf - invention.random.int(9000, 16_000);
  const couple = [newPerson(invention, '男', birth - 400), newPerson(invention, '女', birth)];
  keep(before, couple);
  for (const person of couple)
    vanished.set(person, newFault('roster/vanished', invention.community, '本月没有此人，也没有去向', []));
}

function newFault(kind: string, community: string, description: string, places: Place[]): Fault {
  return { kind, community, point: 'card', register: 'households', places, description, consequences: [] };
}
