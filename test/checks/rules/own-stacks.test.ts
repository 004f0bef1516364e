import { BASELINE_RULES } from '../../../lib/checks/baseline-rules';
import { parseTemplate, type Template } from '../../../lib/checks/template';
import { shippedEnvironment, synthesizeStacks } from '../../support/baseline';

const TEMPLATES: readonly Template[] = synthesizeStacks([shippedEnvironment('production')]).map(
  ({ template }) => parseTemplate(template),
);

type Properties = Record<string, unknown>;

/** The rules that object to the templates of production after the first resource of a type was changed. */
function objecting(type?: string, change: (properties: Properties) => void = () => {}): readonly string[] {
  const templates = structuredClone(TEMPLATES);
  const changed = templates
    .flatMap(({ Resources }) => Object.values(Resources))
    .find(({ Type }) => Type === type);
  if (changed?.Properties !== undefined) change(changed.Properties as Properties);
  else if (type !== undefined) throw new Error(`'type' must be in the templates, got: ${type}`);
  const rules = BASELINE_RULES.filter(({ evaluate }) =>
    templates.some((template) =>
      Object.entries(template.Resources).some(
        ([logicalId, resource]) => evaluate({ logicalId, resource, template, templates }).length > 0,
      ),
    ),
  );
  return rules.map(({ id }) => id);
}

const parameter = (name: string, value?: string) => (properties: Properties) => {
  properties.Parameters = { ...(properties.Parameters as Properties), [name]: value };
};
const property = (name: string, value?: unknown) => (properties: Properties) => {
  properties[name] = value;
};

describe("our own rules on the baseline's own templates", () => {
  it('object to nothing', () => {
    expect(objecting()).toEqual([]);
  });

  it.each<[string, string, (properties: Properties) => void, string]>([
    ['TLS is not forced', 'AWS::RDS::DBParameterGroup', parameter('rds.force_ssl', '0'), 'DatabaseTls'],
    [
      'pgaudit is not loaded',
      'AWS::RDS::DBParameterGroup',
      parameter('shared_preload_libraries'),
      'DatabaseAudited',
    ],
    ['nothing is audited', 'AWS::RDS::DBParameterGroup', parameter('pgaudit.log', 'none'), 'DatabaseAudited'],
    [
      'statements are logged',
      'AWS::RDS::DBParameterGroup',
      parameter('log_statement', 'all'),
      'DatabaseLogsSilent',
    ],
    [
      'errors are logged',
      'AWS::RDS::DBParameterGroup',
      parameter('log_error_verbosity'),
      'DatabaseLogsSilent',
    ],
    [
      'IAM logins are off',
      'AWS::RDS::DBInstance',
      property('EnableIAMDatabaseAuthentication'),
      'DatabaseIdentity',
    ],
    ['a function has no timeout', 'AWS::Lambda::Function', property('Timeout'), 'FunctionProtected'],
    [
      'a function shows its environment',
      'AWS::Lambda::Function',
      (properties) => {
        properties.Environment = { Variables: { TABLE: 'records' } };
        delete properties.KmsKeyArn;
      },
      'FunctionProtected',
    ],
    [
      'a bucket is called after a patient',
      'AWS::S3::Bucket',
      property('BucketName', 'patient-john'),
      'PhiWords',
    ],
    ['a bucket is a website', 'AWS::S3::Bucket', property('WebsiteConfiguration', {}), 'PublicSharing'],
    [
      'the database port is open to half of everybody',
      'AWS::EC2::SecurityGroup',
      property('SecurityGroupIngress', [
        { IpProtocol: 'tcp', FromPort: 1150, ToPort: 65_535, CidrIp: '0.0.0.0/1' },
      ]),
      'SecurityGroupPorts',
    ],
  ])('object when %s', (_, type, change, rule) => {
    expect(objecting(type, change)).toEqual([`Baseline-${rule}`]);
  });
});
