import { type ArnParts, parseArn, resourceIdKind } from '../redaction/aws-identifiers';
import type { Tokenize } from './token';

/** What may be shown of a name, and how to hide the rest. */
export interface NameContext {
  readonly tokenize: Tokenize;
  readonly knownNames: ReadonlySet<string>;
}

/** Kinds of resource that may stand before the name in an ARN: AWS's own words, never somebody's. */
const RESOURCE_KINDS = new Set([
  ...[
    'user',
    'role',
    'assumed-role',
    'group',
    'policy',
    'root',
    'federated-user',
    'instance-profile',
    'mfa',
    'saml-provider',
  ],
  ...[
    'key',
    'alias',
    'table',
    'function',
    'db',
    'cluster',
    'snapshot',
    'cluster-snapshot',
    'subgrp',
    'pg',
    'og',
    'instance',
  ],
  ...[
    'vpc',
    'subnet',
    'security-group',
    'volume',
    'image',
    'network-interface',
    'vpc-endpoint',
    'vpc-flow-log',
    'log-group',
  ],
  ...[
    'trail',
    'detector',
    'rule',
    'event-bus',
    'stateMachine',
    'secret',
    'parameter',
    'backup-vault',
    'recovery-point',
  ],
  ...[
    'backup-plan',
    'distribution',
    'loadbalancer',
    'targetgroup',
    'listener',
    'userpool',
    'datastore',
    'file-system',
    'stack',
  ],
  ...[
    'analyzer',
    'config-rule',
    'conformance-pack',
    'hub',
    'finding',
    'domain',
    'repository',
    'certificate',
    'webacl',
    'topic',
  ],
]);

/**
 * A resource or identity without the name that somebody gave it: service, account and kind stay, and the name becomes a
 * token unless it was known at synth or AWS made it up. A bucket's name and everything behind it, such as an object key, are
 * one name.
 */
export function nameReference(value: string, context: NameContext): string {
  if (context.knownNames.has(value)) {
    return value;
  }
  const arn = parseArn(value);
  return arn === undefined ? hideName(value, context) : describeArn(arn, context);
}

function describeArn(arn: ArnParts, context: NameContext): string {
  const { partition, service, region, account, resource } = arn;
  const head = `arn:${partition}:${SERVICES.has(service) ? service : 'other'}:${region}:${account}:`;
  const [, kind, separator, name] = /^([A-Za-z-]{1,32})([/:])(.+)$/.exec(resource) ?? [];
  return kind !== undefined && RESOURCE_KINDS.has(kind) && separator !== undefined && name !== undefined
    ? `${head}${kind}${separator}${hideName(name, context)}`
    : `${head}${resource === 'root' ? resource : hideName(resource, context)}`;
}

function hideName(name: string, { knownNames, tokenize }: NameContext): string {
  return knownNames.has(name) || isMadeByAws(name) ? name : tokenize(name);
}

/** Seventeen decimal digits could hold somebody's number; the few ids of AWS that have no letter are hidden too. */
function isMadeByAws(name: string): boolean {
  return resourceIdKind(name) !== undefined && !/-\d+$/.test(name);
}

/** Services by their names in ARNs; a word that is none of them could be anything. */
const SERVICES = new Set([
  ...[
    's3',
    'iam',
    'sts',
    'kms',
    'ec2',
    'rds',
    'dynamodb',
    'lambda',
    'sns',
    'sqs',
    'logs',
    'cloudtrail',
    'config',
    'guardduty',
  ],
  ...[
    'macie2',
    'securityhub',
    'access-analyzer',
    'backup',
    'events',
    'states',
    'secretsmanager',
    'ssm',
    'cloudwatch',
  ],
  ...[
    'elasticloadbalancing',
    'cognito-idp',
    'healthlake',
    'elasticfilesystem',
    'cloudformation',
    'ecr',
    'acm',
    'wafv2',
    'cloudfront',
  ],
  ...[
    'es',
    'redshift',
    'elasticache',
    'glue',
    'athena',
    'kinesis',
    'firehose',
    'ecs',
    'eks',
    'organizations',
    'signin',
    'health',
  ],
]);
