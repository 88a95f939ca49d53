import { gathered } from '../keys/order.js';
import type { Named, Rule, RuleContext, RulePart, SharedSelect } from './rule.js';
import { isAny, literal } from './sql.js';

/** What a rule that shares its SELECT says of itself. */
export type RuleDescription<Options = unknown> = Omit<Rule<Options>, 'select' | 'shared'>;

/**
 * A rule that shares its SELECT with all others that have the same one.
 *
 * @param part what this rule brings into it, which may depend on its options
 */
export function sharing<P extends RulePart, Options>(
  by: SharedSelect<P>,
  rule: RuleDescription<Options>,
  part: (options: Options) => P,
): Rule<Options> {
  return {
    ...rule,
    shared: { by: by as SharedSelect<never>, part },
    select: ({ options }: RuleContext<Options>) => by([{ rule: rule.name, ...part(options) }]),
  };
}

/**
 * What makes the rules of one SELECT.
 *
 * @param common what all of them say of themselves
 */
export function ruleMaker<P extends RulePart, const Common extends Partial<RuleDescription>>(
  by: SharedSelect<P>,
  common: Common,
) {
  return <Options>(
    rule: Omit<RuleDescription<Options>, keyof Common>,
    part: (options: Options) => P,
  ): Rule<Options> => sharing(by, { ...rule, ...common } as unknown as RuleDescription<Options>, part);
}

/** The rules that are asked, as a table expression with the alias `k`: one column `rule`. */
export function rulesTable(parts: readonly Named[]): string {
  return `(VALUES ${parts.map(({ rule }) => `(${literal(rule)})`).join(', ')}) AS k(rule)`;
}

/** Whether a rule is one of those that are asked. */
export function isAsked(parts: readonly Named[], rule = 'k.rule'): string {
  const names = parts.map((part) => part.rule);
  return isAny(rule, names);
}

/** What differs between rules, as SQL over the name of the rule: the value that each part has; null where it has none. */
export function ofRule<P extends RulePart>(
  parts: readonly Named<P>[],
  value: (part: Named<P>) => string | undefined,
  rule = 'k.rule',
): string {
  const rulesOf = gathered(parts, (part) => value(part) ?? 'NULL');
  const [only = 'NULL', ...others] = rulesOf.keys();
  if (others.length === 0) return only;
  const cases = [...rulesOf].filter(([sql]) => sql !== 'NULL');
  return `CASE ${cases.map(([sql, some]) => `WHEN ${isAsked(some, rule)} THEN ${sql}`).join(' ')} END`;
}

/** The evidence that the parts bring, each with a comma before it. */
export function evidenceColumns(parts: readonly Named[], rule = 'k.rule'): string {
  const columns = new Set(parts.flatMap(({ evidence = {} }) => Object.keys(evidence)));
  return [...columns]
    .map((column) => `, ${ofRule(parts, ({ evidence }) => evidence?.[column], rule)} AS "${column}"`)
    .join('');
}
