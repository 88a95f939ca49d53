import { sayOr } from '../messages/index.js';
import { REGISTERS } from '../registers/index.js';
import type { AuditResult } from './result.js';

/** Words for the names that a result carries; a name that has none (a configured point) stands for itself. */
export interface Labels {
  point(name: string): string;
  event(name: string): string;
  register(name: string): string;
  note(code: string): string;
  skip(reason: string): string;
  rule(name: string): string;
}

export function labelsOf({ run }: AuditResult): Labels {
  const { lang } = run;
  const titles = new Map(run.rules.map(({ rule, title }) => [rule, title ?? rule]));
  return {
    point: (name) => sayOr(lang, `point.${name}`, name),
    event: (name) => sayOr(lang, `report.event-${name}`, name),
    register: (name) => (lang === 'zh' ? headingOf(name) : name),
    note: (code) => sayOr(lang, `report.note-${code}`, code),
    skip: (reason) => sayOr(lang, `report.skip-${reason}`, reason),
    rule: (name) => titles.get(name) ?? name,
  };
}

function headingOf(register: string): string {
  const entry = Object.entries(REGISTERS).find(([name]) => name === register);
  return entry ? entry[1].heading : register;
}
