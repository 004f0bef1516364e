import type { LogGroups } from '../ports/log-groups';
import type { ParameterGroups } from '../ports/parameter-groups';
import type { RecordedConfiguration } from '../ports/recorded-configuration';
import type { RuleResults } from '../ports/rule-results';

/** What an evaluation stands on. */
export interface EvidencePorts {
  readonly recorded: RecordedConfiguration;
  readonly parameterGroups: ParameterGroups;
  readonly logGroups: LogGroups;
  readonly results: RuleResults;
}
