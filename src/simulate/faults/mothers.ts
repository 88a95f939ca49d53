import { addYears } from '../calendar.js';
import { type Couple, childrenOf, type Invention, newPerson } from '../couple.js';
import { NO_METHOD } from '../enrolment.js';
import * as record from '../recording.js';
import { livesHere } from '../stories.js';
import { aged, coupleOf, type FaultyStory, settle, told } from './story.js';

/** A girl of thirteen has a child. */
export function tooYoungMother(invention: Invention): FaultyStory {
  const { random, yearStart, asOf, registersFrom } = invention;
  const born = yearStart + random.int(10, 330);
  const couple = coupleOf(invention, aged(invention, 13, born), born, [born]);
  couple.husband = newPerson(invention, '男', aged(invention, 24, born));
  couple.wife.marital = '未婚';
  record.recordBirths(invention, couple, { from: registersFrom, to: asOf, basis: '户籍' });
  record.openHousehold(invention, { head: couple.wife, children: childrenOf(couple) });
  return ofMother(invention, couple, '母亲生育时只有 13 岁');
}

/** A woman above fifty has a child. */
export function tooOldMother(invention: Invention): FaultyStory {
  const { random, yearStart } = invention;
  const born = yearStart + random.int(10, 330);
  const wife = aged(invention, random.int(51, 54), born);
  const couple = coupleOf(invention, wife, addYears(wife, 27), [born]);
  livesHere(invention, couple, NO_METHOD);
  return ofMother(invention, couple, '母亲生育时已过 50 岁');
}

function ofMother(invention: Invention, couple: Couple, description: string): FaultyStory {
  return told('mother-age', settle(invention, couple), ['mother_id', 'birth_date'], description);
}

/** A boy and a girl of one mother, some months apart; two boys without names in a list would be one. */
export function bornTooSoon(invention: Invention): FaultyStory {
  const { random, yearStart } = invention;
  const first = yearStart + random.int(10, 140);
  const births = [first, first + random.int(60, 200)];
  const wife = aged(invention, random.int(25, 33), first);
  let couple = coupleOf(invention, wife, first - 500, births);
  while (new Set(childrenOf(couple).map(({ sex }) => sex)).size < 2)
    couple = coupleOf(invention, wife, first - 500, births);
  livesHere(invention, couple, NO_METHOD);
  return told(
    'birth-spacing',
    settle(invention, couple).reverse(),
    ['birth_date', 'mother_id'],
    '同一母亲两次生育只隔几个月',
  );
}

/** A first child registered as a third. */
export function wrongParity(invention: Invention): FaultyStory {
  const { random, yearStart } = invention;
  const born = yearStart + random.int(10, 330);
  const couple = coupleOf(invention, aged(invention, random.int(24, 33), born), born - 500, [born]);
  livesHere(invention, couple, NO_METHOD);
  const births = settle(invention, couple);
  for (const birth of births) birth.parity = 3;
  return told('parity-order', births, ['parity'], '孩次大于现有子女数');
}

/** Sterilised, not reversed, and a child a year later. */
export function bornAfterSterilisation(invention: Invention): FaultyStory {
  return afterOperation(invention, '女扎', 'birth-after-sterilisation', '女扎后未复通又生育');
}

/** An IUD, not removed, and a child a year later. */
export function bornWithIud(invention: Invention): FaultyStory {
  return afterOperation(invention, '上环', 'birth-with-iud', '上环后未取环又生育');
}

function afterOperation(
  invention: Invention,
  method: string,
  rule: string,
  description: string,
): FaultyStory {
  const { random, yearStart } = invention;
  const born = yearStart + random.int(10, 330);
  const fitted = born - random.int(320, 400);
  const older = fitted - random.int(400, 700);
  const couple = coupleOf(invention, aged(invention, random.int(24, 30), older), older - 500, [older, born]);
  const operation = record.recordOperation(invention, couple, method, fitted);
  livesHere(invention, couple, { method, date: fitted, due: null });
  const [birth] = settle(invention, couple).filter(({ child }) => child.birth === born);
  const facts = birth ? [birth, operation] : [operation];
  return told(rule, facts, ['birth_date'], description, ['enrolment/mismatched']);
}
