import { say } from '../../messages/index.js';
import type { Lang } from '../../model/language.js';
import type { AuditResult } from '../../model/result.js';
import { SEVERITIES } from '../../model/severity.js';
import { faultsOf } from '../faults.js';
import { type FindingRow, findingRows } from '../rows.js';

/** The columns of the list of faults. */
export const LIST_COLUMNS = ['severity', 'community', 'building', 'kind', 'message', 'place'] as const;

/** What the page hands to its script. */
export interface Payload {
  /** Every text once; all else holds their numbers. */
  texts: string[];
  faults: ListedFault[];
  severities: string[];
  words: {
    shown: string;
    noCommunity: string;
    brings: string;
    more: string;
    proof: string;
    number: string;
    headings: string[];
  };
}

export interface ListedFault {
  /** Severity by its rank; community, building, kind and message by their texts. */
  cells: number[];
  todo: number;
  /** The file in which it is to be mended. */
  file: number;
  /** As `accept` takes it. */
  id: string;
  unsure: boolean;
  places: number[];
  proof: number[];
  follow: Consequence[];
}

/** What follows from a fault: its kind, its message, its first place. */
export type Consequence = [number, number, number];

/**
 * The faults as the page's script takes them, each with what follows from it; texts that come again and again are kept
 * once.
 */
export function payloadOf(result: AuditResult): Payload {
  const { lang } = result.run;
  const { roots, consequences } = faultsOf(result.findings);
  const rows = new Map(findingRows(result).map((row) => [row.finding.id, row]));
  const texts = new Texts();
  const rowOf = ({ id }: { id: string }) => rows.get(id) ?? [];
  const followers = ({ finding }: FindingRow) => (consequences.get(finding.id) ?? []).flatMap(rowOf);
  return {
    faults: roots.flatMap(rowOf).map((row) => faultOf(row, followers(row), texts, lang)),
    texts: texts.all,
    severities: SEVERITIES.map((name) => say(lang, `report.${name}`)),
    words: {
      shown: say(lang, 'page.shown', FILLED_LATER),
      noCommunity: say(lang, 'report.no-community'),
      brings: say(lang, 'page.brings', FILLED_LATER),
      more: say(lang, 'page.more-places', FILLED_LATER),
      proof: say(lang, 'page.proof', FILLED_LATER),
      number: say(lang, 'page.number'),
      headings: LIST_COLUMNS.map((name) => say(lang, `reports.${name}`)),
    },
  };
}

/** Texts, each kept once. */
class Texts {
  readonly all: string[] = [];
  private readonly known = new Map<string, number>();

  keep(text: string): number {
    const at = this.known.get(text) ?? this.all.push(text) - 1;
    this.known.set(text, at);
    return at;
  }
}

function faultOf(row: FindingRow, follow: readonly FindingRow[], texts: Texts, lang: Lang): ListedFault {
  const { community, building, title, message, suggestion, finding, place } = row;
  const undecided = row.unconfirmed ? say(lang, 'report.undecided') : '';
  const places = row.places.length > 0 || !row.missing ? row.places : [row.missing];
  return {
    cells: [
      SEVERITIES.indexOf(row.level),
      ...[community, building, title, undecided + message].map((text) => texts.keep(text)),
    ],
    todo: texts.keep(suggestion),
    file: texts.keep(place?.path ?? ''),
    id: finding.id,
    unsure: row.unconfirmed,
    places: places.map((text) => texts.keep(text)),
    proof: row.evidence.map((text) => texts.keep(text)),
    follow: follow.map((one): Consequence => {
      const [kind, message, place = ''] = [one.title, one.message, one.places[0]];
      return [texts.keep(kind), texts.keep(message), texts.keep(place)];
    }),
  };
}

/** The script of the page puts the numbers in. */
const FILLED_LATER = { total: '{total}', count: '{count}', page: '{page}', pages: '{pages}' };

/** JSON that cannot end the element it stands in. */
export function embedded(payload: Payload): string {
  return JSON.stringify(payload).replace(
    /[<>&\u2028\u2029]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
