import type { Register, RegisterName } from '../../registers/types.js';
import type { Content } from './content.js';
import { figuresColumns, type WideColumn } from './figures.js';
import type { Header } from './header.js';
import { type Binding, bind, type Heading, type Vocabulary } from './headings.js';

/** What is known of a table before its headings are looked at. */
export interface Clues {
  /** Registers that its names mention, the strongest first. */
  named: readonly RegisterName[];
  /** Outside lists need only the columns that identify the event. */
  witness: boolean;
  /** Registers of which a name gives the value of their `fromName` column. */
  fromName: readonly RegisterName[];
  /** Register set by hand. */
  set?: RegisterName;
}

/** How well one register explains a header. */
export interface Fit {
  register: Register;
  /** Which of the possible headers it is. */
  at: number;
  binding: Binding;
  /** Canonical names of required columns that the header lacks. */
  missing: readonly string[];
  /** Required columns found. */
  found: number;
  score: number;
  /** Figures in the wide form: one column an indicator. */
  wide?: readonly WideColumn[];
  /** What the content says against the register, whatever the headings are. */
  denial?: Denial;
}

/** `men` among the women; `residents`, told by sexes or relations; most rows without the `date` of the event. */
export type Denial = 'men' | 'residents' | 'date';

export type Recognition = { fit: Fit } | { doubt: [Fit, Fit] } | { nearest: Fit | undefined };

/** A required column weighs as much as so many others. */
const REQUIRED_WEIGHT = 10;
/** A lead over the second best that lets one required column be missing. */
const CLEAR_LEAD = 15;

/** Finds out which register a table is. Thousands of tables give the same answer, which is worked out once. */
export class Recogniser {
  private readonly known = new Map<string, Recognition>();
  private readonly numbers = new Map<readonly Heading[], number>();

  constructor(private readonly vocabularies: ReadonlyMap<RegisterName, Vocabulary>) {}

  /**
   * The register of a table: the one that its names mention, if the headings bear it out; else the one whose headings
   * match best, required ones weighing most.
   *
   * @param headers what may be its header
   */
  recognise(headers: readonly Header[], clues: Clues): Recognition {
    const key = JSON.stringify([headers.map((header) => this.factsOf(header)), clues]);
    const known = this.known.get(key) ?? recognise(headers, this.vocabularies, clues);
    this.known.set(key, known);
    return known;
  }

  /** All of a header that decides about its register: a number for its headings, and what the cells below say. */
  private factsOf({ headings, figures, content }: Header): unknown {
    const number = this.numbers.get(headings) ?? this.numbers.size;
    this.numbers.set(headings, number);
    return figures || content ? [number, figures, content] : number;
  }
}

function recognise(
  headers: readonly Header[],
  vocabularies: ReadonlyMap<RegisterName, Vocabulary>,
  clues: Clues,
): Recognition {
  const fits = [...vocabularies.values()].flatMap((vocabulary) => bestFit(vocabulary, headers, clues));
  const wanted = clues.set ? [clues.set] : clues.named;
  const found = wanted
    .map((name) => fits.find((one) => one.register.name === name))
    .filter((fit) => fit !== undefined && (clues.set ? fit.found > 0 : isBorneOut(fit)));
  const sound = found.find((fit) => clues.set || !fit?.denial);
  if (sound) return { fit: sound };
  fits.sort((a, b) => b.score - a.score);
  const [best] = fits;
  if (clues.set || !best) return { nearest: fits.find((one) => one.register.name === clues.set) ?? best };
  return byHeadings(fits, found[0], residentsIn(fits, headers), clues.named);
}

/**
 * The register that headings and content agree on.
 *
 * @param fits the best first
 * @param named the register that a name mentions and the content denies
 * @param residents the table as a list of residents, if it is one
 */
