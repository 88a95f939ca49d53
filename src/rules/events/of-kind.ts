import { EVENT_KINDS, type EventKindName } from '../../model/event-kinds.js';
import type { RulePart } from '../rule.js';
import { isAny } from '../sql.js';

/** What a rule says that every kind of event has. */
export interface OfKind extends RulePart {
  kind: EventKindName;
}

/** Whether the kind of an event is one of those that are asked for. */
export function ofKinds(parts: readonly OfKind[], kind: string): string {
  const kinds = parts.map((part) => part.kind);
  return kinds.length === EVENT_KINDS.length ? 'TRUE' : isAny(kind, kinds);
}
