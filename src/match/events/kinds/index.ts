import type { EventKindName } from '../../../model/event-kinds.js';
import type { RegisterName } from '../../../registers/types.js';
import { birth } from './birth.js';
import { contraception } from './contraception.js';
import { death } from './death.js';
import { enrolment } from './enrolment.js';
import type { ClaimSelect, EventKind } from './kind.js';
import { marriage } from './marriage.js';
import { migration } from './migration.js';

/** How each kind of event is claimed and matched. */
export const KINDS: readonly EventKind[] = [birth, marriage, contraception, migration, death, enrolment];

/** The register that speaks for its point about a kind of event. */
export const PRIMARY = Object.fromEntries(KINDS.map(({ name, primary }) => [name, primary])) as Readonly<
  Record<EventKindName, RegisterName>
>;

/** Every way in which a register claims a kind of event; its place here is its number. */
export const WAYS: readonly (ClaimSelect & { kind: EventKind })[] = KINDS.flatMap((kind) =>
  kind.claims.map((select) => ({ ...select, kind })),
);