function byHeadings(
  fits: readonly Fit[],
  named: Fit | undefined,
  residents: Fit | undefined,
  names: readonly RegisterName[],
): Recognition {
  const [complete, second] = fits.filter(({ missing, denial }) => missing.length === 0 && !denial);
  const other = complete ?? residents;
  if (named) return other ? { doubt: [named, other] } : { fit: named };
  if (complete) return complete.score === second?.score ? { doubt: [complete, second] } : { fit: complete };
  if (residents) {
    const rival = fits.find((fit) => !fit.denial && width(fit) > width(residents) && fit.found > 2);
    return rival ? { doubt: [residents, rival] } : { fit: residents };
  }
  const [best, next] = fits as [Fit, ...Fit[]];
  const leads = best.score - (next?.score ?? 0) >= CLEAR_LEAD;
  const isClear = best.missing.length === 0 || (best.missing.length === 1 && leads);
  return isClear && best.found > 2 ? { fit: best } : { nearest: nearestOf(fits, names) };
}

function width(fit: Fit): number {
  return fit.binding.columns.length;
}

/** A list of people without household numbers that shows sexes or relations, or men, is one of residents. */
function residentsIn(fits: readonly Fit[], headers: readonly Header[]): Fit | undefined {
  const fit = fits.find(({ register }) => register.name === 'households');
  const content = fit && headers[fit.at]?.content;
  return content && (content.sex || content.relation || content.men) ? fit : undefined;
}

/** What the people in a table say against its being this register. */
function denialOf(
  register: Register,
  binding: Binding,
  content: Content = {},
  isNamed: boolean,
): Denial | undefined {
  const { men, sex, relation, sparse = [] } = content;
  if (register.name === 'women' && men) return 'men';
  if (register.name === 'women' && (sex || relation) && !isNamed) return 'residents';
  const dates = register.columns.filter(({ type, required }) => type === 'date' && required);
  const isSparse = binding.columns.some(
    ({ name, index }) => sparse.includes(index) && dates.some((date) => date.name === name),
  );
  return register.name !== 'households' && isSparse ? 'date' : undefined;
}

/** Half of the required headings, and two at least. */
function isBorneOut(fit: Fit): boolean {
  const needed = fit.found + fit.missing.length;
  return fit.found >= Math.min(2, needed) && fit.found * 2 >= needed;
}

/** The register that the names mention, else the one that explains most headings. */
function nearestOf(fits: readonly Fit[], named: readonly RegisterName[]): Fit | undefined {
  const order = (fit: Fit) => (named.includes(fit.register.name) ? 1000 : 0) + fit.binding.columns.length;
  return fits.filter((fit) => fit.found > 0).sort((a, b) => order(b) - order(a) || b.score - a.score)[0];
}

function bestFit(vocabulary: Vocabulary, headers: readonly Header[], clues: Clues): Fit[] {
  const fits = headers.map((header, at) => fitOf(vocabulary, header, at, clues));
  fits.sort((a, b) => b.score - a.score);
  return fits.slice(0, 1);
}

function fitOf(vocabulary: Vocabulary, header: Header, at: number, clues: Clues): Fit {
  const { register } = vocabulary;
  const bound = bind(vocabulary, header.headings);
  const figures = register.name === 'figures' ? figuresColumns(bound, header.figures) : undefined;
  const binding = figures?.binding ?? bound;
  const names = new Set(binding.columns.map((column) => column.name));
  const needed = neededColumns(register, clues);
  const missing = needed.filter((name) => !names.has(name));
  const found = needed.length - missing.length;
  const others = figures?.wide ? partsNamed(figures.wide) : names.size - found;
  const score = found * REQUIRED_WEIGHT + others - missing.length * REQUIRED_WEIGHT;
  const isNamed = clues.named.includes(register.name);
  const denial = denialOf(register, binding, header.content, isNamed);
  const wide = figures?.wide;
  return { register, at, binding, missing, found, score, ...(wide && { wide }), ...(denial && { denial }) };
}

/** A header whose indicators have names of their own is better by a little: its second line may hold them. */
function partsNamed(wide: readonly WideColumn[]): number {
  return new Set(wide.map(({ heading }) => heading)).size / 1000;
}

function neededColumns(register: Register, clues: Clues): string[] {
  if (clues.witness && register.witnessNeeds) return [...register.witnessNeeds];
  const required = register.columns.filter((column) => column.required).map((column) => column.name);
  return required.filter((name) => {
    if (name === 'community') return false;
    return name !== register.fromName || !clues.fromName.includes(register.name);
  });
}
