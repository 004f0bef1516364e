import { Aws, Fn, Stack } from 'aws-cdk-lib';
import { CfnManagedLoginBranding, CfnUserPoolClient, CfnUserPoolDomain } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';

/** Practice: as long as a session may idle. */
const TOKEN_MINUTES = 15;

/** The shortest that Cognito takes; the flow that would use one is off. */
const REFRESH_TOKEN_MINUTES = 60;

/** Minutes for password and code together. */
const SIGN_IN_MINUTES = 3;

/** Properties of {@link HostedSignIn}. */
export interface HostedSignInProps {
  readonly userPoolId: string;

  /** What browsers call the service, such as `https://records.your-organization.org`. */
  readonly origin: string;
}

/**
 * Sign-in on Cognito's own page, for the one client that the service's page is: no secret, a code that only the browser
 * which asked can redeem, tokens of 15 minutes and no renewing of them.
 *
 * Of the flows that Cognito makes a client name, the client has the one that never sends a password. What it yields has
 * no nonce, so that the service opens no session for it.
 *
 * @see docs/decisions/0021-sign-in-without-a-way-out.md
 * @see 45 CFR 164.312(a)(2)(iii), 164.312(d)
 */
export class HostedSignIn extends Construct {
  readonly clientId: string;

  /** Where people sign in, without a path. */
  readonly origin: string;

  constructor(scope: Construct, id: string, { userPoolId, origin }: HostedSignInProps) {
    super(scope, id);
    const page = `${origin}/`;
    const client = new CfnUserPoolClient(this, 'Client', {
      userPoolId,
      generateSecret: false,
      supportedIdentityProviders: ['COGNITO'],
      explicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
      allowedOAuthFlowsUserPoolClient: true,
      allowedOAuthFlows: ['code'],
      allowedOAuthScopes: ['openid'],
      callbackUrLs: [page],
      defaultRedirectUri: page,
      logoutUrLs: [page],
      accessTokenValidity: TOKEN_MINUTES,
      idTokenValidity: TOKEN_MINUTES,
      refreshTokenValidity: REFRESH_TOKEN_MINUTES,
      tokenValidityUnits: { accessToken: 'minutes', idToken: 'minutes', refreshToken: 'minutes' },
      authSessionValidity: SIGN_IN_MINUTES,
      enableTokenRevocation: true,
      preventUserExistenceErrors: 'ENABLED',
      enablePropagateAdditionalUserContextData: false,
      // What a token says of its owner is an administrator's to write; an empty list would stand for all of it.
      readAttributes: ['custom:kind', 'email'],
      writeAttributes: ['email'],
    });
    this.clientId = client.ref;
    const prefix = `records-${uniqueSuffix()}`;
    const domain = new CfnUserPoolDomain(this, 'Domain', {
      userPoolId,
      domain: prefix,
      managedLoginVersion: 2,
    });
    // The page answers nobody before it has a style.
    new CfnManagedLoginBranding(this, 'Style', {
      userPoolId,
      clientId: client.ref,
      useCognitoProvidedValues: true,
    }).addResourceDependency(domain);
    this.origin = `https://${prefix}.${endpointName(Stack.of(this).region)}.${Aws.REGION}.amazoncognito.com`;
  }
}

/** In GovCloud the sign-in page stands behind validated cryptography only, under a name of its own. */
function endpointName(region: string): string {
  return region.startsWith('us-gov-') ? 'auth-fips' : 'auth';
}

/** The last part of the stack's own id: the prefix has to be unique in a region of AWS, and says nothing of the account. */
function uniqueSuffix(): string {
  return Fn.select(4, Fn.split('-', Fn.select(2, Fn.split('/', Aws.STACK_ID))));
}
