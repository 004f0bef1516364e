import type { ConfigRuleRow } from './config-rule';

/**
 * Rules about data that must not be altered unseen.
 *
 * @see 45 CFR 164.312(c)(1)
 */
export const INTEGRITY_RULES: readonly ConfigRuleRow[] = [
  {
    name: 'cloud-trail-log-file-validation-enabled',
    identifier: 'CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED',
    primary: '164.312(c)(1)',
    citations: ['164.312(c)(1)', '164.312(c)(2)'],
    citationSource: 'aws-guard-rules',
    nagRule: 'HIPAA.Security-CloudTrailLogFileValidationEnabled',
  },
  {
    name: 'ecs-containers-readonly-access',
    identifier: 'ECS_CONTAINERS_READONLY_ACCESS',
    primary: '164.312(c)(1)',
    citations: ['164.312(c)(1)'],
    citationSource: 'ours',
    scope: ['AWS::ECS::TaskDefinition'],
  },
  {
    name: 'opensearch-https-required',
    identifier: 'OPENSEARCH_HTTPS_REQUIRED',
    primary: '164.312(c)(1)',
    citations: [
      '164.312(c)(1)',
      '164.314(b)(1)',
      '164.314(b)(2)',
      '164.314(b)(2)(i)',
      '164.314(b)(2)(ii)',
      '164.314(b)(2)(iii)',
      '164.314(b)(2)(iv)',
    ],
    citationSource: 'steampipe',
    scope: ['AWS::OpenSearch::Domain'],
  },
  {
    name: 's3-bucket-versioning-enabled',
    identifier: 'S3_BUCKET_VERSIONING_ENABLED',
    primary: '164.312(c)(1)',
    citations: [
      '164.308(a)(7)(i)',
      '164.308(a)(7)(ii)(A)',
      '164.308(a)(7)(ii)(B)',
      '164.312(c)(1)',
      '164.312(c)(2)',
    ],
    citationSource: 'aws-guard-rules',
    nagRule: 'HIPAA.Security-S3BucketVersioningEnabled',
    scope: ['AWS::S3::Bucket'],
  },
];
