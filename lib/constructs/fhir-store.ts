import type { RemovalPolicy } from 'aws-cdk-lib';
import { CfnFHIRDatastore } from 'aws-cdk-lib/aws-healthlake';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

/** The authorization server whose tokens a store takes. */
export interface SmartAuthorization {
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;

  /** The function that verifies a token; it lets HealthLake invoke it. */
  readonly tokenFunctionArn: string;
}

/** Properties of a {@link FhirStore}. */
export interface FhirStoreProps {
  /** The customer managed key of the records. Its policy lets principals use it through HealthLake. */
  readonly key: IKey;

  /**
   * SMART on FHIR, with the scopes of each token enforced.
   *
   * @default - requests are signed by an identity of IAM
   */
  readonly smart?: SmartAuthorization;

  /** What happens to the store when its stack is deleted. */
  readonly removalPolicy: RemovalPolicy;
}

/**
 * Records as FHIR R4 in AWS HealthLake, encrypted with our key. HealthLake speaks TLS only and lets in nobody who is not
 * authorized; CloudTrail records its calls as management events, which the trail keeps all of. AWS Backup does not
 * cover it.
 *
 * @see 45 CFR 164.312(a)(1), 164.312(a)(2)(iv), 164.312(b), 164.312(e)(1)
 */
export class FhirStore extends Construct {
  readonly datastoreArn: string;

  constructor(scope: Construct, id: string, { key, smart, removalPolicy }: FhirStoreProps) {
    super(scope, id);
    const store = new CfnFHIRDatastore(this, 'Resource', {
      datastoreTypeVersion: 'R4',
      sseConfiguration: {
        kmsEncryptionConfig: { cmkType: 'CUSTOMER_MANAGED_KMS_KEY', kmsKeyId: key.keyArn },
      },
      identityProviderConfiguration:
        smart === undefined ? { authorizationStrategy: 'AWS_AUTH' } : smartConfiguration(smart),
    });
    store.applyRemovalPolicy(removalPolicy);
    this.datastoreArn = store.attrDatastoreArn;
  }
}

function smartConfiguration({
  authorizationEndpoint,
  tokenEndpoint,
  tokenFunctionArn,
}: SmartAuthorization): CfnFHIRDatastore.IdentityProviderConfigurationProperty {
  return {
    authorizationStrategy: 'SMART_ON_FHIR',
    fineGrainedAuthorizationEnabled: true,
    idpLambdaArn: tokenFunctionArn,
    metadata: JSON.stringify({
      authorization_endpoint: authorizationEndpoint,
      token_endpoint: tokenEndpoint,
      grant_types_supported: ['authorization_code', 'client_credentials'],
      response_types_supported: ['code'],
      code_challenge_methods_supported: ['S256'],
      capabilities: [
        'launch-standalone',
        'client-confidential-asymmetric',
        'permission-patient',
        'permission-v2',
      ],
    }),
  };
}
