import type { EnvironmentConfig } from '../config/schema';
import type { ArchiveResources, RegisterResources } from './register-access';

/** What every function that works with the register is told: names, ARNs and settings, no secret. */
export function registerEnvironment(
  { name, response }: EnvironmentConfig,
  { table, nameKeyArn }: RegisterResources,
  knownNames: readonly string[],
): Readonly<Record<string, string>> {
  return {
    ENVIRONMENT: name,
    REGISTER_TABLE: table.tableName,
    NAME_KEY_ARN: nameKeyArn,
    ENTITY_ROLE: response.role,
    TIME_ZONE: response.timeZone,
    KNOWN_NAMES: JSON.stringify(knownNames),
    ANSWER_MINUTES: JSON.stringify(response.answerMinutes),
  };
}

/** Where the evidence goes, and how it is locked. */
export function archiveEnvironment(
  { lockMode }: EnvironmentConfig,
  { archive }: ArchiveResources,
): Readonly<Record<string, string>> {
  return { ARCHIVE_BUCKET: archive.bucketName, LOCK_MODE: lockMode };
}
