import type { CivilDate } from '../../../shared/calendar/civil-date';

/** Kinds of duties that fall due apart from cases. */
export const DUTY_KINDS = [
  'break-glass-review',
  'acknowledgement',
  'attestation',
  'business-associate',
] as const;

/** One of {@link DUTY_KINDS}. */
export type DutyKind = (typeof DUTY_KINDS)[number];

/** Something that has to be done by a day. */
export interface Duty {
  /** Stable, without a name in it: `duty-` and a UUID or 32 to 64 hexadecimal digits. */
  readonly id: string;
  readonly kind: DutyKind;
  readonly due: CivilDate;
}
