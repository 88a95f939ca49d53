import type { Fault, Place } from './faults/scene.js';
import type { Simulated, SimulateOptions } from './options.js';

/** A record as a finding would cite it; paths are relative to the data folder. */
export interface TruthPlace {
  path: string;
  sheet?: string;
  row: number;
}

/** One planted fault as truth.json has it; docs/simulate.md explains every field. */
export interface TruthFault extends Omit<Fault, 'places'>, Partial<TruthPlace> {
  id: string;
  /** Other records that belong to it. */
  others: TruthPlace[];
}

export interface Truth
  extends Pick<SimulateOptions, 'seed' | 'year' | 'layout' | 'format'>,
    Omit<Simulated, 'faults'> {
  schema: 'plumbline.truth/1';
  rate: number;
  /** What was asked for: with seed, year, layout, format and rate it makes the same district again. */
  asked: Pick<SimulateOptions, 'people' | 'communities' | 'months' | 'previous'>;
  faults: TruthFault[];
}

/** What the n-th fault of a district is called, counted from 0. */
export function faultId(n: number): string {
  return `F${String(n + 1).padStart(5, '0')}`;
}

/** The faults of a community with the places that their rows were written to. */
export function truthOf(
  faults: readonly Fault[],
  from: number,
  place: (place: Place) => TruthPlace,
): TruthFault[] {
  return faults.map(({ places, ...fault }, index) => {
    const { kind, community, event, point, register, columns, description, consequences, unconfirmed } =
      fault;
    const [first, ...others] = places.map(place);
    const what = { id: faultId(from + index), kind, community, event, point, register };
    return { ...what, ...first, columns, description, others, consequences, unconfirmed };
  });
}

/** The options that made a district, from its truth. */
export function optionsOf({ seed, year, layout, format, rate, asked }: Truth): SimulateOptions {
  return { ...asked, seed, year, layout, format, faults: rate };
}

/** The text of truth.json: one line a fault, so that it can be read and compared. */
export function truthText(
  options: SimulateOptions,
  summary: Simulated,
  faults: readonly TruthFault[],
): string {
  const { seed, year, layout, format, faults: rate, months, previous } = options;
  const extras = { months, ...(previous && { previous }) };
  const asked = { people: options.people, communities: options.communities, ...extras };
  const { faults: _, ...counts } = summary;
  const head = { schema: 'plumbline.truth/1', seed, year, layout, format, rate, asked, ...counts };
  const lines = faults.map((fault) => `    ${JSON.stringify(fault)}`);
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  const text = JSON.stringify(head, null, 2);
  return `${text.slice(0, -2)},\n  "faults": ${list}\n}\n`;
}
