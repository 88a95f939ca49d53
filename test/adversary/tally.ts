/** Planted, found and told twice, by rule and way of planting. */
import type { Verdict } from './evaluate.js';
import type { Truth } from './plant.js';

interface Count {
  rule: string;
  planted: number;
  found: number;
  twice: number;
}

/** The rule of a fault; of one that any rule of a family may tell, the family. */
function ruleOf(rules: readonly string[]): string {
  const families = new Set(rules.map((rule) => rule.split('/')[0]));
  return (rules.length > 2 && families.size === 1 ? [...families][0] : rules[0]) ?? '';
}

export class Tally {
  private readonly ways = new Map<string, Count>();

  /** Adds what one district showed. What the specification leaves open counts where it was told. */
  count(
    { faults }: Truth,
    { missed, surplus, unsaid }: Pick<Verdict, 'missed' | 'surplus' | 'unsaid'>,
  ): void {
    for (const { fault, rules } of faults) {
      const count = this.of(fault, ruleOf(rules));
      count.planted++;
      count.found++;
    }
    for (const { fault } of missed) this.of(fault.fault).found--;
    for (const { fault } of unsaid) {
      this.of(fault).planted--;
      this.of(fault).found--;
    }
    for (const { fault } of surplus) this.of(fault.fault).twice++;
  }

  /** The rows of the table, by rule, with its head; ways that were never planted stand first. */
  table(wanted: readonly string[]): string {
    const rows = wanted.map((way) => ({ way, ...this.of(way) }));
    const sorted = rows.sort((a, b) => (a.rule + a.way < b.rule + b.way ? -1 : 1));
    const lines = sorted.map(({ rule, way, planted, found, twice }) =>
      [rule, way, planted, found, twice].join(' | '),
    );
    return ['rule | way | planted | found | told twice', ...lines].join('\n');
  }

  /** Ways that were never planted, were missed, or were told twice. */
  failing(wanted: readonly string[]): string[] {
    return wanted.filter((way) => {
      const { planted, found, twice } = this.of(way);
      return planted === 0 || found < planted || twice > 0;
    });
  }

  private of(way: string, rule = '–'): Count {
    const known = this.ways.get(way) ?? { rule, planted: 0, found: 0, twice: 0 };
    if (known.rule === '–') known.rule = rule;
    this.ways.set(way, known);
    return known;
  }
}
