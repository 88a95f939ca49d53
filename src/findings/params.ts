import { put } from '../keys/order.js';
import { say, sayOr } from '../messages/index.js';
import type { CitedRecord } from '../model/finding.js';
import type { Lang } from '../model/language.js';
import type { RawFinding } from '../rules/raw-finding.js';
import type { Rule } from '../rules/rule.js';
import type { SqlRow } from '../store/store.js';
import { registerOf, valueText } from './column-types.js';
import { strange } from './written.js';

export type Params = Record<string, string | number | null>;

/** Places that a sentence names for one value before it says how many there are. */
const PLACES_NAMED = 3;

/** The parameters that the sentences of a rule use: evidence, and what is known of every finding. */
export function paramsOf(known: Known): Params {
  const params: Params = {};
  for (const name of placeholders(known.finding.rule)) {
    const value = known.evidence[name] ?? KNOWN[name]?.(known) ?? null;
    params[name] = typeof value === 'boolean' ? String(value) : value;
  }
  return params;
}

const PLACEHOLDERS = new WeakMap<Rule, string[]>();

/** Names in braces in the sentences of a rule. */
function placeholders(rule: Rule): string[] {
  const known = PLACEHOLDERS.get(rule);
  if (known) return known;
  const text = rule.message.zh + rule.message.en + rule.remedy.zh + rule.remedy.en;
  const names = [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))];
  PLACEHOLDERS.set(rule, names);
  return names;
}

/** What sentences are about. */
interface Known {
  finding: RawFinding;
  places: readonly CitedRecord[];
  evidence: SqlRow;
  lang: Lang;
}

/** What sentences may speak of whatever the rule (see `rule.ts`). */
const KNOWN: Readonly<Record<string, (known: Known) => string | number>> = {
  community: ({ finding }) => finding.community,
  point: ({ finding, places, lang }) =>
    pointName(finding.point ?? places[0]?.point ?? finding.missing[0]?.point ?? '', lang),
  register: ({ lang, ...known }) => registerName(firstRegister(known), lang),
  heading: ({ finding, places }) =>
    places[0]?.headings[0] ??
    headingOf(firstRegister({ finding, places }), finding.cited[0]?.columns[0] ?? ''),
  value: ({ places: [first], evidence, lang }) =>
    (first ? shown(first, 0, lang) : '') || String(evidence.raw ?? ''),
  cells: ({ places, lang }) => listCells(places, lang),
  missing: ({ finding: { missing, community }, lang }) =>
    missing.map((claimant) => describeMissing(claimant, community, lang)).join(say(lang, 'report.comma')),
  reason: ({ evidence, lang }) => reasonOf(evidence, lang),
  guess: ({ evidence, lang }) =>
    evidence.detail ? say(lang, 'rules.guess', { reason: reasonOf(evidence, lang) }) : '',
  kind: ({ evidence, lang }) =>
    sayOr(lang, `report.event-${evidence.event_kind}`, String(evidence.event_kind)),
  lists: ({ evidence, lang }) => {
    const points = String(evidence.list_points ?? '').split(' ');
    return points.map((point) => pointName(point, lang)).join(say(lang, 'report.comma'));
  },
  corrections: ({ evidence, lang }) =>
    evidence.repair ? say(lang, 'rules.corrections', texts(evidence)) : '',
  numbers: ({ evidence, lang }) =>
    evidence.wrong_id === evidence.right_id ? '' : say(lang, 'rules.two-ids', texts(evidence)),
  digits: ({ finding, lang }) => differingDigits(finding.evidence, lang),
  records: ({ finding }) => finding.cited.length,
};

type Claimant = RawFinding['missing'][number];

/** Names that every sentence of a rule may use besides its evidence. */
export const KNOWN_PARAMS: readonly string[] = Object.keys(KNOWN);

/** Of so many differing digits each is named; their neighbours stay hidden. */
const MOST_DIGITS = 4;

