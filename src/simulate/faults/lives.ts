import { addYears } from '../calendar.js';
import { type Invention, newPerson } from '../couple.js';
import { NO_METHOD } from '../enrolment.js';
import * as record from '../recording.js';
import { livesHere, marriedTwice } from '../stories.js';
import { aged, coupleOf, type FaultyStory, settle, told } from './story.js';

/** A bride under twenty. */
export function tooYoungBride(invention: Invention): FaultyStory {
  const { random, yearStart } = invention;
  const married = yearStart + random.int(10, 330);
  const couple = coupleOf(invention, aged(invention, random.int(17, 19), married), married, []);
  couple.husband = { ...newPerson(invention, '男', aged(invention, 24, married)), marital: '初婚' };
  livesHere(invention, couple, NO_METHOD);
  settle(invention, couple);
  return told(
    'marriage-age',
    invention.facts.marriages.filter(({ wife }) => wife === couple.wife),
    ['wife_id', 'marriage_date'],
    '女方结婚时不满 20 岁',
  );
}

/** An IUD removed that nobody had put on record. */
export function removedOnly(invention: Invention): FaultyStory {
  const { random, yearStart } = invention;
  const removed = yearStart + random.int(10, 320);
  const older = yearStart - random.int(900, 2500);
  const couple = coupleOf(invention, aged(invention, random.int(24, 30), older), older - 500, [older]);
  const operation = record.recordOperation(invention, couple, '取环', removed);
  livesHere(invention, couple, NO_METHOD);
  settle(invention, couple);
  return told(
    'removal-without-insertion',
    [operation],
    ['method', 'service_date'],
    '登记了取环，没有上环的记录',
  );
}

/** Somebody old dies in spring and moves away in autumn. */
export function movedAfterDeath(invention: Invention): FaultyStory {
  const { random, yearStart, asOf, community } = invention;
  const date = yearStart + random.int(10, 150);
  const person = newPerson(invention, '男', addYears(asOf, -random.int(66, 85)) - random.int(1, 300));
  const death = record.recordDeath(invention, person, date);
  const later = date + random.int(40, 180);
  const move = { kind: 'move', person, direction: '迁出', date: later, from: community, to: '外省' } as const;
  invention.facts.moves.push(move);
  invention.facts.shared.push(person);
  return told('event-after-death', [death, move], ['death_date', 'move_date'], '死亡登记之后又登记迁出');
}

/** Two marriages of one person, both said to be the first. */
export function firstTwice(invention: Invention): FaultyStory {
  marriedTwice(invention);
  const [earlier, later] = invention.facts.marriages.slice(-2);
  if (!earlier || !later) throw new Error('a story of two marriages has two');
  const ofHim = earlier.husband === later.husband;
  (ofHim ? later.husband : later.wife).marital = '初婚';
  if (ofHim) later.husbandOrder = '初婚';
  else later.wifeOrder = '初婚';
  invention.facts.shared.push(earlier.husband, earlier.wife, later.husband, later.wife);
  return told(
    'overlapping-marriage',
    [later, earlier],
    [ofHim ? 'husband_order' : 'wife_order'],
    '同一人两次结婚都登记为初婚',
  );
}
