import type { EntityRole } from '../domain/incident/case-facts';
import type { Names } from '../domain/register/names';
import type { TriageOptions } from '../domain/triage/options';
import type { Severity } from '../domain/triage/verdict';

/** What an environment tells its breach functions. */
export interface BreachSettings {
  /** Its name, as configured: 2 to 20 lower-case letters, digits and hyphens. */
  readonly environment: string;
  readonly role: EntityRole;
  /** Where the covered entity counts its days, as an IANA time zone. */
  readonly timeZone: string;
  /** How names become references. */
  readonly names: Names;
  /** How long people have to answer an alert before others are called, in minutes. @default 15, 60, 480, 1440 by severity */
  readonly answerMinutes?: Readonly<Record<Severity, number>>;
  /** What triage knows of the estate. @default nothing */
  readonly triage?: TriageOptions;
}
