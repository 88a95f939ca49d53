/** Weighs the findings of an audit against what was planted. */
import type { Planted } from './hand.js';
import type { Row } from './rows.js';
import { placeOf } from './write.js';

/** What of the JSON contract (section 7) is looked at. */
export interface Finding {
  rule: string;
  severity: string;
  community: string;
  message: string;
  causedBy: string | null;
  records: { path: string; sheet?: string; row: number }[];
}

export interface Count {
  way: string;
  rule: string;
  found: number;
  twice: Finding[];
}

export interface Verdict {
  counts: Count[];
  /** Errors and warnings on nobody who was touched. */
  invented: Finding[];
}

export function weigh(
  findings: readonly Finding[],
  planted: readonly Planted[],
  places: readonly [Row, string][],
): Verdict {
  const faults = new Map(
    planted.flatMap((fault) => [...fault.rows].map((row): [Row, Planted] => [row, fault])),
  );
  const owner = new Map(
    places.map(([row, place]): [string, Planted | undefined] => [place, faults.get(row)]),
  );
  const told = new Map(planted.map((fault): [Planted, Finding[]] => [fault, []]));
  const invented: Finding[] = [];
  for (const finding of findings.filter(({ causedBy }) => causedBy === null)) {
    const cited = finding.records.map(({ path, sheet, row }) => owner.get(placeOf(path, sheet ?? '', row)));
    const fault = cited.find((one) => one !== undefined);
    if (fault) told.get(fault)?.push(finding);
    else if (finding.severity !== 'notice') invented.push(finding);
  }
  return {
    counts: planted.filter(({ kept }) => kept).map((fault) => count(fault, told.get(fault) ?? [])),
    invented,
  };
}

/** One finding tells it; other errors and warnings on the same people tell it again. */
function count({ way, rules, notice }: Planted, findings: Finding[]): Count {
  const telling = findings.find(
    ({ rule, severity }) => rules.includes(rule) && (notice || severity !== 'notice'),
  );
  const twice = findings.filter((finding) => finding !== telling && finding.severity !== 'notice');
  return { way, rule: rules[0] ?? '', found: telling ? 1 : 0, twice };
}

const say = ({ rule, community, message, records }: Finding): string =>
  `${rule} ${community}: ${message} @ ${records.map((r) => placeOf(r.path, r.sheet ?? '', r.row)).join(' ; ')}`;

/** What went wrong, a line each, for the engineer. */
export function explain({ counts, invented }: Verdict): string[] {
  return [
    ...counts
      .filter(({ found }) => found === 0)
      .map(({ way, rule, twice }) => `MISSED ${way} (${rule}) instead: ${twice.map(say).join('\n     ')}`),
    ...counts
      .filter(({ found }) => found > 0)
      .flatMap(({ way, twice }) => twice.map((one) => `TWICE ${way}: ${say(one)}`)),
    ...invented.map((one) => `INVENTED ${say(one)}`),
  ];
}

/** Rule, way, planted, found, told twice. */
export const tableOf = (counts: readonly Count[]): string =>
  ['rule | way | planted | found | told twice']
    .concat(
      counts.map(({ rule, way, found, twice }) => `${rule} | ${way} | 1 | ${found} | ${twice.length}`).sort(),
    )
    .join('\n');
