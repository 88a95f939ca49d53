/** The stories that an invented community is made of; each is clean, and a neighbour of some false alarm. */
import { AS_OF, type Story } from './stories.js';
import { later } from './values.js';

export type Tell = (s: Story) => void;

/** Married long ago, one or two grown children, a method that only the register of women knows. */
const settled: Tell = (s) => {
  const [husband, wife] = s.couple(1976, 1984);
  const married = s.marry(husband, wife, s.wedding(wife, 2));
  const elder = s.bear(wife, husband, later(married, 500), 1);
  const children = s.chance(2) ? [elder, s.bear(wife, husband, later(elder.birth, 1500), 2)] : [elder];
  const last = children.at(-1)?.birth ?? married;
  s.household(husband, wife, children);
  const method = s.pick(['iud', 'female', 'male', 'condom', 'implant']);
  const since = method === 'condom' ? {} : { since: later(last, 120) };
  s.enrol(wife, '初婚', children, { husband, married, first: married, method, ...since });
  for (const daughter of children)
    if (daughter.sex === '女' && later(daughter.birth, 5479) <= AS_OF) s.enrol(daughter, '未婚', []);
};

/** A first child of this year. */
const baby: Tell = (s) => {
  const [husband, wife] = s.couple(1992, 1996);
  const married = s.marry(husband, wife, s.day('2020-03-01', '2022-02-01'));
  const child = s.bear(wife, husband, s.day('2023-01-03', '2023-11-20'), 1);
  s.household(husband, wife, [child]);
  s.enrol(wife, '初婚', [child], { husband, married, first: married, method: '哺乳' });
};

/** A second child of this year, after the IUD was taken out; then she was sterilised. */
const second: Tell = (s) => {
  const [husband, wife] = s.couple(1986, 1992);
  const married = s.marry(husband, wife, s.wedding(wife, 1));
  const elder = s.bear(wife, husband, later(married, 450), 1);
  s.operate(wife, husband, 'iud_removal', s.day('2021-03-01', '2021-12-01'), 1);
  const younger = s.bear(wife, husband, s.day('2023-01-10', '2023-07-30'), 2);
  const since = s.operate(wife, husband, 'female', later(younger.birth, 75), 2);
  s.household(husband, wife, [elder, younger]);
  s.enrol(wife, '初婚', [elder, younger], { husband, married, first: married, method: 'female', since });
};

/** Twins, of one sex or of two. */
const twins: Tell = (s) => {
  const [husband, wife] = s.couple(1990, 1995);
  const married = s.marry(husband, wife, s.day('2020-05-01', '2021-12-01'));
  const date = s.day('2023-02-01', '2023-10-30');
  const one = s.bear(wife, husband, date, 1, '女');
  const other = s.bear(wife, husband, date, 2, s.chance(2) ? '女' : '男');
  s.household(husband, wife, [one, other]);
  s.enrol(wife, '初婚', [one, other], { husband, married, first: married, method: 'condom' });
};

const newlywed: Tell = (s) => {
  const [husband, wife] = s.couple(1994, 2000);
  const married = s.marry(husband, wife, s.day('2023-01-05', '2023-12-01'));
  s.household(husband, wife, []);
  s.enrol(wife, '初婚', [], { husband, married, first: married, method: '待孕' });
};

/** She was married before; the child is of the first marriage. */
const remarried: Tell = (s) => {
  const [husband, wife] = s.couple(1984, 1990);
  const [former] = s.couple(1984, 1988);
  const first = s.wedding(wife, 1);
  const child = s.bear(wife, former, later(first, 600), 1);
  const married = s.marry(husband, wife, s.day('2023-02-01', '2023-11-30'), [
    s.pick(['初婚', '再婚']),
    '再婚',
  ]);
  s.household(husband, wife, [child], ['再婚', '再婚']);
  s.enrol(wife, '再婚', [child], { husband, married, first, method: 'pill' });
};

/** An operation of this year, years after the last child. */
const operated: Tell = (s) => {
  const [husband, wife] = s.couple(1982, 1990);
  const married = s.marry(husband, wife, s.wedding(wife, 2));
  const child = s.bear(wife, husband, later(married, 480), 1);
  const method = s.pick(['iud', 'iud', 'female', 'male', 'implant']);
  const since = s.operate(wife, husband, method, s.day('2023-01-10', '2023-12-05'), 1);
  s.household(husband, wife, [child]);
  s.enrol(wife, '初婚', [child], { husband, married, first: married, method, since });
};

/** An IUD of 2021, taken out this year. */
const removed: Tell = (s) => {
  const [husband, wife] = s.couple(1983, 1990);
  const married = s.marry(husband, wife, s.wedding(wife, 2));
  const child = s.bear(wife, husband, later(married, 480), 1);
  s.operate(wife, husband, 'iud', s.day('2021-02-10', '2021-12-05'), 1);
  s.operate(wife, husband, 'iud_removal', s.day('2023-01-10', '2023-12-05'), 1);
  s.household(husband, wife, [child]);
  s.enrol(wife, '初婚', [child], { husband, married, first: married, method: 'condom' });
};

export const AT_HOME: Readonly<Record<string, Tell>> = {
  settled,
  baby,
  second,
  twins,
  newlywed,
  remarried,
  operated,
  removed,
};
