import { z } from 'zod';
import { EVENT_REGISTERS } from '../../registers/event-dates.js';
import type { Rule } from '../rule.js';

const options = z.strictObject({ lists: z.enum(['witness', 'points']), min_matched: z.int().positive() });

/** What no list holds, estimated from how far the lists agree (see `measure/estimates.ts`). */
export const estimatedOmission: Rule<z.infer<typeof options>> = {
  name: 'coverage/estimated-omission',
  severity: 'notice',
  needs: { any: EVENT_REGISTERS },
  reads: 'measures',
  options,
  defaults: { lists: 'witness', min_matched: 7 },
  title: { zh: '估计的共同漏报', en: 'Estimated omissions of every list' },
  why: {
    zh: '各份名单都没有的事件，可以由各自独立的名单彼此重合的程度来估计。户卡、台账和信息系统互相抄录，同漏同报，不能用来估计；所以默认用外部名单（医院、民政、公安等）和一个点。',
    en: 'What no list holds can be estimated from the overlap of lists drawn up independently. Card, ledger and system are keyed from one another and miss the same events, so they cannot be used; by default a witness (hospital, civil affairs, police) and a point are.',
  },
  remedy: {
    zh: '这是全区的估计数，不指向任何人。重合少或名单相互依赖时不可靠；可据此安排入户抽查。',
    en: 'This is an estimate for the whole area and points at nobody. With little overlap, or lists that depend on each other, it is not reliable; use it to plan spot audits.',
  },
  message: {
    zh: '{kind}：由{lists}估计共 {estimated} 例，已登记 {seen} 例，估计各处都漏报 {missed} 例（总数 {low}–{high}）。{models}。{guess}',
    en: '{kind}: from {lists}, an estimated {estimated} in all; {seen} are on record, about {missed} on none (total {low}–{high}). {models}. {guess}',
  },
  select: ({ options: { lists, min_matched } }) => `
    SELECT CONCAT(t.event_kind, '|', t.basis) AS finding, 0 AS ordinal, CAST(NULL AS BIGINT) AS record, '' AS columns,
      '' AS community, CONCAT(t.event_kind, '|', t.basis) AS identity, t.event_kind, t.list_points, t.matched, t.seen,
      t.estimated, t.missed, t.missed AS count, t.low, t.high, t.models,
      CASE WHEN t.basis = 'points' THEN 'dependent-lists' END AS detail
    FROM estimates t WHERE t.basis = '${lists}' AND t.matched >= ${min_matched} AND t.missed >= 1`,
};
