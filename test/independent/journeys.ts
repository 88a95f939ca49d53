/** Stories of people who come and go: they stay elsewhere, move, die, or work where others look after them. */
import type { Tell } from './lives.js';
import { later, type Person } from './values.js';

/** A family from elsewhere; a child of this year was born here, or before they came. */
const incomers: Tell = (s) => {
  const [husband, wife] = s.couple(1988, 1994);
  const married = s.wedding(wife, 1) < '2020-12-01' ? s.wedding(wife, 1) : '2020-11-11';
  const elder = s.bear(
    wife,
    husband,
    later('2018-03-01', s.daysBetween('2018-01-01', s.day('2018-01-02', '2018-12-01'))),
    1,
  );
  const came = s.day('2019-06-01', '2022-03-01');
  const children = [elder];
  if (s.chance(2)) children.push(s.bear(wife, husband, s.day('2023-02-01', '2023-11-01'), 2));
  for (const fact of s.family.facts) if (fact.kind === 'births') fact.basis = '流入';
  s.household(husband, wife, children, ['初婚', '初婚'], '流入');
  for (const one of [husband, wife]) s.stay(one, '流入', came, '初婚');
  for (const one of children) s.stay(one, '流入', one.birth > came ? one.birth : came, '未婚');
  s.enrol(wife, '初婚', children, {
    husband,
    married,
    first: married,
    method: 'condom',
    residence: '流入',
    category: '流动',
  });
};

/** He, or she, works elsewhere. */
const outgoer: Tell = (s) => {
  const [husband, wife] = s.couple(1984, 1990);
  const married = s.marry(husband, wife, s.wedding(wife, 2));
  const child = s.bear(wife, husband, later(married, 520), 1);
  s.household(husband, wife, [child]);
  const away = s.pick([husband, wife]);
  s.stay(away, '流出', s.day('2022-10-01', '2023-11-20'), '初婚');
  for (const member of s.family.cards[0]?.members ?? [])
    if (member.person === away) member.residence = '流出';
  const residence = away === wife ? '流出' : '常住';
  s.enrol(wife, '初婚', [child], {
    husband,
    married,
    first: married,
    method: 'iud',
    since: later(child.birth, 150),
    residence,
  });
};

/** Was away, and is back. */
const returned: Tell = (s) => {
  const [husband, wife] = s.couple(1984, 1990);
  const married = s.marry(husband, wife, s.wedding(wife, 2));
  s.household(husband, wife, []);
  s.stay(husband, '流出', s.day('2021-02-01', '2022-06-01'), '初婚', s.day('2023-02-01', '2023-11-20'));
  s.enrol(wife, '初婚', [], { husband, married, first: married, method: 'pill' });
};

/** The family came to be registered here this year; the child was born before. */
const movedIn: Tell = (s) => {
  const [husband, wife] = s.couple(1988, 1992);
  const married = s.wedding(wife, 2);
  const child = s.bear(
    wife,
    husband,
    later('2019-01-01', s.daysBetween('2018-01-01', s.day('2018-01-01', '2019-12-01'))),
    1,
  );
  s.household(husband, wife, [child]);
  const date = s.day('2023-02-01', '2023-11-30');
  for (const person of [husband, wife, child])
    s.family.facts.push({
      kind: 'moves',
      community: s.community,
      person,
      direction: '迁入',
      date,
      from: '龙江省外',
      to: s.community,
    });
  s.enrol(wife, '初婚', [child], { husband, married, first: married, method: 'condom' });
};

