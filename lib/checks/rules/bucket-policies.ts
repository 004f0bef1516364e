import type { RuleSubject } from '../baseline-rule';
import type { Template } from '../template';
import { assembledText } from '../template-values/assembled-text';
import { type AttachedPolicy, attachedPolicies } from '../template-values/attached-policies';
import type { PolicyCondition, PolicyStatement } from '../template-values/policy-statements';
import { namesEverybody } from '../template-values/statement-scope';

const ATTACHMENT = { type: 'AWS::S3::BucketPolicy', target: 'Bucket', document: 'PolicyDocument' };

/** What is missing from the policy of a bucket that must deny something to everybody; undefined when nothing is. */
export function missingDenial(
  subject: RuleSubject,
  isDemanded: (condition: PolicyCondition) => boolean,
): string | undefined {
  const name = subject.resource.Properties?.BucketName;
  const policies = attachedPolicies(subject, name, [ATTACHMENT], subject.templates);
  if (policies.length === 0) return 'got: no policy';
  if (policies.some(({ statements }) => statements === undefined))
    return 'got: a policy that the template does not tell';
  return policies.map((policy) => gapOf(policy, isDemanded)).find((gap) => gap !== undefined);
}

function gapOf(
  { statements = [], template }: AttachedPolicy,
  isDemanded: (condition: PolicyCondition) => boolean,
): string | undefined {
  const denials = statements.filter((statement) => deniesAll(statement, isDemanded));
  if (denials.length === 0) return 'got: a policy without such a statement';
  const scopes = new Set(
    denials.flatMap(({ resources }) => resources).flatMap((arn) => scopeOf(arn, template)),
  );
  if (!scopes.has('objects')) return 'got: a statement about the bucket but not about all of its objects';
  return scopes.has('bucket') ? undefined : 'got: a statement about the objects but not about the bucket';
}

/** One more condition would let through whoever does not meet it. */
function deniesAll(statement: PolicyStatement, isDemanded: (condition: PolicyCondition) => boolean): boolean {
  const [condition, ...more] = statement.conditions;
  return (
    statement.effect === 'deny' &&
    namesEverybody(statement) &&
    statement.actions.some((action) => action === '*' || action === 's3:*') &&
    condition !== undefined &&
    more.length === 0 &&
    isDemanded(condition)
  );
}

/** Which part of a bucket the ARN in its policy names; S3 itself refuses another bucket's. */
function scopeOf(arn: unknown, template: Template): readonly ('bucket' | 'objects')[] {
  const [bucket = '', ...key] = assembledText(arn, template).split('/');
  if (key.length === 0) return bucket.endsWith('*') ? ['bucket', 'objects'] : ['bucket'];
  return key.join('/') === '*' ? ['objects'] : [];
}
