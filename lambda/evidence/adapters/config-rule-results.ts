import {
  type Evaluation as ConfigEvaluation,
  type ConfigServiceClient,
  NoSuchConfigRuleException,
  PutEvaluationsCommand,
  paginateGetComplianceDetailsByConfigRule,
} from '@aws-sdk/client-config-service';
import type { Evaluation, ResourceKey } from '../domain/compliance';
import type { RuleResults } from '../ports/rule-results';
import { batchesOf } from './batches-of';

/** AWS Config takes no more evaluations at once. */
const BATCH = 100;

/** Times that evaluations are put which AWS Config did not take. */
const ATTEMPTS = 3;

/** The token of a question that is only a trial: AWS Config checks the answer and keeps nothing. */
const TRIAL = 'TESTMODE';

/**
 * A rule's judgements in AWS Config. They are put in one order and each resource once, so that the same answer is the same
 * calls; what AWS Config does not take in the end fails the answer.
 */
export class ConfigRuleResults implements RuleResults {
  private readonly client: ConfigServiceClient;

  constructor(client: ConfigServiceClient) {
    this.client = client;
  }

  readonly judged = async (ruleName: string): Promise<readonly ResourceKey[]> => {
    const found: ResourceKey[] = [];
    try {
      const pages = paginateGetComplianceDetailsByConfigRule(
        { client: this.client, pageSize: BATCH },
        { ConfigRuleName: ruleName, ComplianceTypes: ['COMPLIANT', 'NON_COMPLIANT'] },
      );
      for await (const { EvaluationResults = [] } of pages) {
        for (const { EvaluationResultIdentifier } of EvaluationResults) {
          const { ResourceType, ResourceId } = EvaluationResultIdentifier?.EvaluationResultQualifier ?? {};
          if (ResourceType !== undefined && ResourceId !== undefined) {
            found.push({ type: ResourceType, id: ResourceId });
          }
        }
      }
    } catch (error) {
      // A trial runs before there is a rule.
      if (!(error instanceof NoSuchConfigRuleException)) throw error;
    }
    return found;
  };

  readonly put = async (evaluations: readonly Evaluation[], resultToken: string): Promise<void> => {
    const once = new Map(evaluations.map((each) => [`${each.resource.type} ${each.resource.id}`, each]));
    const ordered = [...once].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => toConfig(each));
    for (const batch of batchesOf(ordered, BATCH)) await this.putBatch(batch, resultToken);
  };

  private async putBatch(batch: readonly ConfigEvaluation[], resultToken: string): Promise<void> {
    let open = batch;
    for (let attempt = 0; attempt < ATTEMPTS && open.length > 0; attempt += 1) {
      const { FailedEvaluations = [] } = await this.client.send(
        new PutEvaluationsCommand({
          Evaluations: [...open],
          ResultToken: resultToken,
          TestMode: resultToken === TRIAL,
        }),
      );
      open = FailedEvaluations;
    }
    if (open.length > 0) throw new Error(`'Evaluations' must all be taken, got: ${open.length} left`);
  }
}

function toConfig({ resource, compliance, annotation, at }: Evaluation): ConfigEvaluation {
  return {
    ComplianceResourceType: resource.type,
    ComplianceResourceId: resource.id,
    ComplianceType: compliance,
    Annotation: annotation,
    OrderingTimestamp: at,
  };
}
