import type { Handed } from '../model/handed.js';
import type { InputReport } from '../model/input.js';
import type { Source } from '../model/source.js';
import { REGISTER_NAMES, type RegisterName } from '../registers/types.js';

/** Which registers tables are, each once. Witnesses are never expected again, and so in no list. */
export function handedIn(sources: readonly Source[]): Handed[] {
  return distinct(sources.filter(({ witness }) => !witness));
}

/** The same of an earlier result. @param witnesses points that are none of ours */
export function handedBefore(inputs: readonly InputReport[], witnesses: readonly string[]): Handed[] {
  const ours = inputs.filter(({ point, register }) => isRegister(register) && !witnesses.includes(point));
  return distinct(ours as (InputReport & Handed)[]);
}

function distinct(all: readonly Handed[]): Handed[] {
  const byKey = new Map(
    all.map(({ register, point, community }) => {
      const handed = { register, point, ...(community === undefined ? {} : { community }) };
      return [JSON.stringify(handed), handed];
    }),
  );
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, handed]) => handed);
}

function isRegister(name: string): name is RegisterName {
  return REGISTER_NAMES.some((one) => one === name);
}
