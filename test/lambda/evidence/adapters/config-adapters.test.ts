import {
  BatchGetResourceConfigCommand,
  ConfigServiceClient,
  GetComplianceDetailsByConfigRuleCommand,
  GetResourceConfigHistoryCommand,
  ListDiscoveredResourcesCommand,
  NoSuchConfigRuleException,
  PutEvaluationsCommand,
  ResourceNotDiscoveredException,
  type ResourceType,
} from '@aws-sdk/client-config-service';
import { mockClient } from 'aws-sdk-client-mock';
import { ConfigRecordedConfiguration } from '../../../../lambda/evidence/adapters/config-recorded-configuration';
import { ConfigRuleResults } from '../../../../lambda/evidence/adapters/config-rule-results';
import type { Evaluation } from '../../../../lambda/evidence/domain/compliance';
import { asHistory, DATABASE, databaseItem } from '../recorded-items';

const config = mockClient(ConfigServiceClient);
const recorded = new ConfigRecordedConfiguration(new ConfigServiceClient({}));
const results = new ConfigRuleResults(new ConfigServiceClient({}));
const DATABASES = 'AWS::RDS::DBInstance' as ResourceType;
const AT = new Date('2026-11-21T00:00:00.000Z');

const idsFrom = (first: number, count: number) => Array.from({ length: count }, (_, n) => `db-${first + n}`);
const itemOf = (resourceId: string) => asHistory(databaseItem({}, { resourceId }));
const evaluationOf = (id: string): Evaluation => ({
  resource: { type: 'AWS::RDS::DBInstance', id },
  compliance: 'COMPLIANT',
  annotation: 'fine',
  at: AT,
});
const putCalls = () => config.commandCalls(PutEvaluationsCommand).map(({ args: [{ input }] }) => input);

beforeEach(() => config.reset());

describe('what AWS Config has recorded', () => {
  it('is listed page by page and read in batches of a hundred', async () => {
    config
      .on(ListDiscoveredResourcesCommand, { nextToken: undefined })
      .resolves({
        resourceIdentifiers: idsFrom(0, 100).map((resourceId) => ({ resourceId })),
        nextToken: 'more',
      })
      .on(ListDiscoveredResourcesCommand, { nextToken: 'more' })
      .resolves({ resourceIdentifiers: idsFrom(100, 50).map((resourceId) => ({ resourceId })) });
    config.on(BatchGetResourceConfigCommand).callsFake(({ resourceKeys }) => ({
      baseConfigurationItems: resourceKeys.map(({ resourceId }: { resourceId: string }) =>
        itemOf(resourceId),
      ),
    }));
    const items = await recorded.all(DATABASES);
    expect(items.map(({ resource }) => resource.id)).toEqual(idsFrom(0, 150));
    expect(items[0]?.configuration.engine).toBe('postgres');
    const batches = config
      .commandCalls(BatchGetResourceConfigCommand)
      .map(({ args: [{ input }] }) => input.resourceKeys?.length);
    expect(batches).toEqual([100, 50]);
  });

  it('is asked for again where AWS Config left something out', async () => {
    config.on(ListDiscoveredResourcesCommand).resolves({
      resourceIdentifiers: [{ resourceId: 'db-1' }, { resourceId: 'db-2' }],
    });
    config
      .on(BatchGetResourceConfigCommand)
      .resolvesOnce({
        baseConfigurationItems: [itemOf('db-1')],
        unprocessedResourceKeys: [{ resourceType: DATABASES, resourceId: 'db-2' }],
      })
      .resolvesOnce({ baseConfigurationItems: [itemOf('db-2')] });
    expect((await recorded.all(DATABASES)).map(({ resource }) => resource.id)).toEqual(['db-1', 'db-2']);
  });

  it('fails where AWS Config goes on leaving something out', async () => {
    const key = { resourceType: DATABASES, resourceId: 'db-1' };
    config.on(ListDiscoveredResourcesCommand).resolves({ resourceIdentifiers: [key] });
    config.on(BatchGetResourceConfigCommand).resolves({ unprocessedResourceKeys: [key] });
    await expect(recorded.all(DATABASES)).rejects.toThrow(
      "'resourceKeys' must all be processed, got: 1 left",
    );
    expect(config.commandCalls(BatchGetResourceConfigCommand)).toHaveLength(3);
  });

  it('is the last item up to a time', async () => {
    config.on(GetResourceConfigHistoryCommand).resolves({ configurationItems: [itemOf(DATABASE)] });
    const item = await recorded.at({ type: DATABASES, id: DATABASE }, AT);
    expect(item?.resource.id).toBe(DATABASE);
    expect(config.commandCalls(GetResourceConfigHistoryCommand)[0]?.args[0].input).toEqual({
      resourceType: DATABASES,
      resourceId: DATABASE,
      laterTime: AT,
      limit: 1,
    });
  });

  it('is nothing where the resource was never discovered, and an error where the call fails', async () => {
    config
      .on(GetResourceConfigHistoryCommand)
      .rejects(new ResourceNotDiscoveredException({ message: 'none', $metadata: {} }));
    expect(await recorded.at({ type: DATABASES, id: 'x' }, AT)).toBeUndefined();
    config.on(GetResourceConfigHistoryCommand).rejects(new Error('AccessDenied'));
    await expect(recorded.at({ type: DATABASES, id: 'x' }, AT)).rejects.toThrow('AccessDenied');
  });
});

