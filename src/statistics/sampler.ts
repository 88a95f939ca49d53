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
}

/**
 * The tickets of units, smallest first: a draw takes as many as it wants from the beginning.
 *
 * @param ids distinct names of the units, in any order
 * @param seed public text that nobody chose: dice, a lottery number
 * @throws RangeError for ids that repeat
 */
export function tickets(ids: Iterable<string>, seed: string): Ticket[] {
  const hashed = sha256(seed);
  const basket = [...ids].map((id) => ({ id, ticket: fraction(hashed + id) })).sort(inOrder);
  const repeated = basket.find(({ id }, i) => i > 0 && basket[i - 1]?.id === id);
  if (repeated) throw new RangeError(`drawn from twice: ${repeated.id}`);
  return basket;
}

/** A ticket to print: nine digits after its leading nines, cut off, not rounded. */
export function shortTicket(ticket: string): string {
  const afterNines = /^0\.9*/.exec(ticket)?.[0].length ?? 2;
  return ticket.slice(0, afterNines + 9);
}

/** By ticket; by id should two ever be equal. Digits compare as text since all begin alike. */
function inOrder(a: Ticket, b: Ticket): number {
  if (a.ticket !== b.ticket) return a.ticket < b.ticket ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
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
