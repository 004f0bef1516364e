import type { JsonObject } from '../../template';
import { got } from '../../template-values/got';
import { plainObject } from '../../template-values/intrinsic';
import { isTrue, listOf } from '../../template-values/scalars';
import { tlsPolicyProblem } from '../tls-policies';

/** The domain of a REST API allows nothing older than TLS 1.2, which is its default. */
export function judgeRestDomain({ SecurityPolicy: policy = 'TLS_1_2' }: JsonObject): readonly string[] {
  return found(tlsPolicyProblem('SecurityPolicy', policy));
}

/** A REST API's own endpoint allows nothing older than TLS 1.2, or is off. Its default allows TLS 1.0, unless it is private. */
export function judgeRestApi(properties: JsonObject): readonly string[] {
  if (isTrue(properties.DisableExecuteApiEndpoint)) return [];
  const types = listOf(plainObject(properties.EndpointConfiguration)?.Types);
  const isPrivate = types.length > 0 && types.every((type) => type === 'PRIVATE');
  const standard = isPrivate ? 'TLS_1_2' : 'TLS_1_0';
  return found(tlsPolicyProblem('SecurityPolicy', properties.SecurityPolicy ?? standard));
}

/** The domain of an HTTP or WebSocket API allows nothing older than TLS 1.2, which is its default. */
export function judgeHttpDomain({ DomainNameConfigurations: list }: JsonObject): readonly string[] {
  return listOf(list).flatMap((entry) => judgeRestDomain(plainObject(entry) ?? { SecurityPolicy: entry }));
}

/** Viewers of a distribution use HTTPS, and nothing older than TLS 1.2. */
export function judgeDistribution({ DistributionConfig: value }: JsonObject): readonly string[] {
  const config = plainObject(value) ?? {};
  const behaviors = [config.DefaultCacheBehavior, ...listOf(config.CacheBehaviors)];
  const certificate = plainObject(config.ViewerCertificate) ?? {};
  // With CloudFront's own certificate the policy is TLSv1, whatever the template says.
  const policy = isTrue(certificate.CloudFrontDefaultCertificate)
    ? 'TLSv1'
    : (certificate.MinimumProtocolVersion ?? 'TLSv1');
  return [
    ...behaviors.flatMap((behavior) => {
      const viewer = plainObject(behavior)?.ViewerProtocolPolicy;
      return viewer === 'https-only' || viewer === 'redirect-to-https'
        ? []
        : [`ViewerProtocolPolicy must be https-only or redirect-to-https, ${got(viewer)}`];
    }),
    ...found(tlsPolicyProblem('ViewerCertificate.MinimumProtocolVersion', policy)),
  ];
}

/** A search domain answers over HTTPS only, and nothing older than TLS 1.2; its default allows TLS 1.0. */
export function judgeSearchDomain({ DomainEndpointOptions: value }: JsonObject): readonly string[] {
  const options = plainObject(value) ?? {};
  return [
    ...(isTrue(options.EnforceHTTPS)
      ? []
      : [`DomainEndpointOptions.EnforceHTTPS must be true, ${got(options.EnforceHTTPS)}`]),
    ...found(tlsPolicyProblem('DomainEndpointOptions.TLSSecurityPolicy', options.TLSSecurityPolicy)),
  ];
}

/** A listener of VPC Lattice encrypts, or hands TLS on as it is; the service chooses nothing older than TLS 1.2. */
export function judgeLatticeListener({ Protocol: protocol }: JsonObject): readonly string[] {
  return protocol === 'HTTPS' || protocol === 'TLS_PASSTHROUGH'
    ? []
    : [`Protocol of the listener must be HTTPS or TLS_PASSTHROUGH, ${got(protocol)}`];
}

function found(problem: string | undefined): readonly string[] {
  return problem === undefined ? [] : [problem];
}
