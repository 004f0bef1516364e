import { production } from './environments/production';
import { sandbox } from './environments/sandbox';
import type { EnvironmentInput } from './schema';

/** The environments of this project; each becomes one stage of the app. */
export const ENVIRONMENTS: readonly EnvironmentInput[] = [sandbox, production];
