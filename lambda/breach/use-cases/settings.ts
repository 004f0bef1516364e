import type { EntityRole } from '../domain/incident/case-facts';
import type { Names } from '../domain/register/names';
import type { TriageOptions } from '../domain/triage/options';

/** What an environment tells its breach functions. */
export interface BreachSettings {
  /** Its name, as configured: 2 to 20 lower-case letters, digits and hyphens. */
  readonly environment: string;
  readonly role: EntityRole;
  /** Where the covered entity counts its days, as an IANA time zone. */
  readonly timeZone: string;
  /** How names become references. */
  readonly names: Names;
  /** What triage knows of the estate. @default nothing */
  readonly triage?: TriageOptions;
}
