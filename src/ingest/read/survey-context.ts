import picomatch from 'picomatch';
import type { Config, FileConfig } from '../../config/types.js';
import type { Refusal } from '../../model/input.js';
import type { Lang } from '../../model/language.js';
import { vocabularies } from './headings.js';
import { inspect } from './inspect.js';
import { type KnownHeadings, knownHeadings } from './known-headings.js';
import { NameReader } from './names.js';
import { Recogniser } from './recognise.js';
import type { FoundFile } from './walk.js';

export interface SurveyOptions {
  /** Points set by hand: globs on printed paths, the last match wins. */
  points?: readonly { glob: string; point: string }[];
  lang?: Lang;
  /** Opens a file and looks at its first rows; `inspect`, unless a cache knows better. */
  inspect?: typeof inspect;
  /** So many files are looked into at once; one, unless that takes threads of their own. */
  concurrency?: number;
  /** Called once, with the files that will be looked at. */
  onWalk?: (files: readonly { file: string; kind: string }[]) => void;
  /** Called after each file: how many of how many have been looked into. */
  onFile?: (files: number, total: number, file: string) => void;
}

/** What looking into files needs and leaves: the words they are known by, those refused, those passed over. */
export interface SurveyContext {
  config: Config;
  points: readonly { glob: string; point: string }[];
  lang: Lang;
  known: KnownHeadings;
  recogniser: Recogniser;
  reader: NameReader;
  inspect: typeof inspect;
  refused: Refusal[];
  passedOver: string[];
}

export function surveyContext(config: Config, options: SurveyOptions): SurveyContext {
  const words = vocabularies(config.headings);
  return {
    config,
    points: options.points ?? [],
    lang: options.lang ?? 'zh',
    known: knownHeadings(words),
    recogniser: new Recogniser(words),
    reader: new NameReader(config),
    inspect: options.inspect ?? inspect,
    refused: [],
    passedOver: [],
  };
}

/** What is known of a file by decree. */
export type SetByHand = Omit<FileConfig, 'glob'>;

/** What configuration and command line say about a file; the last word wins, the command line's above all. */
export function setByHand(found: FoundFile, context: SurveyContext): SetByHand {
  const entries = [...context.config.files, ...context.points].filter(({ glob }) =>
    matches(glob, found.path),
  );
  return Object.assign({}, ...entries);
}

/** A glob without a slash is about file names in any folder. */
export function matches(glob: string, path: string): boolean {
  return picomatch(glob, { dot: true, basename: !glob.includes('/') })(path);
}
