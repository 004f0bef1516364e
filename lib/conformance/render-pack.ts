import { stringify } from 'yaml';
import type { ConfigRule } from '../safeguards/config-rules/config-rule';
import type { ConformancePack } from './conformance-packs';
import type { EnvironmentFacts } from './environment-facts';
import { AUTHORIZED_VPC_IDS, inputParameters } from './input-parameters';

/** AWS refuses a pack whose template has more. */
const MAX_BODY_BYTES = 51_200;

/** AWS refuses a pack that has more. */
const MAX_RULES = 130;

/**
 * The template of a pack, in YAML. Order of keys and rules is fixed, so that the same rules are the same text.
 *
 * @throws Error when AWS would refuse the pack for its size
 */
export function renderPack(
  { citation, title }: ConformancePack['standard'],
  rules: readonly ConfigRule[],
  facts: EnvironmentFacts,
): Pick<ConformancePack, 'body' | 'takesAuthorizedVpcIds'> {
  const resources = Object.fromEntries(rules.map((rule) => [logicalId(rule), renderRule(rule, facts)]));
  const takesAuthorizedVpcIds =
    facts.hasInternetGateway && rules.some(({ name }) => name === 'internet-gateway-authorized-vpc-only');
  const document = {
    ...(takesAuthorizedVpcIds && { Parameters: { [AUTHORIZED_VPC_IDS]: { Type: 'String' } } }),
    Resources: resources,
  };
  // A comment and no Description: AWS's own packs have nothing but parameters, conditions and resources.
  const heading = `# 45 CFR ${citation}: ${title}\n`;
  const body = heading + stringify(document, { lineWidth: 0, aliasDuplicateObjects: false });
  assertAccepted(citation, rules.length, Buffer.byteLength(body));
  return { body, takesAuthorizedVpcIds };
}

function renderRule(rule: ConfigRule, facts: EnvironmentFacts): object {
  const parameters = inputParameters(rule, facts);
  return {
    Type: 'AWS::Config::ConfigRule',
    Properties: {
      ConfigRuleName: rule.name,
      Description: rule.citations.join(', '),
      ...(Object.keys(parameters).length > 0 && { InputParameters: parameters }),
      ...(rule.scope !== undefined && { Scope: { ComplianceResourceTypes: [...rule.scope] } }),
      Source: { Owner: 'AWS', SourceIdentifier: rule.identifier },
    },
  };
}

function logicalId({ name }: ConfigRule): string {
  return name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

function assertAccepted(citation: string, rules: number, bytes: number): void {
  if (rules > MAX_RULES) {
    throw new Error(`'rules' of the pack for ${citation} must be at most ${MAX_RULES}, got: ${rules}`);
  }
  if (bytes > MAX_BODY_BYTES) {
    throw new Error(
      `'body' of the pack for ${citation} must be at most ${MAX_BODY_BYTES} bytes, got: ${bytes}`,
    );
  }
}
