import type { Severity } from '../model/severity.js';
import type { Rule } from './rule.js';

/** What a bureau changes in a rule, everywhere or in one community. */
export interface Adjustment {
  off?: boolean;
  severity?: Severity;
  /** Options that differ from the rule's defaults. */
  options: Readonly<Record<string, unknown>>;
}

/** The adjustment of one rule, and those of single communities, which come on top of it. */
export interface Tuning extends Adjustment {
  communities: Readonly<Record<string, Adjustment>>;
}

/** One execution of a rule: its options, and in which communities its findings count, at which severity. */
export interface Pass {
  options: unknown;
  /** The severity of a finding of a community; undefined where it stays as it is, null where it does not count. */
  severity(community: string): Severity | undefined | null;
}

/**
 * How a tuned rule is executed: once for all, and once more for the communities that have options of their own.
 *
 * @throws ZodError where options contradict each other
 */
export function passesOf(rule: Rule, tuning: Tuning | undefined): Pass[] {
  const general = optionsOf(rule, tuning?.options ?? {});
  if (!tuning) return [{ options: general, severity: () => undefined }];
  const adjustments = new Map(Object.entries(tuning.communities));
  const apart = [...adjustments].filter(([, { options }]) => Object.keys(options).length > 0);
  const pass = (options: unknown, counts: (community: string) => boolean): Pass => ({
    options,
    severity: (community) => {
      const adjusted = adjustments.get(community);
      return !counts(community) || isOff(tuning, adjusted) ? null : (adjusted?.severity ?? tuning.severity);
    },
  });
  return [
    pass(general, (community) => !apart.some(([name]) => name === community)),
    ...apart.map(([name, { options }]) =>
      pass(optionsOf(rule, { ...tuning.options, ...options }), (community) => community === name),
    ),
  ];
}

/** Whether a rule is off in every community: it need not be executed. */
export function isOffEverywhere(tuning: Tuning | undefined): boolean {
  return tuning?.off === true && Object.values(tuning.communities).every(({ off }) => off !== false);
}

function isOff(tuning: Tuning, adjusted: Adjustment | undefined): boolean {
  return adjusted?.off ?? tuning.off ?? false;
}

function optionsOf(rule: Rule, changed: Readonly<Record<string, unknown>>): unknown {
  const options =
    rule.defaults || Object.keys(changed).length > 0 ? { ...Object(rule.defaults), ...changed } : undefined;
  return rule.options && options ? rule.options.parse(options) : options;
}