/** How two IDs differ: digit by digit, or in length. A few digits tell the clerk what to look at, and nobody who it is. */
function differingDigits({ wrong_id, right_id }: SqlRow, lang: Lang): string {
  const [wrong, right] = [String(wrong_id ?? ''), String(right_id ?? '')];
  if (wrong.length !== right.length) {
    return say(lang, 'rules.other-length', { here: wrong.length, there: right.length });
  }
  const places = [...wrong].flatMap((digit, i) => (digit === right[i] ? [] : [i]));
  if (places.length > MOST_DIGITS) return say(lang, 'rules.many-digits', { count: places.length });
  const told = places.map((i) => say(lang, 'rules.digit', { place: i + 1, here: wrong[i], there: right[i] }));
  return told.join(say(lang, 'report.semicolon'));
}

/** The words for the evidence `detail`, which may speak of other evidence. */
function reasonOf(evidence: SqlRow, lang: Lang): string {
  const { detail } = evidence;
  return sayOr(lang, `reason.${detail}`, String(detail ?? ''), texts(evidence));
}

function texts(evidence: SqlRow): Record<string, string> {
  return Object.fromEntries(Object.entries(evidence).map(([name, value]) => [name, String(value ?? '')]));
}

function firstRegister({ finding, places }: Pick<Known, 'finding' | 'places'>): string {
  return places[0]?.register ?? finding.missing[0]?.register ?? '';
}

/**
 * What the cited cells say: places that say the same stand together, those that few others agree with first, since
 * the slip is mostly there.
 */
function listCells(places: readonly CitedRecord[], lang: Lang): string {
  const byValue = new Map<string, string[]>();
  for (const place of places) {
    place.columns.forEach((_, n) => {
      put(byValue, shown(place, n, lang) || say(lang, 'rules.blank'), nameCell(place, n, lang));
    });
  }
  const groups = [...byValue].sort(([, a], [, b]) => a.length - b.length);
  const cells = (value: string, named: readonly string[]) =>
    say(lang, 'rules.cells', { places: listPlaces(named, lang), value });
  return groups.map(([value, named]) => cells(value, named)).join(say(lang, 'report.semicolon'));
}

function nameCell(place: CitedRecord, n: number, lang: Lang): string {
  const text = strange(place, place.columns[n] ?? '');
  const heading = unstarred(place.headings[n]);
  const cell = say(lang, 'rules.cell', { point: pointName(place.point, lang), heading });
  return text === undefined ? cell : cell + say(lang, 'report.written', { text });
}

function listPlaces(cells: readonly string[], lang: Lang): string {
  const named = [...new Set(cells)].slice(0, PLACES_NAMED).join(say(lang, 'report.comma'));
  return cells.length > PLACES_NAMED ? say(lang, 'rules.and-more', { named, total: cells.length }) : named;
}

/** A heading without the asterisk that marks a required column. */
function unstarred(heading = ''): string {
  return heading.replace(/^[*＊\s]+|[*＊\s]+$/g, '');
}

/** The value of a cited cell as people read it: methods by their Chinese word. */
function shown({ register, columns, values }: CitedRecord, n: number, lang: Lang): string {
  const column = columns[n] ?? '';
  return valueText(register, column, values[column] ?? '', lang);
}

function describeMissing({ point, register, community }: Claimant, at: string, lang: Lang): string {
  const params = { point: pointName(point, lang), register: registerName(register, lang), community };
  return say(lang, community && community !== at ? 'rules.missing-elsewhere' : 'rules.missing', params);
}

/** A point as people call it; points of the user's own are called what they are. */
function pointName(point: string, lang: Lang): string {
  return sayOr(lang, `point.${point}`, point);
}

function registerName(register: string, lang: Lang): string {
  return (lang === 'zh' && registerOf(register)?.heading) || register;
}

function headingOf(register: string, column: string): string {
  return registerOf(register)?.columns.find(({ name }) => name === column)?.heading ?? column;
}
