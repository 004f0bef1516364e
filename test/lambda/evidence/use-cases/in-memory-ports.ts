import type { Evaluation, ResourceKey } from '../../../../lambda/evidence/domain/compliance';
import type { ConfigurationItem } from '../../../../lambda/evidence/domain/configuration-item';
import type { ParameterValues } from '../../../../lambda/evidence/domain/database-parameters';
import type { LogGroupFacts } from '../../../../lambda/evidence/domain/log-group';
import type { EvidencePorts } from '../../../../lambda/evidence/use-cases/evidence-ports';

/** An account as the ports see it. */
export interface FakeAccount {
  readonly items?: readonly ConfigurationItem[];
  readonly parameterGroups?: Readonly<Record<string, ParameterValues>>;
  readonly logGroups?: readonly LogGroupFacts[];
  readonly judged?: readonly ResourceKey[];
}

/** Ports onto an account that is only data, and what was answered through them. */
export function inMemoryPorts(account: FakeAccount) {
  const answers: { readonly token: string; readonly evaluations: readonly Evaluation[] }[] = [];
  const ports: EvidencePorts = {
    recorded: {
      all: async (type) => (account.items ?? []).filter(({ resource }) => resource.type === type),
      at: async (resource, time) =>
        (account.items ?? []).find(
          (item) =>
            item.resource.type === resource.type &&
            item.resource.id === resource.id &&
            item.capturedAt <= time,
        ),
    },
    parameterGroups: {
      valuesOf: async (group) => {
        const values = account.parameterGroups?.[group];
        if (values === undefined) throw new Error("'group' must exist");
        return values;
      },
    },
    logGroups: { all: async () => account.logGroups ?? [] },
    results: {
      judged: async () => account.judged ?? [],
      put: async (evaluations, token) => {
        answers.push({ token, evaluations });
      },
    },
  };
  return { ports, answers };
}
