import { createHash } from 'node:crypto';

/**
 * A unit's place in a draw. Rivest, "Consistent Sampling with Replacement" (2018; arXiv:1808.10016): every unit gets a
 * ticket, a number between 0 and 1 that depends on the seed and on its own id alone, and the smallest tickets are drawn.
 * So anyone can repeat a draw, an extended draw begins with the smaller one, a unit that joins or leaves changes no other
 * ticket, and the draws of strata merge into the draw of the whole.
 */
export interface Ticket {
  id: string;
  /** A decimal fraction as text, `0.` and about 77 digits: no number type holds it. */
  ticket: string;
  /** How often the unit has been drawn, this time included; above 1 only with replacement. */
  generation: number;
}

export interface SampleOptions {
  /** Public text that nobody chose: dice, a lottery number. */
  seed: string;
  /** Tickets to return; all where absent. With replacement, it or `below` must be given. */
  take?: number;
  /** Tickets to pass over first: the sample that is being extended. */
  drop?: number;
  /** Take only tickets smaller than this decimal fraction. */
  below?: string;
  /** A drawn unit goes back with a new, larger ticket. */
  withReplacement?: boolean;
}

/**
 * Draws units in the order of their tickets, smallest first.
 *
 * @param ids distinct names of the units, in any order
 * @throws RangeError for ids that repeat, or a sample with replacement that has no end
 */
export function sample(ids: Iterable<string>, options: SampleOptions): Ticket[] {
  const { seed, drop = 0, below = '1', withReplacement = false } = options;
  const take = options.take ?? Number.POSITIVE_INFINITY;
  if (withReplacement && take === Number.POSITIVE_INFINITY && below === '1')
    throw new RangeError('a sample with replacement has no end: say how many');
  const basket = tickets(ids, seed);
  const drawn = withReplacement ? drawAgain(basket, drop + take, below) : basket;
  return drawn.slice(drop, drop + take).filter(({ ticket }) => ticket < below);
}

/** The first ticket of every unit, smallest first. */
export function tickets(ids: Iterable<string>, seed: string): Ticket[] {
  const hashed = sha256(seed);
  const basket = [...ids].map((id) => ({ id, ticket: fraction(hashed + id), generation: 1 })).sort(inOrder);
  const repeated = basket.find(({ id }, i) => i > 0 && basket[i - 1]?.id === id);
  if (repeated) throw new RangeError(`drawn from twice: ${repeated.id}`);
  return basket;
}

/** The samples of disjoint strata, drawn with one seed, as the sample of them all. */
export function merge(samples: readonly (readonly Ticket[])[]): Ticket[] {
  return samples.flat().sort(inOrder);
}

/** A ticket to print: `digits` digits after its leading nines, cut off, not rounded. */
export function shortTicket(ticket: string, digits = 9): string {
  return ticket.slice(0, afterNines(ticket) + digits);
}

/**
 * A pseudorandom fraction between x and 1: the leading nines of x, then fresh digits until the result exceeds x.
 *
 * @param x a decimal fraction as text
 */
export function nextFraction(x: string): string {
  const nines = x.slice(0, afterNines(x));
  for (let i = 1; ; i++) {
    const y = nines + fraction(`${x}:${i}`).slice(2);
    if (y > `${x}0`) return y;
  }
}

/** Draws from tickets in order, and puts each back with its next ticket. */
function drawAgain(basket: readonly Ticket[], count: number, below: string): Ticket[] {
  const rest = [...basket].reverse();
  const drawn: Ticket[] = [];
  for (let least = rest.pop(); least && drawn.length < count && least.ticket < below; least = rest.pop()) {
    drawn.push(least);
    const next = { ...least, ticket: nextFraction(least.ticket), generation: least.generation + 1 };
    rest.splice(placeOf(next, rest), 0, next);
  }
  return drawn;
}

/** Where a ticket belongs among tickets of which the largest comes first. */
function placeOf(ticket: Ticket, sorted: readonly Ticket[]): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (inOrder(sorted[middle] as Ticket, ticket) > 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** By ticket; by id should two ever be equal. Digits compare as text since all begin alike. */
function inOrder(a: Ticket, b: Ticket): number {
  if (a.ticket !== b.ticket) return a.ticket < b.ticket ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

/** Where the digits begin that are no leading nines. */
function afterNines(x: string): number {
  return /^0\.9*/.exec(x)?.[0].length ?? 2;
}

/** The hash of a text as a fraction: its decimal digits backwards, since the first digits of a 256-bit number are biased. */
function fraction(text: string): string {
  const digits = BigInt(`0x${sha256(text)}`)
    .toString()
    .padStart(64, '0');
  return `0.${[...digits].reverse().join('')}`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
