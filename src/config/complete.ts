import type { Severity } from '../model/severity.js';
import { acceptedWords, CODES } from '../registers/codes.js';
import { CODE_NAMES } from '../registers/types.js';
import type { Adjustment, Tuning } from '../rules/tuning.js';
import { assessmentMistakes, toAssessment } from './assessment.js';
import { DEFAULT_CONFIG } from './defaults.js';
import { filled } from './filled.js';
import type { Mistake } from './mistakes.js';
import type { RawCommunity, RawConfig, RawIndicator } from './schema.js';
import type { CommunityConfig, Config, OwnIndicator, PointConfig } from './types.js';
import { toYearEnd, yearEndMistakes } from './year-end.js';

/** A checked file with the defaults put in. `null`, which YAML reads where nothing stands, is absent. */
export function complete({ yearend, ...raw }: RawConfig, path: string): Config {
  return {
    ...DEFAULT_CONFIG,
    ...filled(raw),
    path,
    communities: (raw.communities ?? []).map(toCommunity),
    points: mergePoints(raw.points ?? {}),
    files: (raw.files ?? []).map(filled),
    headings: wordLists(raw.headings ?? {}),
    codes: wordLists(raw.codes ?? {}),
    indicators: (raw.indicators ?? []).map(toIndicator),
    areas: (raw.areas ?? []).map(filled),
    targets: (raw.targets ?? []).map(filled),
    assessment: toAssessment(raw.assessment),
    yearEnd: toYearEnd(yearend),
    rules: mapPresent(raw.rules ?? {}, (one) => toTuning(one)),
    office: filled(raw.office ?? {}),
  };
}

function toIndicator({ code, name, synonyms, ...rest }: RawIndicator): OwnIndicator {
  return { code, name: name ?? code, synonyms: synonyms ?? [], ...filled(rest) };
}

/** What a shape cannot say: points that files name exist, and no word means two things. */
export function contradictions(raw: RawConfig): Mistake[] {
  const points = mergePoints(raw.points ?? {}).map((point) => point.name);
  const unknownPoints = (raw.files ?? []).flatMap(({ point }, at): Mistake[] => {
    if (!point || points.includes(point)) return [];
    return [{ path: ['files', at, 'point'], kind: 'unknown', name: point, valid: points }];
  });
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
  return { ...filled({ off, severity }), options: mapPresent(options, (value) => value) };
}

function toCommunity({ name, synonyms, ...rest }: RawCommunity): CommunityConfig {
  return { name, synonyms: synonyms ?? [], ...filled(rest) };
}

/** Words given for a known point are added to its own; other points are new ones. */
function mergePoints(raw: NonNullable<RawConfig['points']>): PointConfig[] {
  const known = DEFAULT_CONFIG.points.map((point) => {
    const { words, witness } = raw[point.name] ?? {};
    return { ...point, words: [...point.words, ...(words ?? [])], witness: witness ?? point.witness };
  });
  const others = Object.entries(raw).filter(([name]) => !known.some((point) => point.name === name));
  const added = others.map(([name, { words, witness }]) => {
    return { name, words: words ?? [name], witness: witness ?? false };
  });
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
