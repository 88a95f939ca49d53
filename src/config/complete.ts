import type { Severity } from '../model/severity.js';
import { acceptedWords, CODES } from '../registers/codes.js';
import { CODE_NAMES } from '../registers/types.js';
import type { Adjustment, Tuning } from '../rules/tuning.js';
import { assessmentMistakes, toAssessment } from './assessment.js';
import { DEFAULT_CONFIG } from './defaults.js';
import type { Mistake } from './mistakes.js';
import type { RawCommunity, RawConfig, RawFile, RawOffice, RawTarget } from './schema.js';
import type {
  CommunityConfig,
  Config,
  FileConfig,
  OfficeConfig,
  PointConfig,
  TargetConfig,
} from './types.js';
import { toYearEnd, yearEndMistakes } from './year-end.js';

/** A checked file with the defaults put in. `null`, which YAML reads where nothing stands, is absent. */
export function complete(raw: RawConfig, path: string): Config {
  return {
    path,
    communities: (raw.communities ?? []).map(toCommunity),
    points: mergePoints(raw.points ?? {}),
    files: (raw.files ?? []).map(toFile),
    headings: wordLists(raw.headings ?? {}),
    codes: wordLists(raw.codes ?? {}),
    yearStart: raw.year_start ?? DEFAULT_CONFIG.yearStart,
    population: raw.population ?? DEFAULT_CONFIG.population,
    marriageAt: raw.marriage_at ?? DEFAULT_CONFIG.marriageAt,
    ...figuresPart(raw),
    assessment: toAssessment(raw.assessment),
    yearEnd: toYearEnd(raw.yearend),
    rules: mapPresent(raw.rules ?? {}, (one) => toTuning(one)),
    ...(raw.rules_folder ? { rulesFolder: raw.rules_folder } : {}),
    office: toOffice(raw.office ?? {}),
    fingerprintKey: raw.fingerprint_key ?? DEFAULT_CONFIG.fingerprintKey,
    ...(raw.engine ? { engine: raw.engine } : {}),
    ...(raw.remote ? { remote: raw.remote } : {}),
  };
}

/** What concerns reported figures. */
function figuresPart(
  raw: RawConfig,
): Pick<Config, 'indicators' | 'identities' | 'areas' | 'targets' | 'recountBy' | 'monthEnd'> {
  return {
    indicators: (raw.indicators ?? []).map(({ code, name, synonyms, ...rest }) => ({
      code,
      name: name ?? code,
      synonyms: synonyms ?? [],
      ...present(rest),
    })),
    identities: raw.identities ?? [],
    areas: (raw.areas ?? []).map(({ name, parts, ...rest }) => ({ name, parts, ...present(rest) })),
    targets: (raw.targets ?? []).map(toTarget),
    recountBy: raw.recount_by ?? DEFAULT_CONFIG.recountBy,
    monthEnd: raw.month_end ?? DEFAULT_CONFIG.monthEnd,
  };
}

/** A target as the file has it, with the names that the program uses. */
export function toTarget(raw: RawTarget): TargetConfig {
  const { indicator, at_most: atMost, at_least: atLeast, area, year } = raw;
  return { indicator, ...present({ atMost, atLeast, area, year }) };
}

/** What a shape cannot say: points that files name exist, and no word means two things. */
export function contradictions(raw: RawConfig): Mistake[] {
  const points = mergePoints(raw.points ?? {}).map((point) => point.name);
  const unknownPoints = (raw.files ?? []).flatMap((file, at): Mistake[] =>
    file.point && !points.includes(file.point)
      ? [{ path: ['files', at, 'point'], kind: 'unknown', name: file.point, valid: points }]
      : [],
  );
  return [
    ...unknownPoints,
    ...unknownCommunities(raw),
    ...sharedCommunityNames(raw),
    ...sharedCodeWords(raw),
    ...halfRates(raw),
    ...assessmentMistakes(raw, points),
    ...yearEndMistakes(raw, points),
  ];
}

type RawAdjustment = Record<string, unknown> & { off?: boolean | null; severity?: Severity | null };

function toTuning({ communities, ...rest }: RawAdjustment & { communities?: unknown }): Tuning {
  const own = (communities ?? {}) as Record<string, RawAdjustment>;
  return { ...toAdjustment(rest), communities: mapPresent(own, toAdjustment) };
}

