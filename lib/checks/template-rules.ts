import { NagRuleCompliance, type NagRuleResult } from 'cdk-nag';
import { isJsonObject, type Template } from './template';
import type { TypedResource } from './typed-resources';

/** A rule of a cdk-nag pack that looks at the template, where cdk-nag's own looks at the names of constructs. */
type TemplateRule = (subject: TypedResource, template: Template) => NagRuleResult;

const TEMPLATE_RULES: Readonly<Record<string, TemplateRule>> = {
  'HIPAA.Security-VPCDefaultSecurityGroupClosed': defaultSecurityGroupClosed,
};

/** What to apply instead of cdk-nag's own rule; undefined when cdk-nag's own rule can judge a template. */
export function templateRuleFor(id: string): TemplateRule | undefined {
  return Object.hasOwn(TEMPLATE_RULES, id) ? TEMPLATE_RULES[id] : undefined;
}

/** The default group has no resource of its own: the CDK closes it with a custom resource that names the VPC. */
function defaultSecurityGroupClosed(
  { logicalId, resource }: TypedResource,
  template: Template,
): NagRuleResult {
  if (resource.Type !== 'AWS::EC2::VPC') return NagRuleCompliance.NOT_APPLICABLE;
  const closed = Object.values(template.Resources).some(
    ({ Type, Properties }) =>
      Type === 'Custom::VpcRestrictDefaultSG' &&
      namesDefaultGroupOf(Properties?.DefaultSecurityGroupId, logicalId),
  );
  return closed ? NagRuleCompliance.COMPLIANT : NagRuleCompliance.NON_COMPLIANT;
}

function namesDefaultGroupOf(value: unknown, vpc: string): boolean {
  const target = isJsonObject(value) ? value['Fn::GetAtt'] : undefined;
  const [logicalId, attribute] = Array.isArray(target) ? target : String(target).split('.');
  return logicalId === vpc && attribute === 'DefaultSecurityGroup';
}
