import { z } from 'zod';
import { EVENT_KINDS } from '../model/event-kinds.js';
import { SEVERITIES } from '../model/severity.js';
import { CODES } from '../registers/codes.js';
import { REGISTERS } from '../registers/index.js';
import { CODE_NAMES, REGISTER_NAMES } from '../registers/types.js';
import { RULES } from '../rules/index.js';
import { MEASURE_NAMES, SCHEMES } from './measures.js';
import { LIMITED_RATES, YEAR_END_REPORTS } from './year-end-defaults.js';

/**
 * The shape of `plumbline.yaml`. Every part may be absent or empty; `complete` fills in the defaults. A new part of
 * the configuration is one more key here and one more line there.
 */

/**
 * An object without unknown keys. The message of an unknown key is the list of valid ones, separated by spaces, from
 * which `mistakes.ts` names the nearest.
 */
export function strict<Shape extends z.ZodRawShape>(shape: Shape) {
  const valid = Object.keys(shape).join(' ');
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? valid : undefined),
  });
}

/** Types that the short form of a value may also have, for the JSON schema that editors complete by. */
export const SHORT_FORMS = z.registry<{ also: readonly string[] }>();

/** A name or word; YAML reads a bare 301 as a number, which is a name here all the same. */
export const word = z
  .preprocess((value) => (typeof value === 'number' ? String(value) : value), z.string().trim().min(1))
  .register(SHORT_FORMS, { also: ['number'] });
const asList = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? [value] : value);
const list = z.preprocess(asList, z.array(word)).register(SHORT_FORMS, { also: ['string', 'number'] });
const words = list.nullish();
const someWords = z
  .preprocess(asList, z.array(word).min(1))
  .register(SHORT_FORMS, { also: ['string', 'number'] });

/** One optional list of words per name. */
function wordsOf(names: readonly string[]) {
  return strict(Object.fromEntries(names.map((name) => [name, words]))).nullish();
}

/** Under which scheme an area is assessed, and how many of its people live in town and in villages. */
const people = z.int().nonnegative();
const assessed = {
  scheme: z.enum(SCHEMES).nullish(),
  people: strict({ urban: people, rural: people }).nullish(),
};

const community = z
  .preprocess(
    (value) => (typeof value === 'string' || typeof value === 'number' ? { name: value } : value),
    strict({ name: word, synonyms: words, street: word.nullish(), district: word.nullish(), ...assessed }),
  )
  .register(SHORT_FORMS, { also: ['string', 'number'] });

const point = z
  .preprocess(
    (value) => (typeof value === 'string' || Array.isArray(value) ? { words: value } : value),
    strict({ words, witness: z.boolean().nullish() }),
  )
  .register(SHORT_FORMS, { also: ['string', 'array'] });

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

const indicator = strict({
  code: word,
  name: word.nullish(),
  synonyms: words,
  unit: word.nullish(),
  stock: z.boolean().nullish(),
  numerator: words,
  denominator: word.nullish(),
  scale: z.int().positive().nullish(),
  decimals: z.int().min(0).max(6).nullish(),
});

const identity = strict({ whole: word, parts: someWords });

const area = strict({ name: word, parts: someWords, ...assessed });

const percent = z.number().min(0).max(100);

const assessment = strict({
  scheme: z.enum(SCHEMES).nullish(),
  items: z
    .array(
      strict({
        item: word.nullish(),
        measure: z.enum(MEASURE_NAMES),
        events: z.array(z.enum(EVENT_KINDS)).min(1).nullish(),
        points: someWords.nullish(),
        only: z.enum(SCHEMES).nullish(),
        weight: z.number().positive(),
        full: percent.nullish(),
        zero: percent.nullish(),
        steps: z
          .array(strict({ beyond: percent, deduct: z.number().positive() }))
          .min(1)
          .nullish(),
        floor: z.number().nonnegative().nullish(),
        target: percent.nullish(),
      }),
    )
    .min(1)
    .nullish(),
});

const target = strict({
  indicator: word,
  at_most: number.nullish(),
  at_least: number.nullish(),
  area: word.nullish(),
  year: word.nullish(),
});

const office = strict({
  name: word.nullish(),
  number: word.nullish(),
  date: word.nullish(),
  deadline: word.nullish(),
});

const threshold = strict({
  rate: z.enum(LIMITED_RATES),
  event: z.enum(EVENT_KINDS).nullish(),
  point: word.nullish(),
  at_most: number.nullish(),
  at_least: number.nullish(),
});

const yearEnd = strict({
  paths: words,
  period: word.nullish(),
  as_of: word.nullish(),
  reports: z.array(z.enum(YEAR_END_REPORTS)).nullish(),
  thresholds: z.array(threshold).nullish(),
  fail_on: z.enum([...SEVERITIES, 'none', 'unready']).nullish(),
  keep_going: z.boolean().nullish(),
  cache: word.nullish(),
  targets: word.nullish(),
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
  assessment: assessment.nullish(),
  recount_by: z.enum(['event_date', 'registration_date']).nullish(),
  month_end: z.int().min(1).max(31).nullish(),
  yearend: yearEnd.nullish(),
  rules: tuning.nullish(),
  rules_folder: word.nullish(),
  office: office.nullish(),
  fingerprint_key: word.nullish(),
});

/** The file as written, shape checked. */
export type RawConfig = z.output<typeof configSchema>;
