import type { EventKindName } from '../../../model/event-kinds.js';
import type { RegisterName } from '../../../registers/types.js';
import { birthKind } from './birth.js';
import { contraceptionKind } from './contraception.js';
import { deathKind } from './death.js';
import { enrolmentKind } from './enrolment.js';
import type { ClaimSelect, EventKind } from './kind.js';
import { marriageKind } from './marriage.js';
import { migrationKind } from './migration.js';

/** How each kind of event is claimed and matched. */
export const KINDS: readonly EventKind[] = [
  birthKind,
  marriageKind,
  contraceptionKind,
  migrationKind,
  deathKind,
  enrolmentKind,
];

/** The register that speaks for its point about a kind of event. */
export const PRIMARY = Object.fromEntries(KINDS.map(({ name, primary }) => [name, primary])) as Readonly<
  Record<EventKindName, RegisterName>
>;

/** Every way in which a register claims a kind of event; its place here is its number. */
export const WAYS: readonly (ClaimSelect & { kind: EventKind })[] = KINDS.flatMap((kind) =>
  kind.claims.map((select) => ({ ...select, kind })),
);