/** From one community to the other, with their registration. */
const movedOver: Tell = (s) => {
  const [husband, wife] = s.couple(1984, 1990);
  const married = s.marry(husband, wife, s.wedding(wife, 2));
  const card = s.secondCard();
  s.family.cards.shift();
  const people: [Person, string][] = [
    [husband, '户主'],
    [wife, '配偶'],
  ];
  for (const [person, relation] of people)
    card.members.push({ person, relation, marital: '初婚', residence: '常住' });
  const date = s.day('2023-02-01', '2023-11-30');
  const ends = [
    [s.community, '迁出'],
    [s.elsewhere, '迁入'],
  ] as const;
  for (const [person] of people)
    for (const [community, direction] of ends)
      s.family.facts.push({
        kind: 'moves',
        community,
        person,
        direction,
        date,
        from: s.community,
        to: s.elsewhere,
      });
  s.enrol(wife, '初婚', [], {
    community: s.elsewhere,
    card: card.no,
    husband,
    married,
    first: married,
    method: 'pill',
  });
};

/** An old couple, one of whom died this year. */
const elders: Tell = (s) => {
  const [husband, wife] = s.couple(1938, 1955);
  const date = s.day('2023-01-05', '2023-12-05');
  const [dead, left] = s.chance(2) ? [husband, wife] : [wife, husband];
  s.lives(left, '户主', '丧偶');
  if (s.chance(2)) s.lives(dead, '配偶', '初婚').died = date;
  s.family.facts.push({ kind: 'deaths', community: s.community, person: dead, date });
};

/** A baby of this year who died. */
const bereft: Tell = (s) => {
  const [husband, wife] = s.couple(1992, 1996);
  const married = s.marry(husband, wife, s.day('2020-03-01', '2021-12-01'));
  const child = s.bear(wife, husband, s.day('2023-02-03', '2023-06-20'), 1);
  s.household(husband, wife, []);
  s.family.facts.push({
    kind: 'deaths',
    community: s.community,
    person: child,
    date: later(child.birth, 90),
  });
  s.enrol(wife, '初婚', [], { husband, married, first: married, method: 'condom', last: child.birth });
};

const expecting: Tell = (s) => {
  const [husband, wife] = s.couple(1993, 1997);
  const married = s.marry(husband, wife, s.day('2020-06-01', '2022-12-01'));
  s.household(husband, wife, []);
  s.enrol(wife, '初婚', [], {
    husband,
    married,
    first: married,
    method: '现孕',
    due: s.pick(['2024-02-11', '2024-05-20']),
  });
};

/** She lives in the other community for a time: two cards, two ends of a stay. */
const crossing: Tell = (s) => {
  const [husband, wife] = s.couple(1985, 1990);
  const married = s.marry(husband, wife, s.wedding(wife, 2));
  const card = s.secondCard();
  s.lives(husband, '户主', '初婚');
  s.lives(wife, '配偶', '初婚', '流出');
  s.lives(wife, '户主', '初婚', '流入', 1);
  const start = s.day('2021-05-01', '2023-10-01');
  const ends = [
    [s.community, '流出'],
    [s.elsewhere, '流入'],
  ] as const;
  for (const [community, direction] of ends)
    s.family.facts.push({
      kind: 'migrants',
      community,
      person: wife,
      direction,
      home: s.community,
      present: s.elsewhere,
      start,
      marital: '初婚',
    });
  const row = { husband, married, first: married, method: 'condom' };
  s.enrol(wife, '初婚', [], { ...row, residence: '流出' });
  s.enrol(wife, '初婚', [], {
    ...row,
    residence: '流入',
    category: '流动',
    community: s.elsewhere,
    card: card.no,
  });
};

/** Her work unit looks after her together with the community. */
const employed: Tell = (s) => {
  const [husband, wife] = s.couple(1980, 1988);
  const married = s.marry(husband, wife, s.wedding(wife, 2));
  const child = s.bear(wife, husband, later(married, 620), 1);
  s.household(husband, wife, [child]);
  const work = { category: '协管', employer: '柳溪纺织厂', noticed: s.day('2023-08-01', '2023-11-30') };
  s.enrol(wife, '初婚', [child], {
    husband,
    married,
    first: married,
    method: 'iud',
    since: later(child.birth, 200),
    ...work,
  });
};

export const AWAY: Readonly<Record<string, Tell>> = {
  incomers,
  outgoer,
  returned,
  movedIn,
  movedOver,
  elders,
  bereft,
  expecting,
  crossing,
  employed,
};
