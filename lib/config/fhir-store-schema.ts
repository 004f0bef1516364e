import { z } from 'zod';

const FUNCTION_ARN = /^arn:(aws|aws-us-gov):lambda:[a-z0-9-]{1,30}:\d{12}:function:[A-Za-z0-9_-]{1,64}$/;
const HTTPS_ADDRESS = /^https:\/\/[a-z0-9.-]{1,253}(?:\/[A-Za-z0-9._~/-]{0,500})?$/;

const httpsAddress = z.string().regex(HTTPS_ADDRESS, {
  error: "must be an https address, like 'https://sign-in.your-organization.org/token'",
});

/**
 * A FHIR store in AWS HealthLake, for teams that keep records as FHIR. Encryption with our key and FHIR R4 are not options: it has
 * them always.
 */
export const fhirStoreSchema = z
  .strictObject({
    /**
     * Who may call it: 'iam' takes requests that an identity of IAM signed; 'smart-on-fhir' takes the tokens of an
     * authorization server, each with the scopes that it was given; with 'off' there is no store. AWS bills one by the hour whether it is
     * used or not, about USD 200 a month, and AWS Backup does not cover it: what is kept there must be exported. Changing it makes
     * another, empty store.
     *
     * @default 'off'
     */
    access: z.enum(['off', 'iam', 'smart-on-fhir']).default('off'),
    /**
     * The authorization server's authorization endpoint, for 'smart-on-fhir'.
     *
     * @default none
     */
    authorizationEndpoint: httpsAddress.optional(),
    /**
     * The authorization server's token endpoint, for 'smart-on-fhir'.
     *
     * @default none
     */
    tokenEndpoint: httpsAddress.optional(),
    /**
     * The Lambda function of this account and region that verifies a token for HealthLake, for 'smart-on-fhir'. It must let
     * HealthLake invoke it.
     *
     * @default none
     */
    tokenFunctionArn: z
      .string()
      .regex(FUNCTION_ARN, { error: 'must be the ARN of a Lambda function' })
      .optional(),
  })
  .readonly();
