import { isMessageKey, say } from '../messages/index.js';
import { REGISTERS } from '../registers/index.js';
import type { AuditResult, Lang } from './result.js';

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
    point: (name) => word(lang, 'point', name),
    event: (name) => word(lang, 'event', name),
    register: (name) => (lang === 'zh' ? headingOf(name) : name),
    note: (code) => word(lang, 'note', code),
    skip: (reason) => word(lang, 'skip', reason),
    rule: (name) => titles.get(name) ?? name,
  };
}

function word(lang: Lang, family: string, name: string): string {
  const key = `report.${family}-${name}`;
  return isMessageKey(key) ? say(lang, key) : name;
}

function headingOf(register: string): string {
  const entry = Object.entries(REGISTERS).find(([name]) => name === register);
  return entry ? entry[1].heading : register;
}
