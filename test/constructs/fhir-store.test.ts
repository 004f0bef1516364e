import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CfnFHIRDatastore } from 'aws-cdk-lib/aws-healthlake';
import { fhirStoreKey } from '../../lib/checks/rules/fhir-store-key';
import { FhirStore, type FhirStoreProps } from '../../lib/constructs/fhir-store';
import { against } from '../checks/rules/subject';
import { packFindings } from '../support/pack-findings';
import { neighbours, testStack } from '../support/test-stack';

const TYPE = 'AWS::HealthLake::FHIRDatastore';
const SMART = {
  authorizationEndpoint: 'https://sign-in.clinic.org/authorize',
  tokenEndpoint: 'https://sign-in.clinic.org/token',
  tokenFunctionArn: 'arn:aws:lambda:us-east-1:111122223333:function:tokens',
};

/** The template of a store, and what the rule on its key has against it. */
function made(props: Partial<FhirStoreProps> = {}, change?: (store: CfnFHIRDatastore) => void) {
  const stack = testStack();
  const { key } = neighbours(stack);
  const store = new FhirStore(stack, 'Fhir', { key, removalPolicy: RemovalPolicy.RETAIN, ...props });
  const resource = store.node.findChild('Resource');
  if (!(resource instanceof CfnFHIRDatastore)) throw new Error('the store must be one of HealthLake');
  change?.(resource);
  const template = Template.fromStack(stack);
  const [only = {}] = Object.values(template.findResources(TYPE));
  return { resource: only, findings: against(fhirStoreKey, template.toJSON()) };
}

describe('FhirStore', () => {
  it('is FHIR R4 under our key, for requests that IAM signed, and stays when its stack goes', () => {
    const { resource, findings } = made();
    expect(resource).toEqual({
      Type: TYPE,
      Properties: {
        DatastoreTypeVersion: 'R4',
        SseConfiguration: {
          KmsEncryptionConfig: {
            CmkType: 'CUSTOMER_MANAGED_KMS_KEY',
            KmsKeyId: expect.stringContaining(':key/'),
          },
        },
        IdentityProviderConfiguration: { AuthorizationStrategy: 'AWS_AUTH' },
      },
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
    expect(findings).toEqual([]);
  });

  it('enforces the scopes of each token where an authorization server gives them', () => {
    const { IdentityProviderConfiguration: identity } = made({ smart: SMART }).resource.Properties;
    expect(identity).toMatchObject({
      AuthorizationStrategy: 'SMART_ON_FHIR',
      FineGrainedAuthorizationEnabled: true,
      IdpLambdaArn: SMART.tokenFunctionArn,
    });
    expect(JSON.parse(identity.Metadata)).toMatchObject({
      authorization_endpoint: SMART.authorizationEndpoint,
      token_endpoint: SMART.tokenEndpoint,
      code_challenge_methods_supported: ['S256'],
    });
  });

  it('is refused when its key is taken away', () => {
    const withoutKey = made({}, (store) => {
      store.sseConfiguration = undefined;
    });
    expect(withoutKey.findings).toHaveLength(1);
    const withAwsKey = made({}, (store) => {
      store.sseConfiguration = { kmsEncryptionConfig: { cmkType: 'AWS_OWNED_KMS_KEY' } };
    });
    expect(withAwsKey.findings).toHaveLength(1);
  });

  it('has no open finding of the packs and of the schema', () => {
    const { open } = packFindings((stage) => {
      const stack = new Stack(stage, 'Data');
      const { key } = neighbours(stack);
      new FhirStore(stack, 'Fhir', { key, smart: SMART, removalPolicy: RemovalPolicy.DESTROY });
    });
    expect(open).toEqual([]);
  });
});
