import type { Finding } from '../../src/model/finding.js';
import type { Lang } from '../../src/model/language.js';
import type { AuditResult } from '../../src/model/result.js';
import { exampleResult, finding, place } from '../report/fixture.js';

/** Findings of one community and rule, numbered so that ids are the same in every month. */
interface Batch {
  community: string;
  rule: string;
  from: number;
  to: number;
}

const MESSAGES: Readonly<Record<string, Record<Lang, string>>> = {
  'birth/omitted': { zh: '一次出生，台账没有登记。', en: 'A birth is missing from the ledger.' },
  'birth/mismatched': { zh: '一次出生，各处登记不一致。', en: 'The claims of a birth differ.' },
  'timing/late-registration': { zh: '登记超过期限。', en: 'It was registered late.' },
};
const RULES = Object.keys(MESSAGES);
const COMMUNITIES = ['朝阳社区', '红旗社区', '新华社区'];

/** What the three months of the example hold: first and last number of each batch. */
const MONTHS: Readonly<Record<string, readonly Batch[]>> = {
  '2023-09-30': batches({
    朝阳社区: [
      [0, 12],
      [0, 6],
      [0, 2],
    ],
    红旗社区: [
      [0, 10],
      [0, 2],
      [0, 1],
    ],
    新华社区: [[0, 2], [], []],
  }),
  '2023-10-31': batches({
    朝阳社区: [
      [0, 14],
      [0, 6],
      [0, 4],
    ],
    红旗社区: [[0, 16], [0, 4], []],
    新华社区: [[0, 5], [], []],
  }),
  '2023-11-30': batches({
    朝阳社区: [
      [10, 16],
      [6, 7],
      [2, 4],
    ],
    红旗社区: [[6, 16], [], [0, 1]],
    新华社区: [[4, 5], [], []],
  }),
};

/** In the order of the rules: from the first number up to the second, which is not there. */
function batches(months: Readonly<Record<string, readonly (readonly number[])[]>>): Batch[] {
  return Object.entries(months).flatMap(([community, spans]) =>
    spans.map(([from = 0, to = 0], n) => ({ community, rule: RULES[n] ?? '', from, to })),
  );
}

function findingsOf({ community, rule, from, to }: Batch, lang: Lang): Finding[] {
  return Array.from({ length: to - from }, (_, i) => {
    const number = from + i;
    const key = `${COMMUNITIES.indexOf(community) + 1}${RULES.indexOf(rule) + 1}`;
    return {
      ...finding(key + String(number).padStart(14, '0'), rule, { community }),
      severity: rule.startsWith('timing/') ? ('warning' as const) : ('error' as const),
      message: MESSAGES[rule]?.[lang] ?? '',
      records: [place(`台账/${community}.xlsx`, '', number + 2, 'ledger')],
    };
  });
}

/** The worked example of docs/diff.md: the result of one month. */
export function exampleMonth(asOf: string, lang: Lang): AuditResult {
  const example = exampleResult(lang);
  return {
    ...example,
    run: {
      ...example.run,
      asOf,
      idKey: '0a1b2c3d',
      rules: RULES.map((rule) => ({ rule, status: 'failed', count: 0 })),
    },
    areas: COMMUNITIES.map((area) => ({ area, level: 'community' as const, parts: [] })),
    findings: (MONTHS[asOf] ?? []).flatMap((batch) => findingsOf(batch, lang)),
  };
}