describe("a rule's results", () => {
  it('are put in batches of a hundred under the token of the question', async () => {
    config.on(PutEvaluationsCommand).resolves({});
    await results.put(idsFrom(0, 230).map(evaluationOf), 'token-1');
    expect(putCalls().map(({ Evaluations }) => Evaluations?.length)).toEqual([100, 100, 30]);
    for (const { ResultToken, TestMode } of putCalls()) {
      expect({ ResultToken, TestMode }).toEqual({ ResultToken: 'token-1', TestMode: false });
    }
    expect(putCalls()[0]?.Evaluations?.[0]).toEqual({
      ComplianceResourceType: 'AWS::RDS::DBInstance',
      ComplianceResourceId: 'db-0',
      ComplianceType: 'COMPLIANT',
      Annotation: 'fine',
      OrderingTimestamp: AT,
    });
  });

  it('are the same calls for the same answer, in whatever order it comes, each resource once', async () => {
    config.on(PutEvaluationsCommand).resolves({});
    const evaluations = idsFrom(0, 120).map(evaluationOf);
    await results.put(evaluations, 't');
    const first = putCalls();
    config.resetHistory();
    await results.put([...evaluations, ...evaluations].reverse(), 't');
    expect(putCalls()).toEqual(first);
  });

  it('keep nothing of a trial', async () => {
    config.on(PutEvaluationsCommand).resolves({});
    await results.put([evaluationOf('db-1')], 'TESTMODE');
    expect(putCalls()[0]?.TestMode).toBe(true);
  });

  it('are put again where AWS Config did not take some, and fail where it never does', async () => {
    const failed = { ComplianceResourceType: DATABASES, ComplianceResourceId: 'db-2' };
    config
      .on(PutEvaluationsCommand)
      .resolvesOnce({
        FailedEvaluations: [{ ...failed, ComplianceType: 'COMPLIANT', OrderingTimestamp: AT }],
      })
      .resolves({});
    await results.put([evaluationOf('db-1'), evaluationOf('db-2')], 't');
    expect(putCalls().map(({ Evaluations }) => Evaluations?.length)).toEqual([2, 1]);

    config.reset();
    config.on(PutEvaluationsCommand).resolves({
      FailedEvaluations: [{ ...failed, ComplianceType: 'COMPLIANT', OrderingTimestamp: AT }],
    });
    await expect(results.put([evaluationOf('db-2')], 't')).rejects.toThrow(
      "'Evaluations' must all be taken, got: 1 left",
    );
  });

  it('are read page by page', async () => {
    const page = (ids: readonly string[], NextToken?: string) => ({
      NextToken,
      EvaluationResults: ids.map((ResourceId) => ({
        EvaluationResultIdentifier: { EvaluationResultQualifier: { ResourceType: DATABASES, ResourceId } },
      })),
    });
    config
      .on(GetComplianceDetailsByConfigRuleCommand, { NextToken: undefined })
      .resolves(page(['db-1'], 'more'))
      .on(GetComplianceDetailsByConfigRuleCommand, { NextToken: 'more' })
      .resolves(page(['db-2']));
    expect(await results.judged('hipaa-rule')).toEqual([
      { type: DATABASES, id: 'db-1' },
      { type: DATABASES, id: 'db-2' },
    ]);
  });

  it('are none where there is no rule yet', async () => {
    config
      .on(GetComplianceDetailsByConfigRuleCommand)
      .rejects(new NoSuchConfigRuleException({ message: 'none', $metadata: {} }));
    expect(await results.judged('hipaa-rule')).toEqual([]);
    config.on(GetComplianceDetailsByConfigRuleCommand).rejects(new Error('AccessDenied'));
    await expect(results.judged('hipaa-rule')).rejects.toThrow('AccessDenied');
  });
});