function toAdjustment({ off, severity, ...options }: RawAdjustment): Adjustment {
  return { ...present({ off, severity }), options: present(options) };
}

function toCommunity({ name, synonyms, ...rest }: RawCommunity): CommunityConfig {
  return { name, synonyms: synonyms ?? [], ...present(rest) };
}

function toFile({ glob, ...rest }: RawFile): FileConfig {
  return { glob, ...present(rest) };
}

/** Words given for a known point are added to its own; other points are new ones. */
function mergePoints(raw: NonNullable<RawConfig['points']>): PointConfig[] {
  const known = DEFAULT_CONFIG.points.map((point) => {
    const more = raw[point.name];
    if (!more) return point;
    return {
      ...point,
      words: [...point.words, ...(more.words ?? [])],
      witness: more.witness ?? point.witness,
    };
  });
  const added = Object.entries(raw)
    .filter(([name]) => !known.some((point) => point.name === name))
    .map(([name, { words, witness }]) => ({ name, words: words ?? [name], witness: witness ?? false }));
  return [...known, ...added];
}

/** Two levels of names above lists of words, without the empty ones. */
function wordLists(
  raw: Record<string, Record<string, string[] | null | undefined> | null | undefined>,
): Record<string, Record<string, string[]>> {
  return mapPresent(raw, (lists) => mapPresent(lists, (words) => words));
}

function mapPresent<From, To>(from: Record<string, From | null | undefined>, to: (value: From) => To) {
  const result: Record<string, To> = {};
  for (const [name, value] of Object.entries(from)) {
    if (value !== null && value !== undefined) result[name] = to(value);
  }
  return result;
}

/** An object without the keys that hold nothing. */
function present<Value extends object>(value: Value): { [Key in keyof Value]?: NonNullable<Value[Key]> } {
  const entries = Object.entries(value).filter(([, held]) => held !== null && held !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof Value]?: NonNullable<Value[Key]> };
}

function sharedCommunityNames(raw: RawConfig): Mistake[] {
  const seen = new Set<string>();
  return (raw.communities ?? []).flatMap((community, at) =>
    [community.name, ...(community.synonyms ?? [])].flatMap((name): Mistake[] => {
      if (seen.has(name)) return [{ path: ['communities', at], kind: 'twice', name }];
      seen.add(name);
      return [];
    }),
  );
}

/** Where communities are listed, rules are adjusted for these alone. */
function unknownCommunities(raw: RawConfig): Mistake[] {
  const valid = (raw.communities ?? []).map(({ name }) => name);
  if (valid.length === 0) return [];
  return Object.entries(raw.rules ?? {}).flatMap(([rule, tuning]) =>
    Object.keys(tuning?.communities ?? {})
      .filter((name) => !valid.includes(name))
      .map((name): Mistake => ({ path: ['rules', rule, 'communities', name], kind: 'unknown', name, valid })),
  );
}

/** A word added to one code that already means another one of the same list. */
function sharedCodeWords(raw: RawConfig): Mistake[] {
  return CODE_NAMES.flatMap((list) => {
    const added = Object.entries(raw.codes?.[list] ?? {});
    const meaning = new Map<string, string>();
    for (const code of CODES[list]) {
      for (const word of acceptedWords(code)) meaning.set(word.toLowerCase(), code.canonical);
    }
    return added.flatMap(([canonical, words]) =>
      (words ?? []).flatMap((word): Mistake[] => {
        const other = meaning.get(word.toLowerCase()) ?? canonical;
        meaning.set(word.toLowerCase(), canonical);
        return other === canonical ? [] : [{ path: ['codes', list, canonical], kind: 'twice', name: word }];
      }),
    );
  });
}

/** A numerator without a denominator, or the reverse, and a code that two indicators bear. */
function halfRates(raw: RawConfig): Mistake[] {
  const seen = new Set<string>();
  return (raw.indicators ?? []).flatMap(({ code, numerator, denominator }, at): Mistake[] => {
    const path = ['indicators', at];
    if (seen.has(code)) return [{ path, kind: 'twice', name: code }];
    seen.add(code);
    if (numerator && !denominator) return [{ path, kind: 'missing', name: 'denominator' }];
    return denominator && !numerator ? [{ path, kind: 'missing', name: 'numerator' }] : [];
  });
}

function toOffice({ red_head: redHead, ...rest }: RawOffice): OfficeConfig {
  return { ...present(rest), ...(redHead ? { redHead } : {}) };
}
