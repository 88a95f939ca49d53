/** Where the registers show a count: one of the tables that `recount/` makes, and which of its rows count. */
export interface Recount {
  facts: FactTable;
  /** SQL over the table's columns; all rows where absent. */
  where?: string;
}

/** Tables of counted facts, one row a fact (see `recount/facts.ts`). */
export type FactTable =
  | 'births'
  | 'marriages'
  | 'operations'
  | 'deaths'
  | 'moves'
  | 'residents'
  | 'enrolled'
  | 'stays'
  | 'certificates'
  | 'checks'
  | 'cards';

interface Named {
  /** Name in the JSON contract and in the configuration. */
  code: string;
  /** Chinese name that reports print. */
  name: string;
  en: string;
  /** Other names that are accepted. */
  synonyms: readonly string[];
  unit: string;
  /** Decimals that reports usually print. */
  decimals: number;
}

/** A number of people, events or money. */
export interface Count extends Named {
  kind: 'count';
  /** A flow adds up over months; a stock is of the period's end, or of its start. Of unknown counts nothing is expected. */
  time: 'flow' | 'end' | 'start' | 'mean' | 'unknown';
  recount?: Recount;
}

/** A quotient of counts. */
export interface Rate extends Named {
  kind: 'rate';
  /** Codes of counts that are added, or subtracted where a minus stands before them. */
  numerator: readonly string[];
  denominator: string;
  scale: number;
  /** The numerator is part of the denominator: the rate lies between 0 and the scale. */
  share?: true;
  /** The denominator holds more than the rate is of; recounts take another count instead. */
  partOnly?: string;
  /** Below this denominator the registers give no verdict. */
  leastDenominator?: number;
}

/** One indicator of docs/indicators.md. */
export type Indicator = Count | Rate;

type Time = Count['time'];

/** Takes apart `code 中文名 (同义词, 同义词)`. */
function named(text: string): Pick<Named, 'code' | 'name' | 'synonyms'> {
  const [code = '', name = '', ...synonyms] = text.split(/[\s(),]+/).filter((word) => word !== '');
  return { code, name, synonyms };
}

/**
 * A count.
 * @param text code, Chinese name and synonyms as in `births 出生人数 (出生人口)`
 * @param facts where the registers show it: see `Recount`
 */
export function count(
  text: string,
  en: string,
  time: Time,
  [facts, where]: readonly [FactTable?, string?] = [],
  unit = '人',
): Count {
  const recount = facts && { recount: { facts, ...(where && { where }) } };
  return { kind: 'count', ...named(text), en, time, unit, decimals: 0, ...recount };
}

/** A rate in per cent whose numerator is part of its denominator. */
export function share(text: string, en: string, formula: string, more: Pick<Rate, 'partOnly'> = {}): Rate {
  return rate(text, en, formula, '%', { share: true, ...more });
}

/**
 * A rate.
 * @param text code, Chinese name and synonyms
 * @param formula `numerator / denominator`, as in `births - deaths / mean_population`
 */
export function rate(
  text: string,
  en: string,
  formula: string,
  unit: '%' | '‰',
  more: Partial<Pick<Rate, 'share' | 'partOnly' | 'leastDenominator' | 'decimals' | 'unit'>> = {},
): Rate {
  const [numerator = '', denominator = ''] = formula.split(' / ');
  const terms = numerator.replaceAll(' - ', ' -').replaceAll(' + ', ' ').split(' ');
  const scale = unit === '%' ? 100 : 1000;
  return {
    kind: 'rate',
    ...named(text),
    en,
    numerator: terms,
    denominator,
    scale,
    unit,
    decimals: 2,
    ...more,
  };
}
