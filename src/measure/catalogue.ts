import type { OwnIndicator } from '../config/types.js';
import { INDICATORS } from './indicators/index.js';
import type { Count, Indicator } from './indicators/indicator.js';

/** All indicators of a run by code, and how their names are found. */
export interface Catalogue {
  get(code: string): Indicator | undefined;
  /** The code of a printed name or of a code; undefined where nobody knows it. */
  find(name: string): string | undefined;
  all: readonly Indicator[];
}

/** How names are compared: no white space, case or full-width forms, first with brackets and then without. */
function keyOf(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s*]+/g, '')
    .toLowerCase();
}

function withoutBrackets(key: string): string {
  return key.replace(/[([【][^)\]】]*[)\]】]/g, '').replace(/[(%‰)]/g, '');
}

/** The indicators of the domain and a bureau's own, which come first. */
export function catalogueOf(own: readonly OwnIndicator[]): Catalogue {
  const all = [...own.map(toIndicator), ...INDICATORS];
  const byCode = new Map<string, Indicator>();
  const byName = new Map<string, string>();
  for (const indicator of all) {
    if (!byCode.has(indicator.code)) byCode.set(indicator.code, indicator);
    for (const name of [indicator.code, indicator.name, ...indicator.synonyms]) {
      const key = keyOf(name);
      if (!byName.has(key)) byName.set(key, indicator.code);
    }
  }
  return {
    all: [...byCode.values()],
    get: (code) => byCode.get(code),
    find: (name) => {
      const key = keyOf(name);
      return byName.get(key) ?? byName.get(withoutBrackets(key));
    },
  };
}

/** A printed name that nobody knows is a count of its own, with the name as its code. */
export function unknownCount(name: string): Count {
  return { kind: 'count', code: name, name, en: name, synonyms: [], unit: '', decimals: 0, time: 'unknown' };
}

function toIndicator(own: OwnIndicator): Indicator {
  const { code, name, synonyms, unit } = own;
  const { numerator, denominator, scale = 100, decimals = 2 } = own;
  const base = { code, name, en: name, synonyms };
  if (numerator === undefined || denominator === undefined)
    return { ...base, kind: 'count', unit: unit ?? '', decimals: 0, time: own.stock ? 'end' : 'flow' };
  const usual = scale === 100 ? '%' : scale === 1000 ? '‰' : ':';
  return { ...base, kind: 'rate', unit: unit ?? usual, decimals, numerator, denominator, scale };
}
