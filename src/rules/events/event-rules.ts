import { PRIMARY } from '../../match/events/kinds/index.js';
import type { RegisterName } from '../../registers/types.js';
import type { Bilingual, Rule, SharedSelect } from '../rule.js';
import { type RuleDescription, sharing } from '../shared.js';
import { duplicatedSelect } from './duplicated.js';
import { type Mismatched, mismatchedSelect } from './mismatched.js';
import { type Omitted, omittedSelect } from './omitted.js';

type Sentences = Pick<Rule, 'title' | 'why' | 'remedy' | 'message'>;

/** What the three rules about one kind of event say, and what they compare. Sentences that are not given are those of most kinds. */
interface EventFamily extends Mismatched, Omitted {
  /** Registers besides the primary one whose claims make a point lack or contradict the event. */
  also?: readonly RegisterName[];
  /** What the kind is called in titles. */
  name: Bilingual;
  /** An event of the kind in a sentence; a comma at its end falls away before a colon. */
  event: Bilingual;
  omitted: Pick<Sentences, 'why' | 'remedy'> & Partial<Sentences>;
  duplicated?: Partial<Sentences>;
  mismatched?: Partial<Sentences>;
}

/** What most events that a point lacks have in common. */
const lacking = ({ name, event }: EventFamily): Pick<Sentences, 'title' | 'message'> => ({
  title: { zh: `${name.zh}漏报`, en: `${name.en} omitted` },
  message: {
    zh: `${event.zh}：{missing}没有，见所列登记。`,
    en: `${event.en} is missing from {missing}; see the records listed.`,
  },
});

/** What most events that are entered twice have in common. */
const twice = ({ name, event }: EventFamily): Sentences => ({
  title: { zh: `${name.zh}重报`, en: `${name.en} duplicated` },
  why: {
    zh: '同一件事在同一处登记两次，统计数就多出一件。',
    en: 'One event entered twice at one point makes the count one too many.',
  },
  remedy: {
    zh: '核对后删去多余的一条；如果确是两件事，请更正使它们相同的那些栏。',
    en: 'Delete the surplus record; if there really are two events, correct what makes the records alike.',
  },
  message: {
    zh: `${event.zh}，{point}登记了 {times} 次。`,
    en: `${event.en} is entered {times} times at {point}.`,
  },
});

/** What most events on which the registers differ have in common. */
const different = ({ name, event }: EventFamily): Sentences => ({
  title: { zh: `${name.zh}信息不一致`, en: `${name.en} mismatched` },
  why: {
    zh: '各处登记的是同一件事，填写的内容应当相同。',
    en: 'The registers speak of the same event; what they say should agree.',
  },
  remedy: {
    zh: '查看原始凭证，把填错的那一处改正。',
    en: 'Look at the original document and correct the register that is wrong.',
  },
  message: {
    zh: `${event.zh}，各处登记不一致：{cells}。{guess}`,
    en: `${event.en.replace(/,$/, '')}: the registers differ: {cells}. {guess}`,
  },
});

/**
 * The rules about one kind of event:
 *
 * - `<kind>/omitted`: a point, or a register of people at it, lacks an event that others show
 * - `<kind>/duplicated`: the primary register of one point claims an event more than once
 * - `<kind>/mismatched`: the claims of one event disagree on a value
 */
export function eventRules(family: EventFamily): readonly Rule[] {
  const { kind, also = [], besides } = family;
  const primary = PRIMARY[kind];
  const any = [primary, ...also];
  const rule = (
    slug: string,
    select: SharedSelect<EventFamily>,
    said: Omit<RuleDescription, 'name' | 'severity'>,
  ) => sharing(select, { name: `${kind}/${slug}`, severity: 'error', ...said }, () => family);
  return [
    rule('omitted', omittedSelect, {
      needs: { any },
      silentWithout: besides === undefined ? ['missing'] : [],
      ...lacking(family),
      ...family.omitted,
    }),
    rule('duplicated', duplicatedSelect, {
      needs: { all: [primary] },
      silentWithout: ['surplus'],
      ...twice(family),
      ...family.duplicated,
    }),
    rule('mismatched', mismatchedSelect, {
      needs: { any },
      silentWithout: ['conflicting_claims'],
      ...different(family),
      ...family.mismatched,
    }),
  ];
}
