import { z } from 'zod';
import { ENGINES } from '../model/engine.js';
import { EVENT_KINDS } from '../model/event-kinds.js';
import { SEVERITIES } from '../model/severity.js';
import { CODES } from '../registers/codes.js';
import { REGISTERS } from '../registers/index.js';
import { CODE_NAMES, REGISTER_NAMES } from '../registers/types.js';
import { RULES } from '../rules/index.js';
import { assessmentSchema } from './assessment-schema.js';
import { SCHEMES } from './measures.js';
import { SHORT_FORMS, someWords, strict, word, words, wordsOf } from './shapes.js';
import { LIMITED_RATES, YEAR_END_REPORTS } from './year-end-choices.js';

/**
 * The shape of `plumbline.yaml`. Every part may be absent or empty; `complete` fills in the defaults. A new part of
 * the configuration is one more key here and one more line there.
 */

const count = z.int().nonnegative();
/** How many people live in town and in villages. */
const people = strict({ urban: count, rural: count });
/** Under which scheme an area is assessed, and how many people live in it. */
const assessed = { scheme: z.enum(SCHEMES).nullish(), people: people.nullish() };

/** A community, its other names, and where it belongs. */
const community = z
  .preprocess(
    (value) => (typeof value === 'string' || typeof value === 'number' ? { name: value } : value),
    strict({ name: word, synonyms: words, street: word.nullish(), district: word.nullish(), ...assessed }),
  )
  .register(SHORT_FORMS, { also: ['string', 'number'] });

/** A point, and the words in file, sheet and folder names that mean it; a witness is never expected to be complete. */
const point = z
  .preprocess(
    (value) => (typeof value === 'string' || Array.isArray(value) ? { words: value } : value),
    strict({ words, witness: z.boolean().nullish() }),
  )
  .register(SHORT_FORMS, { also: ['string', 'array'] });

/** Files (globs on printed paths) that are set by hand rather than recognised. Later entries win. */
const file = strict({
  glob: word,
  point: word.nullish(),
  register: z.enum(REGISTER_NAMES).nullish(),
  community: word.nullish(),
  ignore: z.boolean().nullish(),
});

const headings = strict(
  Object.fromEntries(
    REGISTER_NAMES.map((name) => [name, wordsOf(REGISTERS[name].columns.map((column) => column.name))]),
  ),
);

const codes = strict(
  Object.fromEntries(CODE_NAMES.map((list) => [list, wordsOf(CODES[list].map((code) => code.canonical))])),
);

const number = z.number();

/** An indicator of a bureau's own: a count, or a rate where numerator and denominator are given. */
const indicator = strict({
  code: word,
  name: word.nullish(),
  synonyms: words,
  unit: word.nullish(),
  /** The count is of the period's end: it does not add up over months. */
  stock: z.boolean().nullish(),
  /** Codes that are added, or subtracted where a minus stands before them. */
  numerator: words,
  denominator: word.nullish(),
  scale: z.int().positive().nullish(),
  decimals: z.int().min(0).max(6).nullish(),
});

/** A whole that is the sum of its parts: names or codes of indicators. */
const identity = strict({ whole: word, parts: someWords });

/** An area, what it is made of, and the scheme of its communities that name none. */
const area = strict({ name: word, parts: someWords, ...assessed });

/** What an indicator should reach, for all areas and years or for those named. */
const target = strict({
  indicator: word,
  at_most: number.nullish(),
  at_least: number.nullish(),
  area: word.nullish(),
  year: word.nullish(),
});

/** Whose name stands under what is circulated; dates as they are to be printed. */
const office = strict({
  name: word.nullish(),
  number: word.nullish(),
  date: word.nullish(),
  deadline: word.nullish(),
  red_head: z.boolean().nullish(),
  template: word.nullish(),
});

/** What an error percentage may not exceed or fall below, in per cent, for all kinds and points or for one. */
const threshold = strict({
  rate: z.enum(LIMITED_RATES),
  event: z.enum(EVENT_KINDS).nullish(),
  point: word.nullish(),
  at_most: number.nullish(),
  at_least: number.nullish(),
});

/** The year-end run. Paths are as written: relative to the configuration file. */
const yearEnd = strict({
  /** What is audited; empty for the folder of the configuration file. */
  paths: words,
  period: word.nullish(),
  as_of: word.nullish(),
  /** Reports that are written beside the result. */
  reports: z.array(z.enum(YEAR_END_REPORTS)).nullish(),
  thresholds: z.array(threshold).nullish(),
  fail_on: z.enum([...SEVERITIES, 'none', 'unready']).nullish(),
  keep_going: z.boolean().nullish(),
  cache: word.nullish(),
  /** A file of targets instead of those of the configuration. */
  targets: word.nullish(),
  /** A history of assessments, for what was missed in years before as well. */
  history: word.nullish(),
});

const adjustment = { off: z.boolean().nullish(), severity: z.enum(SEVERITIES).nullish() };

/** Every rule by name, with its own options. */
const tuning = strict(
  Object.fromEntries(
    RULES.map(({ name, options }) => {
      const own = options instanceof z.ZodObject ? (options as z.ZodObject).shape : {};
      const optional = Object.entries(own).map(([key, type]) => [key, z.nullish(type)] as const);
      const all = { ...adjustment, ...Object.fromEntries(optional) };
      const communities = z.record(z.string(), strict(all)).nullish();
      return [name, strict({ ...all, communities }).nullish()];
    }),
  ),
);

/** The shape of a file of targets. */
export const targetsSchema = strict({ targets: z.array(target).nullish() });

export const configSchema = strict({
  communities: z.array(community).nullish(),
  points: z.record(z.string(), point).nullish(),
  files: z.array(file).nullish(),
  headings: headings.nullish(),
  codes: codes.nullish(),
  year_start: z.literal([1, 10]).nullish(),
  population: z.enum(['registered', 'present']).nullish(),
  marriage_at: z.enum(['wife', 'both']).nullish(),
  indicators: z.array(indicator).nullish(),
  identities: z.array(identity).nullish(),
  areas: z.array(area).nullish(),
  targets: z.array(target).nullish(),
  assessment: assessmentSchema.nullish(),
  recount_by: z.enum(['event_date', 'registration_date']).nullish(),
  month_end: z.int().min(1).max(31).nullish(),
  yearend: yearEnd.nullish(),
  rules: tuning.nullish(),
  rules_folder: word.nullish(),
  office: office.nullish(),
  fingerprint_key: word.nullish(),
  engine: z.enum(ENGINES).nullish(),
  remote: word.nullish(),
});

/** The file as written, shape checked. */
export type RawConfig = z.output<typeof configSchema>;
export type RawCommunity = z.output<typeof community>;
export type RawFile = z.output<typeof file>;
export type RawIndicator = z.output<typeof indicator>;
export type RawIdentity = z.output<typeof identity>;
export type RawPeople = z.output<typeof people>;
export type RawArea = z.output<typeof area>;
export type RawTarget = z.output<typeof target>;
export type RawOffice = z.output<typeof office>;
export type RawThreshold = z.output<typeof threshold>;
export type RawYearEnd = z.output<typeof yearEnd>;
