import type { EventKindName } from '../../model/event-kinds.js';
import type { RegisterName } from '../../registers/types.js';
import type { Rule } from '../rule.js';
import { sharing } from '../shared.js';
import { duplicatedSelect } from './duplicated.js';
import { type Mismatched, mismatchedSelect } from './mismatched.js';
import { omittedSelect } from './omitted.js';

type Sentences = Pick<Rule, 'title' | 'why' | 'remedy' | 'message'>;

/** What the three rules about one kind of event say, and what they compare. */
interface EventFamily {
  kind: EventKindName;
  /** The register that speaks for its point. */
  primary: RegisterName;
  /** All registers that claim the event. */
  claimed: readonly RegisterName[];
  /** `besides`: a further SELECT with the columns of the omissions. */
  omitted: Sentences & { besides?: string };
  duplicated: Pick<Sentences, 'title' | 'message'> & Partial<Sentences>;
  mismatched: Pick<Sentences, 'title' | 'message'> & Partial<Sentences> & Omit<Mismatched, 'kind'>;
}

/** What most events that are entered twice have in common. */
const TWICE = {
  why: {
    zh: '同一件事在同一处登记两次，统计数就多出一件。',
    en: 'One event entered twice at one point makes the count one too many.',
  },
  remedy: {
    zh: '核对后删去多余的一条；如果确是两件事，请更正使它们相同的那些栏。',
    en: 'Delete the surplus record; if there really are two events, correct what makes the records alike.',
  },
};

/** What most events on which the registers differ have in common. */
const DIFFERENT = {
  why: {
    zh: '各处登记的是同一件事，填写的内容应当相同。',
    en: 'The registers speak of the same event; what they say should agree.',
  },
  remedy: {
    zh: '查看原始凭证，把填错的那一处改正。',
    en: 'Look at the original document and correct the register that is wrong.',
  },
};

/**
 * The rules about one kind of event:
 *
 * - `<kind>/omitted`: a point, or a register of people at it, lacks an event that others show
 * - `<kind>/duplicated`: the primary register of one point claims an event more than once
 * - `<kind>/mismatched`: the claims of one event disagree on a value
 */
export function eventRules({
  kind,
  primary,
  claimed,
  omitted,
  duplicated,
  mismatched,
}: EventFamily): readonly Rule[] {
  const { besides, ...lacking } = omitted;
  const { compared, by, anyClaim, ...differing } = mismatched;
  return [
    sharing(
      omittedSelect,
      {
        name: `${kind}/omitted`,
        severity: 'error',
        needs: { any: claimed },
        ...(besides === undefined ? { silentWithout: ['missing'] } : {}),
        ...lacking,
      },
      () => ({ kind, ...(besides === undefined ? {} : { besides }) }),
    ),
    sharing(
      duplicatedSelect,
      {
        name: `${kind}/duplicated`,
        severity: 'error',
        needs: { all: [primary] },
        silentWithout: ['surplus'],
        ...TWICE,
        ...duplicated,
      },
      () => ({ kind }),
    ),
    sharing(
      mismatchedSelect,
      {
        name: `${kind}/mismatched`,
        severity: 'error',
        needs: { any: claimed },
        silentWithout: ['conflicting_claims'],
        ...DIFFERENT,
        ...differing,
      },
      () => ({ kind, compared, ...(by === undefined ? {} : { by }), ...(anyClaim ? { anyClaim } : {}) }),
    ),
  ];
}
